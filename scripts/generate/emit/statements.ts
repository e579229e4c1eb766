import { toLiteral } from '../names.js';
import type { Shape } from '../schema/shape.js';
import { block, mentions } from './source.js';

export function inspectFunction(name: string, body: string, type = 'unknown'): string {
  const [value, path, issues] = ['value', 'path', 'issues'].map((word) => (mentions(body, word) ? word : `_${word}`));
  return block(`function ${name}(${value}: ${type}, ${path}: string, ${issues}: Issue[]): void`, [body]);
}

export function guard(test: string, body: string): string {
  if (/^if \(!\([^\n]*\)\) \w+\([^\n]*\);$/.test(body)) return `if (${test} && ${body.slice('if ('.length)}`;
  return body.trim() && block(`if (${test})`, [body]);
}

/** Source that tells of a problem unless the test holds. */
export function unless(test: string, path: string, message: string): string {
  if (test === 'true') return '';
  return `if (${test.startsWith('!') && !test.includes(' ') ? test.slice(1) : `!(${test})`}) tell(issues, ${path}, ${message});`;
}

export function missing(member: string, name: string): string {
  return `if (${member} === undefined) tell(issues, at(path, ${toLiteral(name)}), 'is required');`;
}

/** Source that tells about the nearest member, or about the one that the discriminator names. */
export function closestSource({ discriminator }: Shape, inspectors: readonly string[], variable: string, path: string): string {
  const members = `[${inspectors.join(', ')}]`;
  if (!discriminator) return `closest(${variable}, ${path}, issues, ${members});`;
  const { property, members: named } = discriminator;
  const tags = [...named].map(([tag, index]) => `[${toLiteral(tag)}, ${inspectors[index]}]`).join(', ');
  return `closest(${variable}, ${path}, issues, tagged(${variable}, ${toLiteral(property)}, [${tags}]) ?? ${members});`;
}
