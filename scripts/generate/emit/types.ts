import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { isObject, stringsAt, type Json, type JsonObject } from '../json.js';

/** `paths`, `components` and `operations` as openapi-typescript writes them. */
export async function emitTypes(document: JsonObject): Promise<string> {
  const nodes = await openapiTS(structuredClone(toOpenApi(document)), {
    silent: true,
    defaultNonNullable: false,
    transform: (schema) => openEnum(schema),
  });
  return astToString(nodes);
}

/** An open list of strings: the known ones are offered, any other is allowed. */
function openEnum(schema: object): ts.TypeNode | undefined {
  if (!isObject(schema) || schema['x-extensible-enum'] === undefined) return undefined;
  const known = stringsAt(schema['x-extensible-enum']).map((value) =>
    ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value)),
  );
  const kinds = typeof schema.type === 'string' ? [schema.type] : stringsAt(schema.type);
  const anyString = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ]);
  const open = ts.factory.createParenthesizedType(anyString);
  const nothing = kinds.includes('null') || schema.nullable === true ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())] : [];
  return ts.factory.createUnionTypeNode([...known, open, ...nothing]);
}

// The pipeline has read the document by now; openapi-typescript asks for its own type of it and checks it again.
function toOpenApi(document: Json): OpenAPI3 {
  return document as unknown as OpenAPI3;
}
