import { toLiteral, toMember } from '../names.js';

export function mentions(source: string, variable: string): boolean {
  return new RegExp(`(?<![\\w$])${variable}(?![\\w$])`).test(source);
}

/** Source of a block of statements, a line each. */
export function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.filter((line) => line !== ''), '}'].join('\n');
}

/** Source that reads a member; a name that every object inherits is read only when the value has it itself. */
export function memberSource(name: string): string {
  return name in {} ? `own(value, ${toLiteral(name)})` : toMember('value', name);
}

/** Source of the test whether all tests hold. */
export function all(tests: readonly string[]): string {
  if (tests.includes('false')) return 'false';
  const needed = tests.filter((test) => test !== 'true');
  if (needed.length < 2) return needed[0] ?? 'true';
  return needed.map((test) => (test.includes('||') && !test.startsWith('(') ? `(${test})` : test)).join(' && ');
}

/** Source of the test whether one of the tests holds, in brackets where it is made of several. */
export function any(tests: readonly string[]): string {
  if (tests.includes('true')) return 'true';
  const possible = tests.filter((test) => test !== 'false');
  if (possible.length < 2) return possible[0] ?? 'false';
  return `(${possible.map((test) => (test.includes('&&') ? `(${test})` : test)).join(' || ')})`;
}

export function negate(test: string): string {
  if (test === 'true') return 'false';
  if (test === 'false') return 'true';
  const [, operator = ''] = /^[\w.$]+ (===|!==) (?:[\w.$-]+|'[^'\\]*')$/.exec(test) ?? [];
  if (operator !== '') return test.replace(operator, operator === '===' ? '!==' : '===');
  return /^[\w.$]+\([^()]*\)$/.test(test) ? `!${test}` : `!(${test})`;
}
