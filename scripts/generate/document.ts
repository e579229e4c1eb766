import { relative, resolve } from 'node:path';
import {
  BaseResolver,
  bundle,
  createConfig,
  getLineColLocation,
  lintDocument,
  loadConfig,
  Source,
  YamlParseError,
  type Config,
  type Document,
} from '@redocly/openapi-core';
import { findCircles } from './circles.js';
import { isObject, memberOf, type JsonObject } from './json.js';
import { resolve as resolvePointer } from './pointer.js';
import { DocumentError, type Problem } from './problems.js';

/** A document bundled into one object, and what the lint says of it. */
export interface Loaded {
  readonly bundle: JsonObject;
  /** Every file the document is made of. */
  readonly files: readonly string[];
  /** `file:line:column` of a pointer, when it is in the root file. */
  readonly locate: (pointer: string) => string | undefined;
  /** What the lint found; nothing may be written when there is any. */
  readonly problems: readonly Problem[];
}

/** The project's own document is held to `redocly.yaml`; of any other only what makes it unreadable counts. */
export async function loadDocument(file: string, own: boolean): Promise<Loaded> {
  const externalRefResolver = new BaseResolver();
  const document = await parse(file, externalRefResolver);
  refuseCircles(document);
  const config = own
    ? await loadConfig()
    : await createConfig({ rules: { 'no-unresolved-refs': 'error', 'operation-operationId-unique': 'error' } });
  const problems = await lint(document, config, externalRefResolver);
  const bundled = await bundle({ doc: document, config, externalRefResolver });
  const { parsed } = bundled.bundle;
  if (!isObject(parsed)) throw new DocumentError([{ pointer: '#/', message: 'An OpenAPI document must be an object.' }]);
  return {
    bundle: parsed,
    files: [resolve(file), ...bundled.fileDependencies],
    locate: (pointer) => locate(document.source, pointer),
    problems,
  };
}

async function parse(file: string, resolver: BaseResolver): Promise<Document> {
  const document = await resolver.resolveDocument(null, resolve(file), true).catch((error: unknown) => ({ originalError: error }));
  if (!('parsed' in document)) throw new DocumentError([unreadable(file, document.originalError)]);
  const version = isObject(document.parsed) ? document.parsed.openapi : undefined;
  if (typeof version === 'string' && /^3\.[012]\b/.test(version)) return document;
  throw new DocumentError([
    { pointer: '#/openapi', position: relative('', file), message: 'The document must be OpenAPI 3.0, 3.1 or 3.2.' },
  ]);
}

function refuseCircles({ parsed, source }: Document): void {
  const circles = isObject(parsed) ? findCircles(parsed) : [];
  if (circles.length > 0) throw new DocumentError(circles.map((problem) => ({ ...problem, position: locate(source, problem.pointer) })));
}

function unreadable(file: string, error: unknown): Problem {
  if (error instanceof YamlParseError) {
    const { source, line, col, message } = error;
    const name = relative('', source.absoluteRef);
    // A fault of the file as a whole, such as a second document in it, is nowhere in particular.
    return { pointer: '', position: Number.isNaN(line) ? name : `${name}:${line}:${col}`, message: message.replace(/ in ".*$/, '') };
  }
  return { pointer: '', position: relative('', file), message: error instanceof Error ? error.message : String(error) };
}

async function lint(document: Document, config: Config, externalRefResolver: BaseResolver): Promise<Problem[]> {
  const problems = await lintDocument({ document, config, externalRefResolver });
  const real = problems.filter(({ location: [location] }) => !namesSchema(document, location?.pointer ?? ''));
  return real.map(({ message, ruleId, location: [location] }) => ({
    message: `${message.replace(/^Can't resolve \$ref$/, () => unresolved(document, location?.pointer ?? '#/'))} (${ruleId})`,
    pointer: location?.pointer ?? '#/',
    ...(location ? { position: locate(location.source, location.pointer ?? '#/') } : {}),
  }));
}

// OpenAPI lets a discriminator name a component schema in short; the lint takes the name for a file.
function namesSchema({ parsed }: Document, pointer: string): boolean {
  if (!/\/discriminator\/mapping\/[^/]+$/.test(pointer) || !isObject(parsed)) return false;
  const name = resolvePointer(parsed, pointer);
  return typeof name === 'string' && memberOf(memberOf(memberOf(parsed, 'components'), 'schemas'), name) !== undefined;
}

function unresolved({ parsed }: Document, pointer: string): string {
  const reference = memberOf(resolvePointer(parsed, pointer), '$ref');
  return typeof reference === 'string' ? `Nothing is at ${reference}` : 'Nothing is where this $ref points';
}

function locate(source: Source, pointer: string): string {
  const { start } = getLineColLocation({ source, pointer });
  return `${relative('', source.absoluteRef)}:${start.line}:${start.col}`;
}
