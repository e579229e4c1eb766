import { toLiteral, unused } from '../names.js';
import type { Pattern } from '../schema/model.js';
import { patternLiteral } from './pattern.js';

/** A generated file in the making: its constants and functions, each under a name of its own. */
export class Unit {
  readonly #used: Set<string>;
  readonly #constants = new Map<string, string>();
  readonly #functions: string[] = [];
  readonly #shared = new Map<string, string>();

  constructor(taken: Iterable<string>) {
    this.#used = new Set(taken);
  }

  /** The name of a constant that holds a pattern; equal patterns share one, which is called after the first place. */
  pattern(pattern: Pattern, place: string): string {
    return this.#constant(`${uncapitalise(place)}Pattern`, patternLiteral(pattern));
  }

  /** The name of a constant that holds a set of values. */
  set(values: readonly unknown[], place: string, what: 'Names' | 'Values'): string {
    return this.#constant(`${uncapitalise(place)}${what}`, `new Set<unknown>([${values.map(toLiteral).join(', ')}])`);
  }

  /** The name of a function with that source; equal functions share one. */
  define(wanted: string, source: (name: string) => string): string {
    const anonymous = source('');
    const known = this.#shared.get(anonymous);
    if (known !== undefined) return known;
    const name = this.#name(wanted);
    this.#shared.set(anonymous, name);
    this.add(source(name));
    return name;
  }

  add(source: string): void {
    this.#functions.push(source);
  }

  /** The names out of a list that its functions mention. */
  mentioned(names: Iterable<string>): string[] {
    // What stands between quotes is text of the document.
    const words = new Set(this.#functions.flatMap((source) => source.replaceAll(/'(?:[^'\\]|\\.)*'/g, "''").match(/[\w$]+/g) ?? []));
    return [...names].filter((name) => words.has(name));
  }

  toString(): string {
    const constants = [...this.#constants].map(([source, name]) => `const ${name} = ${source};`);
    return [constants.join('\n'), ...this.#functions].filter(Boolean).join('\n\n');
  }

  #name(wanted: string): string {
    const name = unused(wanted, this.#used);
    this.#used.add(name);
    return name;
  }

  #constant(wanted: string, source: string): string {
    const known = this.#constants.get(source);
    if (known !== undefined) return known;
    const name = this.#name(wanted);
    this.#constants.set(source, name);
    return name;
  }
}

function uncapitalise(word: string): string {
  const [first = ''] = word;
  return first.toLowerCase() + word.slice(first.length);
}
