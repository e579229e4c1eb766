import { format } from '../format.js';
import type { Model } from '../model.js';
import { helperSource } from '../runtime/source.js';
import { emitClient } from './client.js';
import { emitOpenapi } from './openapi.js';
import { emitOperations } from './operations.js';
import { emitSchemas } from './schemas.js';
import { emitTransitions } from './transitions.js';
import { emitValidators } from './validators.js';

/** Every file that is made from the document, but for `types.ts`, which another process makes; `helpers` is the folder of what they share. */
export const emitters: Readonly<Record<string, (model: Model, helpers: string) => string | Promise<string>>> = {
  'operations.ts': (model) => format(emitOperations(model)),
  'transitions.ts': (model) => format(emitTransitions(model)),
  'validators.ts': (model, helpers) => format(emitValidators(model, helpers)),
  'schemas.ts': (model, helpers) => format(emitSchemas(model, helpers)),
  'client.ts': (model) => format(emitClient(model)),
  'openapi.json': emitOpenapi,
};

/** The files that those of every document share. */
export const helperEmitters: Readonly<Record<string, () => Promise<string>>> = {
  'helpers.ts': () => format(helperSource('helpers.ts')),
  'zod-helpers.ts': () => format(helperSource('zod-helpers.ts')),
};
