import { format } from '../format.js';
import type { Model } from '../model.js';
import { nestedNames } from '../schema/order.js';
import { emitClient } from './client.js';
import { emitOpenapi } from './openapi.js';
import { emitOperations } from './operations.js';
import { emitSchemas } from './schemas.js';
import { emitTransitions } from './transitions.js';
import { writeTypes } from './types-process.js';
import { emitValidators } from './validators.js';

/** Every file that is made from the document. */
export const emitters: Readonly<Record<string, (model: Model) => string | Promise<string>>> = {
  'types.ts': ({ document, components }) => writeTypes({ document, recursive: [...nestedNames(components)] }),
  'operations.ts': (model) => format(emitOperations(model)),
  'transitions.ts': (model) => format(emitTransitions(model)),
  'validators.ts': (model) => format(emitValidators(model)),
  'schemas.ts': (model) => format(emitSchemas(model)),
  'client.ts': (model) => format(emitClient(model)),
  'openapi.json': emitOpenapi,
};
