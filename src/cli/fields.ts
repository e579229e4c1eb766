import document from '../../generated/neopay/openapi.json' with { type: 'json' };
import { isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';

/** One field of a body or of a link, as the document describes it. */
export interface Field {
  /** Its name as an option and as a column: `product`, `settings.theme.selected`. */
  readonly path: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
}

// Nothing but its JSON is known of the document.
const root: Json = { ...document };

/** The fields of an operation's JSON body; none where it has no body. */
export function bodyFields(operation: { readonly path: string; readonly method: string }): readonly Field[] {
  return fieldsOf(
    at(root, 'paths', operation.path, operation.method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'),
  );
}

/** The fields of a schema of the document by its name. */
export function schemaFields(name: string): readonly Field[] {
  return fieldsOf(at(root, 'components', 'schemas', name));
}

/** The first sentence of an operation, such as "Create a payment link". */
export function summaryOf(operation: { readonly path: string; readonly method: string }): string {
  return String(at(root, 'paths', operation.path, operation.method.toLowerCase())['summary'] ?? '');
}

/** The object that options or columns describe; what is empty is left out. The client checks the rest, and names what does not fit. */
export function buildInput(fields: readonly Field[], values: Readonly<Record<string, unknown>>): Json {
  const input: Json = {};
  for (const field of fields) {
    const value = values[field.path];
    if (typeof value !== 'string' || value === '') continue;
    const names = field.path.split('.');
    const last = names.pop() ?? '';
    const owner = names.reduce<Json>((parent, name) => {
      const child = isObject(parent[name]) ? parent[name] : {};
      parent[name] = child;
      return child;
    }, input);
    owner[last] = read(field, value.trim());
  }
  return input;
}

/** A field's value as text, for a column. */
export function valueAt(value: unknown, path: string): string {
  const found = path.split('.').reduce<unknown>((parent, name) => (isObject(parent) ? parent[name] : undefined), value);
  return found === undefined || found === null ? '' : typeof found === 'object' ? JSON.stringify(found) : String(found);
}

function read({ types }: Field, text: string): unknown {
  const isNumeric = types.includes('number') || types.includes('integer');
  if (isNumeric && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes('boolean') && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}

function fieldsOf(schema: Json, prefix = ''): readonly Field[] {
  const { properties, required } = resolve(schema);
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, property]) => {
    const found = isObject(property) ? resolve(property) : {};
    const path = `${prefix}${name}`;
    if (isObject(found['properties'])) return fieldsOf(found, `${path}.`);
    const { type, description } = found;
    return {
      path,
      types: (Array.isArray(type) ? type : [type]).map(String),
      required: prefix === '' && Array.isArray(required) && required.includes(name),
      description: typeof description === 'string' ? description : '',
    };
  });
}

function resolve(schema: Json): Json {
  const { $ref, ...rest } = schema;
  return typeof $ref === 'string' ? { ...resolve(at(root, ...$ref.split('/').slice(1))), ...rest } : schema;
}

function at(value: unknown, ...names: readonly string[]): Json {
  const found = names.reduce<unknown>((parent, name) => (isObject(parent) ? parent[name] : undefined), value);
  return isObject(found) ? found : {};
}
