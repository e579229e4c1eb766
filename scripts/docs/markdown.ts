import { deref, exampleOf, listOperations, textAt, titleOf, type Operation } from './document.js';
import { describeField, describeFields } from './fields.js';
import type { GuidePage } from './guide.js';
import { sampleOf, toCurl } from './samples.js';
import type { Section } from './search.js';
import type { Source } from './sources.js';
import { entriesOf, objectAt, type Json, type JsonObject } from '../generate/json.js';

/** One operation as a Markdown page: what it does, what it takes, what it answers, and how to call it. */
export function writeOperation({ api, document, samples }: Source, operation: Operation): string {
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
    '## TypeScript',
    '```ts\n' + sampleOf(samples, operation.id) + '\n```',
    '## curl',
    '```bash\n' + toCurl({ api, document }, operation) + '\n```',
    '',
  ].join('\n\n');
}

/** The pages of the site for machine readers, in the form that llmstxt.org proposes. */
export function writeIndex(pages: readonly GuidePage[], sources: readonly Source[]): string {
  return [
    '# paylinks',
    '> Typed clients and stateful sandboxes for two payment APIs, NEOPAY Payment Links and NETOPIA Payments v2.',
    `## Guide\n\n${pages.map(({ name, title }) => `- [${title}](${name}.md)`).join('\n')}`,
    ...sources.map(({ api, document }) => {
      const operations = listOperations(document).map(
        ({ id, method, path, node }) => `- [${textAt(node, 'summary')}](${api.name}/operations/${id}.md): ${method} ${path}`,
      );
      const files = `- [Introduction](${api.name}/introduction.md)\n- [OpenAPI document, YAML](${api.name}/openapi.yaml)\n- [OpenAPI document, JSON](${api.name}/openapi.json)`;
      return `## ${titleOf(document)}\n\n${files}\n${operations.join('\n')}`;
    }),
    '## SDK\n\n- [Every export, with its comment](sdk.md)',
    '',
  ].join('\n\n');
}

/** Every export of the SDK with its comment, for machine readers. */
export function writeExports(exported: readonly Section[]): string {
  return `# SDK\n\n${exported.map(({ title, text }) => `## ${title}\n\n${text}`).join('\n\n')}\n`;
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
