import { deref, textAt } from './document.js';
import { entriesOf, isObject, memberOf, stringsAt, type Json, type JsonObject } from '../generate/json.js';

/** Every field below a schema, one line each, nested ones with dots. */
export function describeFields(document: JsonObject, schema: Json | undefined, prefix: string): string[] {
  const node = deref(document, schema);
  return entriesOf(node['properties']).flatMap(([name, member]) => {
    const field = deref(document, member);
    const path = prefix + name;
    return [
      describeField(
        document,
        path,
        field,
        stringsAt(node['required']).map((each) => prefix + each),
      ),
      ...below(document, field, path),
    ];
  });
}

/** The fields of a list's items are written `data[].id`; of several forms, the first with fields is shown. */
function below(document: JsonObject, field: JsonObject, path: string): string[] {
  const forms = [field, ...(Array.isArray(field['oneOf']) ? field['oneOf'].map((form: Json) => deref(document, form)) : [])];
  const items = forms.find((form) => isObject(form['items']));
  return items === undefined ? describeFields(document, field, `${path}.`) : describeFields(document, items['items'], `${path}[].`);
}

/** One line on a field, a parameter or a header. */
export function describeField(document: JsonObject, path: string, node: JsonObject, required: readonly string[]): string {
  const schema = isObject(node['schema']) ? deref(document, node['schema']) : node;
  const words = [typeOf(schema), ...(required.includes(path) ? ['required'] : []), ...limitsOf(schema)].filter(Boolean);
  const example = node['example'] ?? memberOf(schema['examples'], '0');
  const description = textAt(node, 'description').replace(/\s+/g, ' ');
  const note = textAt(node, 'x-inferred');
  return [
    `- \`${path}\` (${words.join(', ')}): ${description}`,
    ...(note === '' ? [] : [`*Inferred: ${note}*`]),
    ...(example === undefined ? [] : [`Example: \`${JSON.stringify(example)}\``]),
  ].join(' ');
}

function typeOf(schema: JsonObject): string {
  const types = typeof schema['type'] === 'string' ? [schema['type']] : stringsAt(schema['type']);
  const form = types.length > 0 ? types.join(' or ') : 'one of several forms';
  return typeof schema['format'] === 'string' ? `${form}, ${schema['format']}` : form;
}

function limitsOf(schema: JsonObject): string[] {
  const limits = ['minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'pattern'] as const;
  const named = limits.flatMap((limit) => (schema[limit] === undefined ? [] : [`${limit} \`${String(schema[limit])}\``]));
  const decimals = schema['x-decimals'];
  if (decimals !== undefined) named.push(`at most ${String(decimals)} decimals`);
  const words = stringsAt(schema['enum']);
  return words.length === 0 ? named : [...named, `one of ${words.map((word) => `\`${word}\``).join(', ')}`];
}
