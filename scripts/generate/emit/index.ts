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
  'operations.ts': emitOperations,
  'transitions.ts': emitTransitions,
  'validators.ts': emitValidators,
  'schemas.ts': emitSchemas,
  'client.ts': emitClient,
  'openapi.json': emitOpenapi,
};
