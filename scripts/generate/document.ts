import { resolve } from 'node:path';
import { bundle, createConfig, lintDocument, loadConfig, YamlParseError, type Config, type Document } from '@redocly/openapi-core';
import { findCircles } from './circles.js';
import { isObject, memberOf, type JsonObject } from './json.js';
import { createLocate, Files, positionOf } from './locate.js';
import { join, resolve as resolvePointer } from './pointer.js';
import { DocumentError, nameOfFile, type Locate, type Problem } from './problems.js';

/** A document bundled into one object, and what the lint says of it. */
export interface Loaded {
  readonly bundle: JsonObject;
  /** Every file the document is made of. */
  readonly files: readonly string[];
  /** `file:line:column` of a pointer into the bundle. */
  readonly locate: Locate;
  /** What the lint found; nothing may be written when there is any. */
  readonly problems: readonly Problem[];
}

/** The project's own document is held to `redocly.yaml`; of any other only what makes it unreadable counts. */
export async function loadDocument(file: string, own: boolean): Promise<Loaded> {
  const externalRefResolver = new Files();
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
    locate: createLocate(parsed, externalRefResolver.documents),
    problems,
  };
}

async function parse(file: string, resolver: Files): Promise<Document> {
  const document = await resolver.resolveDocument(null, resolve(file), true).catch((error: unknown) => ({ originalError: error }));
  if (!('parsed' in document)) throw new DocumentError([unreadable(file, document.originalError)]);
  const version = memberOf(document.parsed, 'openapi');
  if (typeof version === 'string' && /^3\.[012]\b/.test(version)) return document;
  const found = version === undefined ? 'it has no `openapi`' : `here is ${JSON.stringify(version)}`;
  const position = version === undefined ? nameOfFile(file) : positionOf({ source: document.source, pointer: '#/openapi' });
  throw new DocumentError([
    { pointer: '#/openapi', position, message: `The document must be OpenAPI 3.0, 3.1 or 3.2, such as "3.1.0"; ${found}.` },
  ]);
}

function refuseCircles({ parsed, source }: Document): void {
  const circles = isObject(parsed) ? findCircles(parsed) : [];
  const located = circles.map((problem) => ({ ...problem, position: positionOf({ source, pointer: problem.pointer }) }));
  if (located.length > 0) throw new DocumentError(located);
}

function unreadable(file: string, error: unknown): Problem {
  if (error instanceof YamlParseError) {
    const { source, line, col, message } = error;
    const name = nameOfFile(source.absoluteRef);
    // A fault of the file as a whole, such as a second document in it, is nowhere in particular.
    return { pointer: '', position: Number.isNaN(line) ? name : `${name}:${line}:${col}`, message: message.replace(/ in ".*$/, '') };
  }
  return { pointer: '', position: nameOfFile(file), message: error instanceof Error ? error.message : String(error) };
}

async function lint(document: Document, config: Config, externalRefResolver: Files): Promise<Problem[]> {
  const problems = await lintDocument({ document, config, externalRefResolver });
  const found = problems.flatMap(({ message, ruleId, location: [location] }): Problem[] => {
    const { source, reportOnKey } = { reportOnKey: false, ...(location ?? document) };
    const { parsed } = externalRefResolver.documents.find((known) => known.source === source) ?? document;
    const pointer = existing(parsed, location?.pointer ?? '#/');
    if (namesSchema(document, pointer)) return [];
    // The lint knows of a file that breaks off only where it begins.
    const [, fault, line, column] = /^Failed to parse: (.*) in ".*" \((\d+):(\d+)\)$/s.exec(message) ?? [];
    if (fault !== undefined)
      return [{ pointer: '', position: `${nameOfFile(source.absoluteRef)}:${line ?? ''}:${column ?? ''}`, message: fault }];
    const text = message.replace(/^Can't resolve \$ref$/, () => unresolved(parsed, pointer)).replace(/ in ".*" \(\d+:\d+\)$/, '');
    return [{ message: `${text} (${ruleId})`, pointer, position: positionOf({ source, pointer, reportOnKey }) }];
  });
  // It tells of what a mapping misses as often as it comes by.
  return [...new Map(found.map((problem) => [`${problem.message} ${problem.position}`, problem])).values()];
}

/** A lint rule puts the operation's id itself where the place of the id should be. */
function existing(parsed: unknown, pointer: string): string {
  if (resolvePointer(parsed, pointer) !== undefined) return pointer;
  const operation = pointer.slice(0, pointer.lastIndexOf('/'));
  return memberOf(resolvePointer(parsed, operation), 'operationId') === undefined ? pointer : join(operation, 'operationId');
}

// OpenAPI lets a discriminator name a component schema in short; the lint takes the name for a file.
function namesSchema({ parsed }: Document, pointer: string): boolean {
  if (!/\/discriminator\/mapping\/[^/]+$/.test(pointer) || !isObject(parsed)) return false;
  const name = resolvePointer(parsed, pointer);
  return typeof name === 'string' && memberOf(memberOf(memberOf(parsed, 'components'), 'schemas'), name) !== undefined;
}

function unresolved(parsed: unknown, pointer: string): string {
  const place = resolvePointer(parsed, pointer);
  const reference = typeof place === 'string' ? place : memberOf(place, '$ref');
  return typeof reference === 'string' ? `Nothing is at ${reference}` : 'Nothing is where this $ref points';
}
