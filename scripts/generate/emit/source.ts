import { toLiteral, toMember } from '../names.js';
import type { ListRules, RecordRules } from '../schema/shape.js';

export function mentions(source: string, variable: string): boolean {
  return new RegExp(`\\b${variable}\\b`).test(source);
}

/** Source of a block of statements, a line each. */
export function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.filter((line) => line !== ''), '}'].join('\n');
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
  if (needed.length === 0) return 'true';
  return needed.length === 1
    ? (needed[0] ?? 'true')
    : needed.map((test) => (test.includes('||') && !test.startsWith('(') ? `(${test})` : test)).join(' && ');
}

export function any(tests: readonly string[]): string {
  if (tests.includes('true')) return 'true';
  if (tests.length < 2) return tests[0] ?? 'false';
  return `(${tests.map((test) => (test.includes('&&') ? `(${test})` : test)).join(' || ')})`;
}

export function negate(test: string): string {
  return test === 'true' ? 'false' : `!(${test})`;
}
