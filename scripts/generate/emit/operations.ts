import type { Model } from '../model.js';
import { toKey, toLiteral } from '../names.js';
import type { Operation } from '../operations.js';

/** One descriptor per operation. */
export function emitOperations({ server, operations }: Model): string {
  return `/** Where the API is served. */
export const server = ${toLiteral(server)};

export const operations = {
${operations.map((operation) => `${toKey(operation.id)}: { ${descriptor(operation)} },`).join('\n')}
} as const;

export type OperationId = keyof typeof operations;`;
}

function descriptor({ id, method, path, security, repeatable, transition }: Operation): string {
  return [
    `id: ${toLiteral(id)}`,
    `method: ${toLiteral(method.toUpperCase())}`,
    `path: ${toLiteral(path)}`,
    `security: [${security.map(toLiteral).join(', ')}]`,
    `repeatable: ${repeatable}`,
    ...(transition ? [`transition: ${toLiteral(transition.action)}`] : []),
  ].join(', ');
}
