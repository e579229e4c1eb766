// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import * as z from 'zod';

type Outputs<Schemas> = Schemas extends readonly [infer First extends z.ZodType, ...infer Rest] ? z.output<First> & Outputs<Rest> : unknown;

/** Holds one value against several schemas and leaves it as it is. */
export function every<Schemas extends readonly z.ZodType[]>(...schemas: Schemas): z.ZodType<Outputs<Schemas>> {
  return z.custom<Outputs<Schemas>>().superRefine((value, context) => {
    for (const schema of schemas) {
      for (const { path, message } of schema.safeParse(value).error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
    }
  });
}

/** Fits when exactly one of the schemas does. */
export function exactlyOne<Schemas extends readonly z.ZodType[]>(...schemas: Schemas): z.ZodType<z.output<Schemas[number]>> {
  return z.custom<z.output<Schemas[number]>>().superRefine((value, context) => {
    const failures = schemas.flatMap((schema) => schema.safeParse(value).error ?? []);
    if (schemas.length - failures.length > 1)
      context.addIssue({ code: 'custom', message: 'fits more than one of the forms that exclude each other' });
    const [nearest] = failures.length < schemas.length ? [] : failures.sort((one, other) => one.issues.length - other.issues.length);
    for (const { path, message } of nearest?.issues ?? []) context.addIssue({ code: 'custom', path, message });
  });
}

/** Refuses an absent value, which a schema that judges nothing would let pass. */
export function present<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>> {
  return every(
    schema,
    z.custom((value) => value !== undefined, 'is required'),
  );
}

export function accepts(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

/** Names the type of a schema that refers to itself, which TypeScript cannot infer; both are made from the same schema of the document. */
export function declare<Value>(schema: z.ZodType): z.ZodType<Value> {
  return schema as z.ZodType<Value>;
}

export function keysFit(value: Record<string, unknown>, fits: (key: string) => boolean): boolean {
  for (const key in value) if (!fits(key)) return false;
  return true;
}
