import { BaseResolver, getLineColLocation, Source, type Document } from '@redocly/openapi-core';
import { indented } from './indentation.js';
import { isList, isObject, memberOf, type Json, type JsonObject } from './json.js';
import { join, split } from './pointer.js';
import { nameOfFile, type Locate } from './problems.js';

/** Reads the files of a document and remembers each of them. */
export class Files extends BaseResolver {
  readonly documents: Document[] = [];

  /** Without the mark that some editors put in front, which would shift every column. */
  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const source = await super.loadExternalRef(absoluteRef);
    return source.body.startsWith('\ufeff') ? new Source(source.absoluteRef, source.body.slice(1), source.mimeType) : source;
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const document = { parsed: this.#parse(source, isRoot), source };
    this.documents.push(document);
    return document;
  }

  /** Other parsers of YAML forgive what stands too far left inside brackets and quotes, so documents in use have it. */
  #parse(source: Source, isRoot?: boolean): unknown {
    for (let text = source; ;) {
      try {
        return super.parseDocument(text, isRoot).parsed;
      } catch (error) {
        const better = indented(text, error);
        if (!better) throw error;
        text = better;
      }
    }
  }
}

interface Place {
  readonly source: Source;
  readonly pointer: string;
}

/** `file:line:column` of a pointer into the bundle, in the file that the place was written in. */
export function createLocate(bundle: JsonObject, documents: readonly Document[]): Locate {
  let known: ReadonlyMap<object, Place> | undefined;
  return (pointer) => {
    known ??= findPlaces(documents);
    let value: Json | undefined = bundle;
    let place = known.get(bundle);
    for (const name of split(pointer)) {
      value = memberOf(value, name);
      const own = isObject(value) || isList(value) ? known.get(value) : undefined;
      place = own ?? (place && { ...place, pointer: join(place.pointer, name) });
    }
    return place && positionOf(place);
  };
}

/** Files that others refer to were read later; the bundle has their parts inside those that refer to them. */
function findPlaces(documents: readonly Document[]): Map<object, Place> {
  const places = new Map<object, Place>();
  const visit = (value: unknown, source: Source, pointer: string): void => {
    if ((!isObject(value) && !isList(value)) || places.has(value)) return;
    places.set(value, { source, pointer });
    for (const [name, member] of Object.entries(value)) visit(member, source, join(pointer, name));
  };
  for (const { source, parsed } of documents.toReversed()) visit(parsed, source, '#');
  return places;
}

export function positionOf({ source, pointer, reportOnKey }: Place & { readonly reportOnKey?: boolean | undefined }): string {
  const { start } = getLineColLocation({ source, pointer, reportOnKey: reportOnKey ?? false });
  return `${nameOfFile(source.absoluteRef)}:${start.line}:${start.col}`;
}
