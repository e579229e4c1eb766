// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import * as z from 'zod';

function record(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters as JSON Schema counts them: a surrogate pair is one. */
function lengthOf(text: string): number {
  let pairs = 0;
  for (let index = 1; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) pairs += 1;
  }
  return text.length - pairs;
}

/** Whether the decimal number as it is written has no more digits after its point than `scale`, a power of ten, has zeros. */
function fitsDecimals(value: number, scale: number): boolean {
  return Number.isInteger(value) || Math.round(value * scale) / scale === value;
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const dateTimePattern = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;

const localDateTimePattern = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:[0-5]\d$/;

function fitsDateTime(text: string): boolean {
  return dateTimePattern.test(text) && startsWithDay(text) && hasTimeAt(text, 11);
}

/** `YYYY-MM-DD HH:MM:SS`, without a zone and so without leap seconds. */
function fitsLocalDateTime(text: string): boolean {
  return localDateTimePattern.test(text) && startsWithDay(text) && hasTimeAt(text, 11);
}

/** Whether the date at the start is in the calendar; its form has been checked. */
function startsWithDay(text: string): boolean {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month >= 1 && day >= 1 && day <= (daysOfMonth[month - 1] ?? 0);
}

/** Whether the time from an index on is on the clock, leap seconds included; its form has been checked. */
function hasTimeAt(text: string, index: number): boolean {
  return twoDigits(text, index) <= 23 && twoDigits(text, index + 3) <= 59 && twoDigits(text, index + 6) <= 60;
}

/** The number that two digits of a text make, without cutting them out of it. */
function twoDigits(text: string, index: number): number {
  return text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 528;
}

type Outputs<Schemas> = Schemas extends readonly [infer First extends z.ZodType, ...infer Rest] ? z.output<First> & Outputs<Rest> : unknown;

/** Holds one value against several schemas and leaves it as it is. */
function every<Schemas extends readonly z.ZodType[]>(...schemas: Schemas): z.ZodType<Outputs<Schemas>> {
  return z.custom<Outputs<Schemas>>().superRefine((value, context) => {
    for (const schema of schemas) {
      for (const { path, message } of schema.safeParse(value).error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
    }
  });
}

/** Fits when exactly one of the schemas does. */
function exactlyOne<Schemas extends readonly z.ZodType[]>(...schemas: Schemas): z.ZodType<z.output<Schemas[number]>> {
  return z.custom<z.output<Schemas[number]>>().superRefine((value, context) => {
    const failures = schemas.flatMap((schema) => schema.safeParse(value).error ?? []);
    if (schemas.length - failures.length > 1)
      context.addIssue({ code: 'custom', message: 'fits more than one of the forms that exclude each other' });
    const [nearest] = failures.length < schemas.length ? [] : failures.sort((one, other) => one.issues.length - other.issues.length);
    for (const { path, message } of nearest?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  });
}

function accepts(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

function keysFit(value: Record<string, unknown>, fits: (key: string) => boolean): boolean {
  for (const key in value) if (!fits(key)) return false;
  return true;
}

const pattern = /^[A-Z]{3}$/u;

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
  currency: z.string().regex(pattern).optional(),
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
