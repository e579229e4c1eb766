import type { Condition, SchemaModel } from '../schema/model.js';
import { callOf, type Checker, type Subject } from './checker.js';
import { defined, type Place, type Reader } from './reader.js';
import type { ZodWriter } from './zod-writer.js';

export const keywords = ['else', 'if', 'then'];

export function readCondition(reader: Reader, { schema, pointer }: Place): Condition | undefined {
  const at = (keyword: string): SchemaModel | undefined =>
    schema[keyword] === undefined ? undefined : reader.read(schema[keyword], `${pointer}/${keyword}`);
  const [test, yes, no] = [at('if'), at('then'), at('else')];
  return test && defined<Condition>({ test, yes, no });
}

export function checkCondition(checker: Checker, { test, yes, no }: Condition, subject: Subject): string {
  // Each in a function of its own: what the test has told TypeScript of the variable, it would not see compared with anything else.
  const call = (model: SchemaModel | undefined, step: string): string =>
    model ? callOf(checker.functionFor(model, `${subject.place}${step}`), subject) : 'true';
  const [first, second] = [call(yes, 'Then'), call(no, 'Else')];
  if (first === 'true' && second === 'true') return 'true';
  const condition = checker.expression(test, { variable: subject.variable, place: `${subject.place}If` });
  return `(${condition} ? ${first} : ${second})`;
}

export function zodCondition(zod: ZodWriter, { test, yes, no }: Condition, place: string): string {
  const accepts = (model: SchemaModel | undefined, step: string): string =>
    model ? `accepts(${zod.expression(model, `${place}${step}`)}, value)` : 'true';
  return `z.unknown().refine((value) => (${accepts(test, 'If')} ? ${accepts(yes, 'Then')} : ${accepts(no, 'Else')}), 'must have the form that its other fields ask for')`;
}
