import { toLiteral, toMember } from '../names.js';
import type { ListRules, RecordRules } from '../schema/shape.js';

export function mentions(source: string, variable: string): boolean {
  return new RegExp(`\\b${variable}\\b`).test(source);
}

/** Whether a test compares the variable with values, which TypeScript allows only where it may have them. */
export function compares(test: string, variable: string): boolean {
  const pieces = test.split(`${variable} === `);
  return pieces.some((after, index) => index > 0 && !after.startsWith('null') && !pieces[index - 1]?.endsWith('typeof '));
}

/** Whether TypeScript learns from a test what the variable may be. */
export function narrows(test: string, variable: string): boolean {
  return [`${variable} === `, `list(${variable})`, `record(${variable})`].some((words) => test.includes(words));
}

/** Source of a block of statements, a line each. */
export function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.filter((line) => line !== ''), '}'].join('\n');
}

/** The statements, or calls of functions that hold a part of them each: TypeScript gives up on functions that branch too often. */
export function inParts(statements: readonly string[], callOf: (part: readonly string[]) => string): readonly string[] {
  const written = statements.filter((each) => each !== '');
  const parts = Array.from({ length: Math.ceil(written.length / 64) }, (_, index) => written.slice(index * 64, (index + 1) * 64));
  return parts.length < 2 ? statements : parts.map(callOf);
}

/** Source of a loop over the items of a list, from one on; the statements call each of them `item`. */
export function eachItem(start: number, statements: string): string {
  return block(`for (let index = ${start}; index < value.length; index += 1)`, [
    mentions(statements, 'item') ? 'const item = value[index];' : '',
    statements,
  ]);
}

/** Source that counts as `contained` the items that pass a test. */
export function countContained(test: string): string {
  return `let contained = 0;\nfor (const item of value) if (${test}) contained += 1;`;
}

export function listLimits({ minimum, maximum, unique }: ListRules): string[] {
  return [
    ...(minimum === undefined ? [] : [`value.length >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`value.length <= ${maximum}`]),
    ...(unique ? ['distinct(value)'] : []),
  ];
}

export function recordLimits({ minimum, maximum }: RecordRules): string[] {
  return [
    ...(minimum === undefined ? [] : [`countOf(value) >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`countOf(value) <= ${maximum}`]),
  ];
}

/** Source that reads a member; a name that every object inherits is read only when the value has it itself. */
export function memberSource(name: string): string {
  return name in {} ? `own(value, ${toLiteral(name)})` : toMember('value', name);
}

export function all(tests: readonly string[]): string {
  const needed = tests.filter((test) => test !== 'true');
  if (needed.length < 2) return needed[0] ?? 'true';
  return needed.map((test) => (test.includes('||') && !test.startsWith('(') ? `(${test})` : test)).join(' && ');
}

export function any(tests: readonly string[]): string {
  if (tests.includes('true')) return 'true';
  const possible = tests.filter((test) => test !== 'false');
  if (possible.length < 2) return possible[0] ?? 'false';
  return `(${possible.map((test) => (test.includes('&&') ? `(${test})` : test)).join(' || ')})`;
}

export function negate(test: string): string {
  if (test === 'true') return 'false';
  return test === 'false' ? 'true' : `!(${test})`;
}
