import { keywords as array } from '../keywords/array.js';
import { keywords as combination } from '../keywords/combination.js';
import { keywords as condition } from '../keywords/condition.js';
import { keywords as discriminator } from '../keywords/discriminator.js';
import { keywords as values } from '../keywords/enum.js';
import { keywords as number } from '../keywords/number.js';
import { keywords as object } from '../keywords/object.js';
import { keywords as string } from '../keywords/string.js';
import { keywords as type } from '../keywords/type.js';
import { keywords as unevaluated } from '../keywords/unevaluated.js';

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

const assertions: ReadonlySet<string> = new Set(
  ['$ref', array, combination, condition, discriminator, values, number, object, string, type, unevaluated].flat(),
);

const silent: ReadonlySet<string> = new Set([...annotations, '$defs', 'definitions']);

export function isHandled(keyword: string): boolean {
  return assertions.has(keyword) || silent.has(keyword) || keyword.startsWith('x-');
}

/** Whether schemas that name the dialect mean by each keyword what those of OpenAPI 3.1 and later do. */
export function isKnownDialect(dialect: unknown): boolean {
  return /^https:\/\/(json-schema\.org\/draft\/2020-12\/schema#?|spec\.openapis\.org\/oas\/3\.[12]\/dialect\/.+)$/.test(String(dialect));
}

/** Whether a keyword changes the verdict on a value. */
export function isAssertion(keyword: string): boolean {
  return assertions.has(keyword);
}
