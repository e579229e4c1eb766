import { format } from '../format.js';
import type { Model } from '../model.js';
import { emitClient } from './client.js';
import { emitOpenapi } from './openapi.js';
import { emitOperations } from './operations.js';
import { emitSchemas } from './schemas.js';
import { emitTransitions } from './transitions.js';
import { emitValidators } from './validators.js';

/** Every file that is made from the document, but for `types.ts`, which another process makes. */
export const emitters: Readonly<Record<string, (model: Model) => string | Promise<string>>> = {
  'operations.ts': (model) => format(emitOperations(model)),
  'transitions.ts': (model) => format(emitTransitions(model)),
  'validators.ts': (model) => format(emitValidators(model)),
  'schemas.ts': (model) => format(emitSchemas(model)),
  'client.ts': (model) => format(emitClient(model)),
  'openapi.json': emitOpenapi,
};
