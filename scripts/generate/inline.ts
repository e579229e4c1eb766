import { entriesOf, isList, isObject, objectAt, type Json, type JsonObject } from './json.js';
import { methods, readPathItem } from './operations.js';
import { join } from './pointer.js';
import type { Reader } from './schema/reader.js';

/** Reads the schemas that stand in operations and shared parts rather than among the components, for what is wrong with them; nothing is emitted for them. */
export function checkInlineSchemas(document: JsonObject, reader: Reader): void {
  const check = (part: Json | undefined, pointer: string): void => checkPart(part, pointer, reader);
  for (const [path, entry] of entriesOf(document.paths)) {
    const { item, pointer } = readPathItem(document, path, entry);
    checkList(item.parameters, join(pointer, 'parameters'), reader);
    for (const method of methods) {
      const operation = objectAt(item[method]);
      const place = join(pointer, method);
      checkList(operation.parameters, join(place, 'parameters'), reader);
      check(operation.requestBody, join(place, 'requestBody'));
      for (const [status, response] of entriesOf(operation.responses)) check(response, join(place, 'responses', status));
    }
  }
  for (const section of ['parameters', 'requestBodies', 'responses', 'headers']) {
    for (const [name, part] of entriesOf(objectAt(document.components)[section])) check(part, join('#/components', section, name));
  }
}

function checkList(parts: Json | undefined, pointer: string, reader: Reader): void {
  if (isList(parts)) parts.forEach((part, index) => checkPart(part, join(pointer, index), reader));
}

/** A parameter, a body, an answer or a header: its schema, those of its media types and those of its headers. */
function checkPart(part: Json | undefined, pointer: string, reader: Reader): void {
  if (!isObject(part) || '$ref' in part) return;
  if (part.schema !== undefined) reader.read(part.schema, join(pointer, 'schema'));
  for (const [type, media] of entriesOf(part.content)) {
    const { schema } = objectAt(media);
    if (schema !== undefined) reader.read(schema, join(pointer, 'content', type, 'schema'));
  }
  for (const [name, header] of entriesOf(part.headers)) checkPart(header, join(pointer, 'headers', name), reader);
}
