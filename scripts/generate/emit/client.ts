import type { Model } from '../model.js';
import { toLiteral } from '../names.js';
import type { Operation } from '../operations.js';

/** An openapi-fetch client of the document, and one function per operation. */
export function emitClient({ operations }: Model): string {
  const imports = ['type Client', 'type ClientOptions', ...(operations.length ? ['type FetchOptions'] : [])];
  return `import createClient, { ${imports.join(', ')} } from 'openapi-fetch';
import type { paths } from './types.js';

export type RawClient = Client<paths>;

/** A client that speaks the document's own shapes; credentials, time limits and retries are up to the \`fetch\` it is given. */
export function createRawClient(options?: ClientOptions): RawClient { return createClient<paths>(options); }

${operations.map(operationFunction).join('\n\n')}`;
}

function operationFunction({ name, method, path, demanding }: Operation): string {
  const options = `init: FetchOptions<paths[${toLiteral(path)}][${toLiteral(method)}]>${demanding ? '' : ' = {}'}`;
  return `export function ${name}(client: RawClient, ${options}) {
  return client.${method.toUpperCase()}(${toLiteral(path)}, init);
}`;
}
