import { textAt } from './document.js';
import { entriesOf, isList, isObject, objectAt, type Json, type JsonObject } from '../generate/json.js';

/** The numbered statuses of the document (`x-statuses`) as a Markdown table; nothing where it has none. */
export function tabulateStatuses(document: JsonObject): string {
  const rows = findStatuses(document['components']).map((row) => {
    const status = objectAt(row);
    return `| ${String(status['number'])} | \`${textAt(status, 'name')}\` | ${textAt(status, 'phase')} | ${textAt(status, 'sentence')} |`;
  });
  return rows.length === 0 ? '' : ['| Number | Name | Phase | Means |', '|---|---|---|---|', ...rows].join('\n');
}

function findStatuses(node: Json | undefined): readonly Json[] {
  if (!isObject(node)) return [];
  const own = node['x-statuses'];
  if (isList(own)) return own;
  return entriesOf(node).flatMap(([, member]) => findStatuses(member));
}
