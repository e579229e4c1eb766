// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

/** Where the API is served; the first is the default. */
export const servers = {
  sandbox: 'https://secure.sandbox.netopia-payments.com',
  live: 'https://secure.mobilpay.ro/pay',
  newSandbox: 'https://secure-sandbox.netopia-payments.com',
  newLive: 'https://secure.netopia-payments.com/api',
} as const;

export const operations = {
  startPayment: {
    id: 'startPayment',
    method: 'POST',
    path: '/payment/card/start',
    security: ['Authorization'],
    effect: 'create',
    repeatable: false,
  },
  verifyAuthentication: {
    id: 'verifyAuthentication',
    method: 'POST',
    path: '/payment/card/verify-auth',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
  },
  getPaymentStatus: {
    id: 'getPaymentStatus',
    method: 'POST',
    path: '/operation/status',
    security: ['Authorization'],
    effect: 'none',
    repeatable: true,
  },
  creditPayment: {
    id: 'creditPayment',
    method: 'POST',
    path: '/operation/credit',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
    beta: true,
  },
  startPayLater: {
    id: 'startPayLater',
    method: 'POST',
    path: '/payment/bnpl/start',
    security: ['Authorization'],
    effect: 'create',
    repeatable: false,
  },
  returnPayLater: {
    id: 'returnPayLater',
    method: 'POST',
    path: '/payment/bnpl/return',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
  },
} as const;

export type OperationId = keyof typeof operations;

const StartConfigFields = {
  notifyUrl: true,
  redirectUrl: true,
  cancelUrl: true,
  language: true,
  emailTemplate: true,
  emailSubject: true,
} as const;

const PaymentOptionsFields = { installments: true, bonus: true } as const;

const InstrumentFields = {
  type: true,
  token: true,
  account: true,
  expMonth: true,
  expYear: true,
  secretCode: true,
  clientID: true,
} as const;

const StartPaymentInputFields = { options: PaymentOptionsFields, instrument: InstrumentFields, data: true } as const;

const AddressFields = {
  email: true,
  firstName: true,
  lastName: true,
  phone: true,
  city: true,
  country: true,
  countryName: true,
  state: true,
  postalCode: true,
  details: true,
} as const;

const ProductFields = { name: true, code: true, category: true, price: true, vat: true } as const;

const OrderInstallmentsFields = { selected: true, available: true } as const;

const StartOrderFields = {
  posSignature: true,
  orderID: true,
  amount: true,
  currency: true,
  description: true,
  dateTime: true,
  billing: AddressFields,
  shipping: AddressFields,
  products: ProductFields,
  data: true,
  clientID: true,
  scaExemptionInd: true,
  ntpID: true,
  installments: OrderInstallmentsFields,
} as const;

const StartRequestFields = { config: StartConfigFields, payment: StartPaymentInputFields, order: StartOrderFields } as const;

const VerifyAuthRequestFields = { ntpID: true, authenticationToken: true, formData: true } as const;

const StatusRequestFields = { posID: true, ntpID: true, orderID: true } as const;

const CreditRequestFields = { ntpID: true, amount: true, split: true } as const;

const PayLaterInstrumentFields = { type: true } as const;

const PayLaterInputFields = { instrument: PayLaterInstrumentFields, options: PaymentOptionsFields, data: true } as const;

const StartPayLaterRequestFields = { config: StartConfigFields, payment: PayLaterInputFields, order: StartOrderFields } as const;

const ReturnPayLaterRequestFields = { ntpID: true } as const;

/** The fields of each operation's JSON body by name; those of an object are a table of their own. */
export const requestFields = {
  startPayment: StartRequestFields,
  verifyAuthentication: VerifyAuthRequestFields,
  getPaymentStatus: StatusRequestFields,
  creditPayment: CreditRequestFields,
  startPayLater: StartPayLaterRequestFields,
  returnPayLater: ReturnPayLaterRequestFields,
} as const;

/** Requests that the API sends, with the headers they carry and the schema of their body. */
export const callbacks = {
  receiveNotification: { id: 'receiveNotification', method: 'POST', headers: ['Verification-token'], schema: 'Notification' },
} as const;

/** Names of the fields that hold card data: never log, keep or repeat them. */
export const pciFields = ['account', 'expMonth', 'expYear', 'secretCode'] as const;
