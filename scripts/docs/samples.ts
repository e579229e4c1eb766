import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deref, exampleOf, serverOf, textAt, type Operation } from './document.js';
import { entriesOf, isObject, objectAt, type JsonObject } from '../generate/json.js';

/** Source of each TypeScript sample by its file's name, without the suffix. */
export type Samples = ReadonlyMap<string, string>;

export async function readSamples(folder: string): Promise<Samples> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const sources = names.map(async (name) => [name.slice(0, -3), (await readFile(join(folder, name), 'utf8')).trimEnd()] as const);
  return new Map(await Promise.all(sources));
}

/** The sample of that name; for an operation, `create-link` for `createLink`. */
export function sampleOf(samples: Samples, name: string): string {
  const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const source = samples.get(file);
  if (source === undefined) throw new Error(`samples/${file}.ts is missing beside the document: every operation needs a sample`);
  return source;
}

/** A shell command that makes the operation's request, with credentials from the environment. */
export function toCurl(
  { api, document }: { readonly api: { readonly name: string }; readonly document: JsonObject },
  operation: Operation,
): string {
  const body = bodyOf(document, operation);
  const headers = operation.security.map((name) => `${name}: $${variables[api.name]?.[name] ?? toVariable(name)}`);
  const types = ['Accept: application/json', ...(body === undefined ? [] : ['Content-Type: application/json'])];
  return [
    `curl --request ${operation.method} ${quote(serverOf(document) + fillPath(document, operation))}`,
    '--fail-with-body',
    ...[...headers, ...types].map((header) => `--header "${header}"`),
    ...(body === undefined ? [] : [`--data ${quote(body)}`]),
  ].join(' \\\n  ');
}

/** The names under which the credentials are expected in the environment. */
export const variables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  neopay: { 'x-app-key': 'NEOPAY_APP_KEY', Authorization: 'NEOPAY_TOKEN' },
  netopia: { Authorization: 'NETOPIA_API_KEY' },
};

function toVariable(header: string): string {
  return header.toUpperCase().replaceAll('-', '_');
}

function bodyOf(document: JsonObject, { node }: Operation): string | undefined {
  const content = deref(document, node['requestBody'])['content'];
  const media = objectAt(content)['application/json'];
  if (!isObject(media)) return undefined;
  const example = exampleOf(document, media);
  if (example === undefined) throw new Error(`${textAt(node, 'operationId')} needs an example of its body: the curl sample sends it`);
  return JSON.stringify(example, undefined, 2);
}

function fillPath(document: JsonObject, { path, parameters }: Operation): string {
  return entriesOf(Object.fromEntries(parameters.map((each) => [textAt(each, 'name'), exampleOf(document, each)]))).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
