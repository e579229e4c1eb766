import { format } from '../format.js';
import type { Model } from '../model.js';
import { helperSource } from '../runtime/source.js';
import { emitClient } from './client.js';
import { emitOpenapi } from './openapi.js';
import { emitOperations } from './operations.js';
import { emitSchemas } from './schemas.js';
import { emitStatuses } from './statuses.js';
import { emitTransitions } from './transitions.js';
import { emitValidators } from './validators.js';

/** Every file that is made from the document, but for `types.ts`, which another process makes; `helpers` is the folder of what they share. */
export const emitters: Readonly<Record<string, Emitter>> = {
  'operations.ts': (model) => format(emitOperations(model)),
  'transitions.ts': (model) => formatSome(emitTransitions(model)),
  'statuses.ts': (model) => formatSome(emitStatuses(model)),
  'validators.ts': (model, helpers) => format(emitValidators(model, helpers)),
  'schemas.ts': (model, helpers) => format(emitSchemas(model, helpers)),
  'client.ts': (model) => format(emitClient(model)),
  'openapi.json': async (model) => emitOpenapi(model),
};

/** Gives the text of a file, or nothing where the document has nothing for it. */
type Emitter = (model: Model, helpers: string) => Promise<string | undefined>;

async function formatSome(code: string | undefined): Promise<string | undefined> {
  return code === undefined ? undefined : format(code);
}

/** The files that those of every document share. */
export const helperEmitters: Readonly<Record<string, () => Promise<string>>> = {
  'helpers.ts': () => format(helperSource('helpers.ts')),
  'zod-helpers.ts': () => format(helperSource('zod-helpers.ts')),
};
