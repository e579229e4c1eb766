// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import * as z from 'zod';

import { record, lengthOf, fitsDecimals, countOf, fitsDateTime, fitsEmail, fitsUri } from '../helpers.js';

import { every, accepts, keysFit } from '../zod-helpers.js';

const startConfigLanguagePattern = /^[A-Za-z]{2}$/u;
const instrumentTokenPattern = /^(?:.{5,})?$/u;
const instrumentAccountPattern = /^\d{12,19}$/u;
const instrumentSecretCodePattern = /^\d{3,4}$/u;
const posSignaturePattern = /^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3,4}$/u;
const startCurrencyPattern = /^[A-Z]{3}$/u;
const addressPhonePattern = /^(?:\D*\d){6}/u;

export const StartConfig = z.strictObject({
  notifyUrl: z
    .string()
    .refine((value) => value.length <= 2048 || lengthOf(value) <= 2048, 'must have at most 2048 characters')
    .refine((value) => fitsUri(value), 'must be a URI'),
  redirectUrl: z
    .string()
    .refine((value) => value.length <= 2048 || lengthOf(value) <= 2048, 'must have at most 2048 characters')
    .refine((value) => fitsUri(value), 'must be a URI'),
  cancelUrl: z
    .string()
    .refine((value) => value.length <= 2048 || lengthOf(value) <= 2048, 'must have at most 2048 characters')
    .refine((value) => fitsUri(value), 'must be a URI')
    .optional(),
  language: z.string().regex(startConfigLanguagePattern),
  emailTemplate: z
    .string()
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .optional(),
  emailSubject: z
    .string()
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .optional(),
});

export const PaymentOptions = z.strictObject({
  installments: z.number().refine(Number.isInteger, 'must be an integer').gte(0).lte(99).optional(),
  bonus: z.number().refine(Number.isInteger, 'must be an integer').gte(0).lte(2147483647).optional(),
});

export const Instrument = z
  .strictObject({
    type: z.enum(['card']).optional(),
    token: z
      .string()
      .refine((value) => value.length <= 1024 || lengthOf(value) <= 1024, 'must have at most 1024 characters')
      .regex(instrumentTokenPattern)
      .optional(),
    account: z.string().regex(instrumentAccountPattern).optional(),
    expMonth: z.number().refine(Number.isInteger, 'must be an integer').gte(1).lte(12).optional(),
    expYear: z.number().refine(Number.isInteger, 'must be an integer').gte(2000).lte(9999).optional(),
    secretCode: z.string().regex(instrumentSecretCodePattern).optional(),
    clientID: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
  })
  .nullable();

export const BrowserData = every(
  z.looseObject({}).catchall(z.string()),
  z.custom(
    (value) => !record(value) || keysFit(value, (key) => key !== '__proto__' || accepts(z.string(), value[key])),
    'must have the fields that are asked for',
  ),
).nullable();

export const StartPaymentInput = z.strictObject({
  options: PaymentOptions.optional(),
  instrument: Instrument.optional(),
  data: BrowserData.optional(),
});

export const PosSignature = z.string().regex(posSignaturePattern);

export const StartCurrency = z.string().regex(startCurrencyPattern);

export const Address = z.strictObject({
  email: z
    .string()
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .refine((value) => fitsEmail(value), 'must be an e-mail address'),
  firstName: z
    .string()
    .min(1)
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters'),
  lastName: z
    .string()
    .min(1)
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters'),
  phone: z
    .string()
    .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters')
    .regex(addressPhonePattern)
    .optional(),
  city: z
    .string()
    .min(1)
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters'),
  country: z.number().refine(Number.isInteger, 'must be an integer').gte(1).lte(999),
  countryName: z
    .string()
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .optional(),
  state: z
    .string()
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .optional(),
  postalCode: z
    .string()
    .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters')
    .optional(),
  details: z
    .string()
    .refine((value) => value.length <= 1024 || lengthOf(value) <= 1024, 'must have at most 1024 characters')
    .optional(),
});

export const Product = z.strictObject({
  name: z
    .string()
    .min(1)
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters'),
  code: z
    .string()
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .optional(),
  category: z
    .string()
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .optional(),
  price: z
    .number()
    .gte(0)
    .lte(100000)
    .refine((value) => fitsDecimals(value, 100), 'must have at most two decimals'),
  vat: z.number().gte(0).lte(100).optional(),
});

export const OrderInstallments = z.strictObject({
  selected: z.number().refine(Number.isInteger, 'must be an integer').gte(0).lte(99).optional(),
  available: z
    .array(z.number().refine(Number.isInteger, 'must be an integer').gte(0).lte(99))
    .refine((value) => value.length <= 100, 'must have at most 100 items')
    .optional(),
});

export const StartOrder = z.strictObject({
  posSignature: PosSignature,
  orderID: z
    .string()
    .min(1)
    .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters'),
  amount: z
    .number()
    .gte(0)
    .lte(100000)
    .refine((value) => fitsDecimals(value, 100), 'must have at most two decimals'),
  currency: StartCurrency,
  description: z
    .string()
    .min(1)
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters'),
  dateTime: z.string().refine((value) => fitsDateTime(value), 'must be a date and time such as 2026-01-31T18:00:00Z'),
  billing: Address,
  shipping: Address.optional(),
  products: z
    .array(Product)
    .refine((value) => value.length <= 1000, 'must have at most 1000 items')
    .optional(),
  data: every(
    z.looseObject({}).catchall(z.string()),
    z.custom(
      (value) => !record(value) || keysFit(value, (key) => key !== '__proto__' || accepts(z.string(), value[key])),
      'must have the fields that are asked for',
    ),
  )
    .nullable()
    .optional(),
  clientID: z
    .string()
    .min(1)
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .optional(),
  scaExemptionInd: z.enum(['MIT']).optional(),
  ntpID: z
    .string()
    .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters')
    .nullable()
    .optional(),
  installments: OrderInstallments.optional(),
});

export const StartRequest = z.strictObject({ config: StartConfig, payment: StartPaymentInput.optional(), order: StartOrder });

export const StatusRequest = every(
  z.strictObject({
    posID: PosSignature,
    ntpID: z
      .string()
      .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters')
      .optional(),
    orderID: z
      .string()
      .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters')
      .optional(),
  }),
  z.custom((value) => !record(value) || countOf(value) >= 2, 'must have the fields that are asked for'),
);

export const VerifyAuthRequest = z.strictObject({
  ntpID: z
    .string()
    .min(1)
    .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters'),
  authenticationToken: z
    .string()
    .min(1)
    .refine((value) => value.length <= 4096 || lengthOf(value) <= 4096, 'must have at most 4096 characters')
    .optional(),
  formData: every(
    z.looseObject({}).catchall(z.string()),
    z.custom(
      (value) =>
        !record(value) || (countOf(value) <= 100 && keysFit(value, (key) => key !== '__proto__' || accepts(z.string(), value[key]))),
      'must have the fields that are asked for',
    ),
  ),
});

export const CreditRequest = z.strictObject({
  ntpID: z
    .string()
    .min(1)
    .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters'),
  amount: z
    .number()
    .lte(100000)
    .gt(0)
    .refine((value) => fitsDecimals(value, 100), 'must have at most two decimals'),
  split: z
    .array(z.looseObject({}))
    .refine((value) => value.length <= 0, 'must have at most 0 items')
    .optional(),
});

export const PayLaterInstrument = z.strictObject({ type: z.enum(['bnpl.paypo', 'bnpl.oney']) });

export const PayLaterInput = z.strictObject({
  instrument: PayLaterInstrument,
  options: PaymentOptions.optional(),
  data: BrowserData.optional(),
});

export const StartPayLaterRequest = z.strictObject({ config: StartConfig, payment: PayLaterInput, order: StartOrder });

export const ReturnPayLaterRequest = z.strictObject({
  ntpID: z
    .string()
    .min(1)
    .refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters'),
});

export const ErrorCode = z.string().refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters');

export const Outcome = z
  .looseObject({ code: ErrorCode.optional(), message: z.string().optional(), details: z.array(z.looseObject({})).nullable().optional() })
  .nullable();

export const PaymentId = z
  .string()
  .min(1)
  .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters');

export const PaymentStatus = z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647);

export const Amount = z.number().gte(0);

export const Currency = z.string().refine((value) => value.length <= 16 || lengthOf(value) <= 16, 'must have at most 16 characters');

export const CardToken = z.string().refine((value) => value.length <= 4096 || lengthOf(value) <= 4096, 'must have at most 4096 characters');

export const Binding = z
  .looseObject({
    token: CardToken.optional(),
    expireMonth: z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647).optional(),
    expireYear: z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647).optional(),
  })
  .nullable();

export const AuthorisationData = every(
  z.looseObject({}).catchall(z.string()),
  z.custom(
    (value) => !record(value) || keysFit(value, (key) => key !== '__proto__' || accepts(z.string(), value[key])),
    'must have the fields that are asked for',
  ),
).nullable();

export const LocalTime = z.string().refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters');

export const StartedPayment = z
  .looseObject({
    ntpID: PaymentId.optional(),
    status: PaymentStatus.optional(),
    amount: Amount.optional(),
    currency: Currency.optional(),
    paymentURL: z.string().optional(),
    token: CardToken.optional(),
    binding: Binding.optional(),
    data: AuthorisationData.optional(),
    operationDate: LocalTime.optional(),
  })
  .nullable();

export const CustomerAction = z
  .looseObject({
    type: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    url: z.string().optional(),
    authenticationToken: z
      .string()
      .refine((value) => value.length <= 4096 || lengthOf(value) <= 4096, 'must have at most 4096 characters')
      .optional(),
    formData: every(
      z.looseObject({}).catchall(z.string()),
      z.custom(
        (value) => !record(value) || keysFit(value, (key) => key !== '__proto__' || accepts(z.string(), value[key])),
        'must have the fields that are asked for',
      ),
    )
      .nullable()
      .optional(),
  })
  .nullable();

export const FlatCode = z.string().refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters');

export const FlatMessage = z.string();

export const StartResponse = z.looseObject({
  error: Outcome.optional(),
  payment: StartedPayment.optional(),
  customerAction: CustomerAction.optional(),
  code: FlatCode.optional(),
  message: FlatMessage.optional(),
});

export const CardSeen = z
  .looseObject({
    panMasked: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    panCategory: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    issuer: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    country: z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647).optional(),
  })
  .nullable();

export const OptionsSeen = z
  .looseObject({
    installments: z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647).optional(),
    bonus: z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647).optional(),
  })
  .nullable();

export const ReadPayment = z
  .looseObject({
    ntpID: PaymentId.optional(),
    status: PaymentStatus.optional(),
    amount: Amount.optional(),
    currency: Currency.optional(),
    method: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    allowedMethods: z.array(z.string()).nullable().optional(),
    token: CardToken.optional(),
    binding: Binding.optional(),
    instrument: CardSeen.optional(),
    data: AuthorisationData.optional(),
    rrn: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    operationDate: LocalTime.optional(),
    options: OptionsSeen.optional(),
  })
  .nullable();

export const ReadAddress = z
  .looseObject({
    email: z.string().optional(),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
    phone: z.string().optional(),
    city: z.string().optional(),
    country: z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647).optional(),
    countryName: z.string().optional(),
    state: z.string().optional(),
    postalCode: z.string().optional(),
    details: z.string().optional(),
  })
  .nullable();

export const ReadOrder = z
  .looseObject({
    ntpID: PaymentId.optional(),
    posSignature: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    orderID: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    dateTime: LocalTime.optional(),
    description: z.string().optional(),
    amount: Amount.optional(),
    currency: Currency.optional(),
    billing: ReadAddress.optional(),
    shipping: ReadAddress.optional(),
    installments: z.looseObject({}).nullable().optional(),
    data: z.looseObject({}).nullable().optional(),
  })
  .nullable();

export const ReadConfig = z
  .looseObject({
    notifyUrl: z.string().optional(),
    redirectUrl: z.string().optional(),
    cancelUrl: z.string().optional(),
    language: z
      .string()
      .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
      .optional(),
    emailTemplate: z.string().optional(),
  })
  .nullable();

export const Merchant = z
  .looseObject({
    merchantName: z.string().optional(),
    posID: z.number().refine(Number.isInteger, 'must be an integer').gte(-9223372036854776000).lte(9223372036854776000).optional(),
    posName: z.string().optional(),
    posType: z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647).optional(),
    posUrl: z.string().optional(),
    qrType: z.number().refine(Number.isInteger, 'must be an integer').gte(-2147483648).lte(2147483647).optional(),
    showCancel: z.boolean().optional(),
  })
  .nullable();

export const StatusResponse = z.looseObject({
  error: Outcome.optional(),
  payment: ReadPayment.optional(),
  order: ReadOrder.optional(),
  customerAction: CustomerAction.optional(),
  config: ReadConfig.optional(),
  merchant: Merchant.optional(),
  bnpl: z.looseObject({}).nullable().optional(),
  code: FlatCode.optional(),
  message: FlatMessage.optional(),
});

export const VerifyAuthResponse = z.looseObject({
  error: Outcome.optional(),
  payment: StartedPayment.optional(),
  code: FlatCode.optional(),
  message: FlatMessage.optional(),
});

export const CreditedPayment = z
  .looseObject({ ntpID: PaymentId.optional(), status: PaymentStatus.optional(), amount: Amount.optional(), currency: Currency.optional() })
  .nullable();

export const CreditResponse = z.looseObject({
  error: Outcome.optional(),
  payment: CreditedPayment.optional(),
  code: FlatCode.optional(),
  message: FlatMessage.optional(),
});

export const ReturnPayLaterResponse = z.looseObject({
  error: Outcome.optional(),
  payment: StartedPayment.optional(),
  code: FlatCode.optional(),
  message: FlatMessage.optional(),
});

export const NotifiedPayment = z.looseObject({
  ntpID: PaymentId,
  status: PaymentStatus,
  amount: Amount.optional(),
  currency: Currency.optional(),
  method: z
    .string()
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters')
    .optional(),
  code: ErrorCode.optional(),
  message: z.string().optional(),
  token: CardToken.optional(),
  binding: Binding.optional(),
  instrument: CardSeen.optional(),
  data: AuthorisationData.optional(),
});

export const NotifiedOrder = z.looseObject({
  orderID: z
    .string()
    .min(1)
    .refine((value) => value.length <= 255 || lengthOf(value) <= 255, 'must have at most 255 characters'),
  data: z.looseObject({}).nullable().optional(),
});

export const Notification = z.looseObject({ order: NotifiedOrder, payment: NotifiedPayment });

export const NotificationAnswer = z.strictObject({
  errorType: z.literal([0, 1, 2]),
  errorCode: z
    .union([
      z.string().refine((value) => value.length <= 64 || lengthOf(value) <= 64, 'must have at most 64 characters'),
      z.number().refine(Number.isInteger, 'must be an integer'),
    ])
    .nullable(),
  errorMessage: z.string().refine((value) => value.length <= 1024 || lengthOf(value) <= 1024, 'must have at most 1024 characters'),
});

export const Problem = z.looseObject({ code: FlatCode.optional(), message: FlatMessage.optional(), error: Outcome.optional() });
