import { deref, exampleOf, listOperations, textAt, type Operation } from './document.js';
import { sampleOf, toCurl, type Samples } from './samples.js';
import { entriesOf, isObject, memberOf, objectAt, stringsAt, type Json, type JsonObject } from '../generate/json.js';

/** One operation as a Markdown page: what it does, what it takes, what it answers, and how to call it. */
export function writeOperation(document: JsonObject, operation: Operation, samples: Samples): string {
  const { node, method, path, parameters } = operation;
  const body = deref(document, node['requestBody']);
  return [
    `# ${textAt(node, 'summary')}`,
    `\`${method} ${path}\` (\`${operation.id}\`)`,
    textAt(node, 'description'),
    ...inferred(node),
    ...section(
      'Parameters',
      parameters.map((each) => describeField(document, textAt(each, 'name'), each, [textAt(each, 'name')])),
    ),
    ...section('Body', fieldsOf(document, mediaOf(body)['schema'], '')),
    ...fenced('json', exampleOf(document, mediaOf(body))),
    '## Answers',
    ...entriesOf(node['responses']).flatMap(([status, response]) => writeResponse(document, status, deref(document, response))),
    '## curl',
    '```bash\n' + toCurl(document, operation) + '\n```',
    '## TypeScript',
    '```ts\n' + sampleOf(samples, operation.id) + '\n```',
    '',
  ].join('\n\n');
}

/** The pages of the site for machine readers, in the form that llmstxt.org proposes. */
export function writeIndex(document: JsonObject): string {
  const info = objectAt(document['info']);
  const operations = listOperations(document).map(({ id, method, path, node }) => {
    return `- [${textAt(node, 'summary')}](operations/${id}.md): ${method} ${path}`;
  });
  return [
    `# ${textAt(info, 'title')}`,
    `> ${textAt(info, 'summary')}`,
    '## Guide\n\n- [Introduction](introduction.md): first link, authentication, lifecycle, errors, duplicates and retries, what is inferred',
    `## Operations\n\n${operations.join('\n')}`,
    '## Reference\n\n- [OpenAPI document, YAML](openapi.yaml)\n- [OpenAPI document, JSON](openapi.json)\n- [SDK reference](sdk/index.html)\n- [All operations on one page](index.html)',
    '',
  ].join('\n\n');
}

function writeResponse(document: JsonObject, status: string, response: JsonObject): string[] {
  const headers = entriesOf(response['headers']).map(([name, header]) => {
    return describeField(document, name, deref(document, header), []);
  });
  return [
    `### ${status}`,
    textAt(response, 'description'),
    ...inferred(response),
    ...(headers.length === 0 ? [] : [headers.join('\n')]),
    ...listed(fieldsOf(document, mediaOf(response)['schema'], '')),
    ...fenced('json', exampleOf(document, mediaOf(response))),
  ];
}

function mediaOf(node: JsonObject): JsonObject {
  return objectAt(objectAt(node['content'])['application/json']);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function listed(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function fenced(language: string, value: Json | undefined): string[] {
  return value === undefined ? [] : ['```' + language + '\n' + JSON.stringify(value, undefined, 2) + '\n```'];
}

function inferred(node: JsonObject): string[] {
  const note = textAt(node, 'x-inferred');
  return note === '' ? [] : [`> **Inferred.** ${note}`];
}

/** Every field below a schema, one line each, nested ones with dots. */
function fieldsOf(document: JsonObject, schema: Json | undefined, prefix: string): string[] {
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
  return items === undefined ? fieldsOf(document, field, `${path}.`) : fieldsOf(document, items['items'], `${path}[].`);
}

function describeField(document: JsonObject, path: string, node: JsonObject, required: readonly string[]): string {
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
  const words = stringsAt(schema['enum']);
  return words.length === 0 ? named : [...named, `one of ${words.map((word) => `\`${word}\``).join(', ')}`];
}
