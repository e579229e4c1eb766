import { deref, exampleOf, listOperations, textAt, type Operation } from './document.js';
import { describeField, describeFields } from './fields.js';
import { sampleOf, toCurl, type Samples } from './samples.js';
import { entriesOf, objectAt, type Json, type JsonObject } from '../generate/json.js';

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
    ...section('Body', describeFields(document, mediaOf(body)['schema'], '')),
    ...fenced('json', exampleOf(document, mediaOf(body))),
    '## Answers',
    ...writeResponses(document, node),
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

/** By status: an object puts `401` before `2XX`, wherever the document has it. */
function writeResponses(document: JsonObject, { responses }: JsonObject): string[] {
  const all = entriesOf(responses)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([status, response]) => ({ status, response: deref(document, response) }));
  return all.flatMap(({ status, response }, index) => {
    const twin = all.slice(0, index).find((earlier) => JSON.stringify(earlier.response['content']) === JSON.stringify(response['content']));
    const body = twin === undefined ? writeBody(document, response) : [`The body is the same as under ${twin.status}.`];
    return [`### ${status}`, textAt(response, 'description'), ...inferred(response), ...listHeaders(document, response), ...body];
  });
}

function writeBody(document: JsonObject, response: JsonObject): string[] {
  const media = mediaOf(response);
  return [...listed(describeFields(document, media['schema'], '')), ...fenced('json', exampleOf(document, media))];
}

function listHeaders(document: JsonObject, { headers }: JsonObject): string[] {
  return listed(entriesOf(headers).map(([name, header]) => describeField(document, name, deref(document, header), [])));
}

function mediaOf(node: JsonObject): JsonObject {
  return objectAt(objectAt(node['content'])['application/json']);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, ...listed(lines)];
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
