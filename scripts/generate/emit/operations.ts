import type { Callback } from '../callbacks.js';
import type { Model } from '../model.js';
import { toKey, toLiteral } from '../names.js';
import type { Operation } from '../operations.js';
import type { FieldTable, RequestFields } from '../request-fields.js';

/** One descriptor per operation. */
export function emitOperations({ servers, operations, requestFields, callbacks, pciFields }: Model): string {
  const addresses = [...servers].map(([name, url]) => `${toKey(name)}: ${toLiteral(url)}`);
  return `/** Where the API is served; the first is the default. */
export const servers = { ${addresses.join(', ')} } as const;

export const operations = {
${operations.map((operation) => `${toKey(operation.id)}: { ${descriptor(operation)} },`).join('\n')}
} as const;

export type OperationId = keyof typeof operations;

${[fieldTables(requestFields), callbackTable(callbacks), pciTable(pciFields)].filter(Boolean).join('\n\n')}`;
}

function callbackTable(callbacks: readonly Callback[]): string {
  if (callbacks.length === 0) return '';
  const rows = callbacks.map(({ id, method, headers, schema }) => {
    const members = [`id: ${toLiteral(id)}`, `method: ${toLiteral(method)}`, `headers: [${headers.map(toLiteral).join(', ')}]`];
    return `${toKey(id)}: { ${[...members, ...(schema === undefined ? [] : [`schema: ${toLiteral(schema)}`])].join(', ')} },`;
  });
  return `/** Requests that the API sends, with the headers they carry and the schema of their body. */\nexport const callbacks = {\n${rows.join('\n')}\n} as const;`;
}

function pciTable(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `/** Names of the fields that hold card data: never log, keep or repeat them. */\nexport const pciFields = [${names.map(toLiteral).join(', ')}] as const;`;
}

function fieldTables({ shared, bodies }: RequestFields): string {
  const constants = [...shared].map(([name, table]) => `const ${name} = ${tableSource(table)} as const;`);
  return `${constants.join('\n\n')}

/** The fields of each operation's JSON body by name; those of an object are a table of their own. */
export const requestFields = ${tableSource(Object.fromEntries(bodies))} as const;`;
}

function tableSource(table: FieldTable): string {
  const members = Object.entries(table).map(([name, member]) => {
    const value = typeof member === 'object' ? tableSource(member) : String(member);
    return value === name ? name : `${toKey(name)}: ${value}`;
  });
  return `{ ${members.join(', ')} }`;
}

function descriptor({ id, method, path, security, effect, beta, repeatable, transition }: Operation): string {
  return [
    `id: ${toLiteral(id)}`,
    `method: ${toLiteral(method.toUpperCase())}`,
    `path: ${toLiteral(path)}`,
    `security: [${security.map(toLiteral).join(', ')}]`,
    `effect: ${toLiteral(effect)}`,
    `repeatable: ${repeatable}`,
    ...(beta ? ['beta: true'] : []),
    ...(transition ? [`transition: ${toLiteral(transition.action)}`] : []),
  ].join(', ');
}
