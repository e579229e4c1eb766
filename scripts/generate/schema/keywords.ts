/** Keywords that describe a value without judging it. */
const annotations = [
  '$comment',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  'default',
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'readOnly',
  'title',
  'writeOnly',
  'xml',
];

/** Keywords that a shape carries. */
const assertions = [
  '$defs',
  '$ref',
  'additionalProperties',
  'allOf',
  'anyOf',
  'const',
  'contains',
  'definitions',
  'dependentRequired',
  'dependentSchemas',
  'discriminator',
  'else',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'if',
  'items',
  'maxContains',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minContains',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'not',
  'nullable',
  'oneOf',
  'pattern',
  'patternProperties',
  'prefixItems',
  'properties',
  'propertyNames',
  'required',
  'then',
  'type',
  'unevaluatedProperties',
  'uniqueItems',
];

const handled: ReadonlySet<string> = new Set([...annotations, ...assertions]);
const silent: ReadonlySet<string> = new Set([...annotations, '$defs', 'definitions']);

export function isHandled(keyword: string): boolean {
  return handled.has(keyword) || keyword.startsWith('x-');
}

/** Whether schemas that name the dialect mean by each keyword what those of OpenAPI 3.1 and later do. */
export function isKnownDialect(dialect: unknown): boolean {
  return /^https:\/\/(json-schema\.org\/draft\/2020-12\/schema#?|spec\.openapis\.org\/oas\/3\.[12]\/dialect\/.+)$/.test(String(dialect));
}

/** Whether a keyword changes the verdict on a value. */
export function isAssertion(keyword: string): boolean {
  return keyword === 'x-decimals' || (isHandled(keyword) && !keyword.startsWith('x-') && !silent.has(keyword));
}
