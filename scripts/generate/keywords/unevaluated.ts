import type { RecordRules, Shape } from '../schema/shape.js';
import { all, any, memberSource, negate } from './source.js';

/** How an emitter writes that the value fits a shape, and that the key is one of the properties or patterns of a record. */
export interface Words {
  readonly fits: (shape: Shape, place: string) => string;
  readonly declares: (rules: RecordRules) => string;
}

/** Source that tells whether a shape, or one that the value is held against on its behalf, says anything of the member called `key`. */
export function evaluatedSource(shape: Shape, components: ReadonlyMap<string, Shape>, words: Words, place: string): string {
  const { record, reference, all: every = [], any: some = [], one = [], when, unevaluated } = shape;
  if (unevaluated || record?.open || record?.additional !== undefined) return 'true';
  const within = (member: Shape | undefined, step: string): string =>
    member ? evaluatedSource(member, components, words, `${place}${step}`) : 'false';
  const fitting = (member: Shape, step: string): string => both(words.fits(member, `${place}${step}`), within(member, step));
  const dependent = (record?.dependent ?? []).map((entry, index) =>
    both(`${memberSource(entry.name)} !== undefined`, within(entry.shape, `Dependent${index}`)),
  );
  const test = when && words.fits(when.test, `${place}When0`);
  return either([
    record ? words.declares(record) : 'false',
    ...dependent,
    reference === undefined ? 'false' : within(components.get(reference), 'Reference'),
    ...every.map((member, index) => within(member, `All${index}`)),
    ...some.map((member, index) => fitting(member, `Any${index}`)),
    ...one.map((member, index) => fitting(member, `One${index}`)),
    test ? both(test, either([within(when.test, 'When0'), within(when.then, 'When1')])) : 'false',
    test ? both(negate(test), within(when.otherwise, 'When2')) : 'false',
  ]);
}

function both(test: string, evaluated: string): string {
  return evaluated === 'false' ? 'false' : all([test, evaluated]);
}

function either(sources: readonly string[]): string {
  return any(sources.filter((source) => source !== 'false'));
}
