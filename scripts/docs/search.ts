import MiniSearch from 'minisearch';
import type { JsonObject } from '../generate/json.js';
import type { Api } from '../apis.js';
import { listOperations, textAt } from './document.js';
import { searchOptions } from './search-options.js';

/** What one search finds: a section of the guide, an operation, or an export of the SDK. */
export interface Section {
  readonly title: string;
  readonly text: string;
  /** From the root of the site. */
  readonly url: string;
  readonly kind: string;
}

/** The script that carries the index; a script, because pages on disk may not read files. */
export function writeSearchIndex(sections: readonly Section[]): string {
  const index = new MiniSearch<Section & { id: number }>(searchOptions);
  index.addAll(sections.map((section, id) => ({ id, ...section })));
  return `globalThis.searchIndex = ${JSON.stringify(JSON.stringify(index))};\n`;
}

/** The operations of an API, as the search finds them. */
export function operationSections(api: Pick<Api, 'name'>, document: JsonObject): Section[] {
  return listOperations(document).map(({ id, method, path, node }) => ({
    title: `${textAt(node, 'summary')} (${id})`,
    text: `${method} ${path} ${textAt(node, 'description')}`,
    url: `${api.name}/index.html#/other/${id.toLowerCase()}`,
    kind: 'API',
  }));
}
