import type { SchemaModel } from '../schema/model.js';
import type { Unit } from './unit.js';

/** A value in generated code. */
export interface Subject {
  /** The variable that holds it. */
  readonly variable: string;
  /** Source of the report that its problems are told to; absent where only the verdict counts. */
  readonly report?: string | undefined;
  /** Names the functions and constants it needs. */
  readonly place: string;
}

/** What the keywords share that write checks. A check is the verdict and the explanation in one: it tells a report, if it is given one, and goes on. */
export interface Checker {
  readonly unit: Unit;
  readonly components: ReadonlyMap<string, SchemaModel>;
  /** Source of the expression that holds a value against a schema. */
  readonly expression: (model: SchemaModel, subject: Subject) => string;
  /** The name of the function that holds a value against a schema. */
  readonly functionFor: (model: SchemaModel, place: string) => string;
  /** The name of a function with that body, written when the rules come by for the first time. */
  readonly define: (rules: object, place: string, type: string, body: () => readonly Step[]) => string;
  /** Whether schemas are checked in a function of their own, which is worth calling with an expression. */
  readonly isCalled: (model: SchemaModel) => boolean;
}

/** A statement of a function that checks, or a test it fails without. */
export type Step = string | { readonly test: string };

/** Source of the call of a function that checks. */
export function callOf(name: string, { variable, report }: Pick<Subject, 'variable' | 'report'>): string {
  return report === undefined ? `${name}(${variable})` : `${name}(${variable}, ${report})`;
}

/** Source of the report about a member. */
export function reportOf(report: string | undefined, key: string): string | undefined {
  return report === undefined ? undefined : tellSource(report, 'at', key);
}

/** Source of the call of a report's method; nothing happens where no report is asked for, and the value does not fit. */
export function tellSource(
  report: string,
  method: 'at' | 'closest' | 'tell' | 'tellChoice' | 'tellType',
  ...values: readonly string[]
): string {
  return `${report}${report.includes('?.') ? '.' : '?.'}${method}(${values.join(', ')})`;
}
