import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listOperations, textAt, titleOf, type Operation } from './document.js';
import { methodOf } from './methods.js';
import { writeIntroduction } from './introduction.js';
import { runRedocly } from './redocly.js';
import { sampleOf, toCurl } from './samples.js';
import { readIcon } from './page.js';
import type { Source } from './sources.js';
import { isObject, objectAt, type Json, type JsonObject } from '../generate/json.js';

// Redoc shows its mark from its maker's server; a reader who is offline, or who wants no request to leave, gets the name instead.
const mark = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
const name =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="44" height="14"><text x="0" y="11" font-family="sans-serif" font-size="11" fill="#808791">Redoc</text></svg>',
  );

/** The reference as one HTML file that asks nothing of the network. */
export async function buildApiPage(source: Source): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paylinks-docs-'));
  try {
    const page = join(folder, 'index.html');
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(await prepare(source)));
    await writeFile(join(folder, 'page.html'), await fillTemplate(source));
    runRedocly(['build-docs', join(folder, 'openapi.json'), '--output', page, '--template', join(folder, 'page.html'), '--inlineBundle']);
    return withoutRemoteMark(await readFile(page, 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The document as the page needs it: introduction, samples, examples where Redoc looks for them, operations at the top of the navigation. */
async function prepare(source: Source): Promise<JsonObject> {
  const { document } = source;
  const { tags: _tags, ...rest } = document;
  const operations = listOperations(document);
  const paths = Object.entries(objectAt(document['paths'])).map(([path, item]) => {
    const own = operations.filter((operation) => operation.path === path);
    const prepared = own.map((operation) => [operation.method.toLowerCase(), withSamples(source, operation)]);
    return [path, { ...objectAt(item), ...Object.fromEntries(prepared) }];
  });
  const info = { ...objectAt(document['info']), description: await writeIntroduction(source, 'page') };
  return objectAt(forReaders({ ...rest, info, paths: Object.fromEntries(paths) }));
}

function withSamples({ api, document, samples }: Source, operation: Operation): JsonObject {
  const { tags: _tags, ...node } = operation.node;
  const sources = [
    { lang: 'javascript', label: 'TypeScript', source: sampleOf(samples, operation.id) },
    { lang: 'curl', label: 'curl', source: toCurl({ api, document }, operation) },
  ];
  const method = methodOf(api.name, operation.id);
  const sdk = method === undefined ? '' : `\n\nIn the SDK: [${method.shown}](../${method.page})`;
  const description = `${textAt(node, 'description')}${sdk}`;
  return { ...node, description, 'x-codeSamples': sources };
}

/** Redoc shows a schema's `example` but not its `examples`, and nothing of `x-inferred`: the description takes it up. */
function forReaders(node: Json | undefined): Json {
  if (Array.isArray(node)) return node.map((item: Json) => forReaders(item));
  if (!isObject(node)) return node ?? null;
  const members = Object.entries(node).map(([key, member]) => [key, key === 'value' || key === 'examples' ? member : forReaders(member)]);
  const [example] = Array.isArray(node['examples']) ? node['examples'] : [];
  const note = textAt(node, 'x-inferred');
  return {
    ...Object.fromEntries(members),
    ...(example === undefined ? {} : { example }),
    ...(note === '' ? {} : { description: `${textAt(node, 'description')}\n\n*Inferred.* ${note}` }),
  };
}

async function fillTemplate({ document }: Source): Promise<string> {
  const read = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');
  const template = (await read('redoc.html'))
    .replaceAll('site:title', titleOf(document))
    .replace('href="icon"', `href="${await readIcon()}"`);
  return template.replace('/* page */', await read('redoc.css'));
}

function withoutRemoteMark(html: string): string {
  if (html.search(mark) === -1) throw new Error('Redoc no longer loads its mark from where it did: look for requests that leave the page');
  return html.replace(mark, name);
}
