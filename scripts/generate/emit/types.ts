import { astToString, resolveRef, scanDiscriminators, transformSchema, type GlobalContext, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { isObject, stringsAt, type JsonObject } from '../json.js';
import { describeFields } from './field-text.js';
import { nameRecursiveTypes } from './recursive-types.js';

/** `paths`, `components` and `operations` as openapi-typescript writes them; it marks discriminating properties in the document it is given. */
export function emitTypes({ document, recursive }: TypesRequest): string {
  const schema = toOpenApi(describeFields(document));
  const nodes = transformSchema(schema, createContext(schema));
  const text = astToString(nameRecursiveTypes(nodes, new Set(recursive)));
  // Its helper refuses names that a type lacks, which the types of nullable and of open objects do.
  return text.replace(
    /type WithRequired<.*/s,
    'type WithRequired<T, K extends PropertyKey> = T & { [P in K]-?: P extends keyof T ? T[P] : unknown };\n',
  );
}

export interface TypesRequest {
  readonly document: JsonObject;
  /** Names of schemas that contain themselves without an object between. */
  readonly recursive: readonly string[];
}

const settings = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
};

/** What openapi-typescript works with once a document is checked and bundled, which Redocly's newer core has done by now. */
function createContext(schema: OpenAPI3): GlobalContext {
  const context: Omit<GlobalContext, 'redoc'> = {
    ...settings,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    postTransform: undefined,
    transform: (member) => openEnum(member),
    transformProperty: undefined,
    resolve: (reference) => resolveRef(schema, reference, { silent: true }),
  };
  // `redoc` configures the checking and bundling alone; what follows never reads it.
  return context as GlobalContext;
}

/** An open list of strings: the known ones are offered, any other is allowed. */
function openEnum(schema: object): ts.TypeNode | undefined {
  if (!isObject(schema) || schema['x-extensible-enum'] === undefined) return undefined;
  const { factory, SyntaxKind } = ts;
  const known = stringsAt(schema['x-extensible-enum']).map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const kinds = typeof schema.type === 'string' ? [schema.type] : stringsAt(schema.type);
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  const nothing = kinds.includes('null') || schema.nullable === true ? [factory.createLiteralTypeNode(factory.createNull())] : [];
  return factory.createUnionTypeNode([...known, factory.createParenthesizedType(anyString), ...nothing]);
}

// Redocly has read the document by now; openapi-typescript has a type of its own for it.
function toOpenApi(document: unknown): OpenAPI3 {
  return document as OpenAPI3;
}
