import { entriesOf, isList, objectAt, type JsonObject } from './json.js';
import { toIdentifier, unused } from './names.js';

/** The addresses of the document's servers by name, in its order; the first is the default. */
export function readServers({ servers }: JsonObject): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const server of isList(servers) ? servers.map(objectAt) : []) {
    const url = addressOf(server);
    if (url !== '') named.set(unused(nameOf(server, url), named), url);
  }
  return named;
}

/** The address with each variable at its default. */
function addressOf({ url, variables }: JsonObject): string {
  const defaults = new Map(entriesOf(variables).map(([name, variable]) => [name, String(objectAt(variable).default ?? '')]));
  return typeof url === 'string' ? url.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => defaults.get(name) ?? whole) : '';
}

/** `name` came with OpenAPI 3.2; before it a description that begins with a word or two, such as "Live.", is the nearest to a name. */
function nameOf({ name, description }: JsonObject, url: string): string {
  if (typeof name === 'string' && name !== '') return name;
  const [beginning = ''] = String(description ?? '').split(/[.,:;(\n]/);
  const words = beginning.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length > 0 && words.length <= 3) return toIdentifier(words.join(' '));
  return toIdentifier(URL.canParse(url) ? new URL(url).host : url);
}
