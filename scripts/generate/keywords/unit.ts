import { toLiteral, unused } from '../names.js';
import { patternLiteral } from '../schema/patterns.js';
import type { Pattern } from '../schema/shape.js';

/** A generated file in the making: its constants and functions, each under a name of its own. */
export class Unit {
  readonly #used: Set<string>;
  readonly #constants = new Map<string, string>();
  readonly #functions: string[] = [];
  readonly #shared = new Map<string, string>();

  constructor(taken: Iterable<string>) {
    this.#used = new Set(taken);
  }

  name(wanted: string): string {
    const name = unused(wanted, this.#used);
    this.#used.add(name);
    return name;
  }

  /** The name of a constant with that source; equal sources share one. */
  constant(wanted: string, source: string): string {
    const known = this.#constants.get(source);
    if (known !== undefined) return known;
    const name = this.name(wanted);
    this.#constants.set(source, name);
    return name;
  }

  pattern(pattern: Pattern): string {
    return this.constant('pattern', patternLiteral(pattern));
  }

  set(values: readonly unknown[]): string {
    return this.constant('values', `new Set<unknown>([${values.map(toLiteral).join(', ')}])`);
  }

  /** The name of a function with that source; equal functions share one. */
  define(wanted: string, source: (name: string) => string): string {
    const anonymous = source('');
    const known = this.#shared.get(anonymous);
    if (known !== undefined) return known;
    const name = this.name(wanted);
    this.#shared.set(anonymous, name);
    this.add(source(name));
    return name;
  }

  add(source: string): void {
    this.#functions.push(source);
  }

  toString(): string {
    const constants = [...this.#constants].map(([source, name]) => `const ${name} = ${source};`);
    return [constants.join('\n'), ...this.#functions].filter(Boolean).join('\n\n');
  }
}
