// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import * as z from 'zod';

import { record, lengthOf, fitsDecimals, fitsDateTime, fitsLocalDateTime } from '../helpers.js';

import { every, exactlyOne, accepts, keysFit } from '../zod-helpers.js';

const paymentLinkCurrencyPattern = /^[A-Z]{3}$/u;

export const LinkTheme = z
  .looseObject({
    selected: z
      .union([z.string().min(1), z.boolean()])
      .nullable()
      .optional(),
    logo: z
      .union([z.string().min(1), z.boolean()])
      .nullable()
      .optional(),
    logoType: z
      .union([z.string().min(1), z.boolean()])
      .nullable()
      .optional(),
    logoTYpe: z
      .union([z.string().min(1), z.boolean()])
      .nullable()
      .optional(),
  })
  .nullable();

export const LinkSettings = z
  .looseObject({
    expirationDate: z.boolean().nullable().optional(),
    showPayeeData: z.boolean().nullable().optional(),
    requestCustomerData: z.boolean().nullable().optional(),
    theme: LinkTheme.optional(),
  })
  .nullable();

export const PaymentLink = z.looseObject({
  id: z.union([z.string().min(1), z.number().refine(Number.isInteger, 'must be an integer').gte(1)]),
  application_id: z.string().min(1),
  status: z.string().min(1),
  slug: z.string().min(1).optional(),
  product: z.string().min(1),
  amount: z.number().gte(0).lte(99999999.99),
  description: z.string().nullable().optional(),
  communication: z.string().nullable().optional(),
  reference: z.string().min(1).nullable().optional(),
  currency: z.string().regex(paymentLinkCurrencyPattern).optional(),
  expired_at: z.string().nullable().optional(),
  request_customer_data: z.union([z.string(), z.boolean()]).nullable().optional(),
  show_payee_data: z.boolean().nullable().optional(),
  enabled: z.boolean().nullable().optional(),
  settings: LinkSettings.optional(),
  created_at: z
    .string()
    .refine((value) => fitsDateTime(value), 'must be a date and time such as 2026-01-31T18:00:00Z')
    .optional(),
  updated_at: z
    .string()
    .refine((value) => fitsDateTime(value), 'must be a date and time such as 2026-01-31T18:00:00Z')
    .optional(),
  deleted_at: z
    .string()
    .refine((value) => fitsDateTime(value), 'must be a date and time such as 2026-01-31T18:00:00Z')
    .nullable()
    .optional(),
});

export const LinkList = z.looseObject({
  data: exactlyOne(z.array(PaymentLink), PaymentLink),
  links: z.looseObject({ next: z.string().nullable().optional() }).nullable().optional(),
  meta: z
    .looseObject({
      current_page: z.number().refine(Number.isInteger, 'must be an integer').gte(1).optional(),
      total: z.number().refine(Number.isInteger, 'must be an integer').gte(0).optional(),
    })
    .nullable()
    .optional(),
});

export const CreateLinkTheme = z.strictObject({
  selected: z.string().min(1).optional(),
  logo: z.string().min(1).optional(),
  logoType: z.enum(['icon', 'icon_name', 'logo']).optional(),
});

export const CreateLinkSettings = z.strictObject({
  expirationDate: z.boolean().optional(),
  showPayeeData: z.boolean().optional(),
  requestCustomerData: z.boolean().optional(),
  theme: CreateLinkTheme.optional(),
});

export const CreateLinkInput = z.strictObject({
  product: z
    .string()
    .min(1)
    .refine((value) => value.length <= 50 || lengthOf(value) <= 50, 'must have at most 50 characters'),
  amount: z
    .number()
    .lte(99999999.99)
    .gt(0)
    .refine((value) => fitsDecimals(value, 100), 'must have at most two decimals'),
  description: z
    .string()
    .refine((value) => value.length <= 150 || lengthOf(value) <= 150, 'must have at most 150 characters')
    .optional(),
  communication: z
    .string()
    .refine((value) => value.length <= 18 || lengthOf(value) <= 18, 'must have at most 18 characters')
    .optional(),
  reference: z.string().min(1).optional(),
  expired_at: z
    .string()
    .refine((value) => fitsLocalDateTime(value), 'must be a date that exists and a time, such as 2026-01-31 18:00:00')
    .optional(),
  request_customer_data: z.enum(['name', 'name_phone', 'full_customer']).optional(),
  settings: CreateLinkSettings.optional(),
});

export const Problem = z.looseObject({ message: z.string() });

export const ValidationProblem = z.looseObject({
  message: z.string(),
  errors: every(
    z.looseObject({}).catchall(z.array(z.string())),
    z.custom(
      (value) => !record(value) || keysFit(value, (key) => key !== '__proto__' || accepts(z.array(z.string()), value[key])),
      'must have the fields that are asked for',
    ),
  ),
});
