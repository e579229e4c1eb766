import { any } from './source.js';
import { toLiteral } from '../names.js';
import { tellSource, type Subject } from './checker.js';

/** One limit on a value, as each emitter writes it. */
export interface Rule {
  /** Source of a boolean expression over the variable. */
  readonly test: (variable: string) => string;
  /** What is asked for, in words. */
  readonly limit: string;
  /** How far off the variable is: a word, and the source of the number. */
  readonly actual?: readonly [word: 'has' | 'is', source: (variable: string) => string];
  /** The method of zod that gives the same verdict, where there is one. */
  readonly method?: string;
}

/** Source of the rule's test, which reports a value that breaks it where problems are wanted. */
export function checkRule({ test, limit, actual }: Rule, { variable, report }: Subject): string {
  const [word, source] = actual ?? [];
  return reported(test(variable), report, word ? `${limit}, ${word}` : limit, source?.(variable));
}

/** Source of a test that reports a value that fails it where problems are wanted. */
export function reported(test: string, report: string | undefined, message: string, actual?: string): string {
  if (report === undefined || test === 'true') return test;
  return any([test, tellSource(report, 'tell', toLiteral(message), ...(actual === undefined ? [] : [actual]))]);
}

export function zodRule({ test, limit, method }: Rule): string {
  return method === undefined ? `.refine((value) => ${test('value')}, ${toLiteral(limit)})` : `.${method}`;
}

/** A text of the document for a message, shortened where it is long. */
export function clip(source: string): string {
  return source.length > 80 ? `${source.slice(0, 80)}…` : source;
}
