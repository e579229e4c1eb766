// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import * as z from 'zod';

export const Fault = z.looseObject({
  fault: z.string().min(1),
  operation: z.string().min(1).optional(),
  times: z.number().refine(Number.isInteger, 'must be an integer').gte(0).optional(),
  probability: z.number().gte(0).lte(1).optional(),
});

export const ArmedFault = z.looseObject({
  id: z.number().refine(Number.isInteger, 'must be an integer').gte(1),
  fault: z.string(),
  fired: z.number().refine(Number.isInteger, 'must be an integer').gte(0),
});

export const JournalEntry = z.looseObject({
  sequence: z.number().refine(Number.isInteger, 'must be an integer').gte(1),
  at: z.string(),
  method: z.string(),
  path: z.string(),
  operation: z.string().optional(),
  outcome: z.enum(['pending', 'applied', 'read', 'rejected', 'faulted', 'incomplete']),
  status: z.number().refine(Number.isInteger, 'must be an integer').optional(),
  received: z.boolean(),
  change: z.number().refine(Number.isInteger, 'must be an integer').gte(1).optional(),
  applied: z.boolean(),
  responded: z.boolean(),
  fault: z.string().optional(),
  duration: z.number().gte(0).optional(),
});

export const Items = z.array(z.looseObject({}));

export const ClockSetting = z.strictObject({ now: z.union([z.string(), z.number()]) });

export const ClockMove = z.strictObject({ advance: z.number().gte(0).optional(), set: z.union([z.string(), z.number()]).optional() });

export const ClockTime = z.looseObject({ now: z.string() });

export const Health = z.looseObject({ status: z.string(), api: z.string() });

export const Refusal = z.looseObject({ message: z.string().optional() });
