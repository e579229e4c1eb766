import type { Api, CoreState, Page } from './api.js';
import { respondDocument } from './document.js';
import type { BaseEntry } from './journal.js';
import { respondDocs } from './listen-docs.js';
import { respondEmpty } from './response.js';

/** The pages that every sandbox has: the API's document and the docs site. */
export function commonPages<State extends CoreState<Entry>, Entry extends BaseEntry>({
  document,
  prefix,
}: Pick<Api<State, Entry>, 'document' | 'prefix'>): readonly Page<State>[] {
  return [
    { path: /^\/favicon\.ico()$/, show: () => respondEmpty(204) },
    { path: /^\/openapi\.(json|yaml)$/, show: (_, { origin }, format) => respondDocument(document, origin + prefix, format) },
    { path: /^\/docs(|\/.*)$/, show: ({ docs }, _, file) => respondDocs(docs, file) },
  ];
}
