import type { Json } from '../json.js';
import type { FormatName } from './formats.js';

/** The kinds of value that JSON knows, in the order they are named in messages. */
export const kinds = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'] as const;

export type Kind = (typeof kinds)[number];

/** One schema of the document as both emitters of checks read it: a value fits when it fits every part. */
export interface Shape {
  readonly pointer: string;
  /** Kinds the value may have; absent when any will do, empty when none does. */
  readonly kinds?: readonly Kind[];
  /** The values of `enum` or `const`. */
  readonly values?: readonly Json[];
  readonly text?: TextRules;
  readonly number?: NumberRules;
  readonly list?: ListRules;
  readonly record?: RecordRules;
  /** The component schema that must fit too. */
  readonly reference?: string;
  readonly all?: readonly Shape[];
  readonly any?: readonly Shape[];
  readonly one?: readonly Shape[];
  readonly not?: Shape;
  readonly when?: { readonly test: Shape; readonly then?: Shape; readonly otherwise?: Shape };
  /** What members of an object must fit that no other part of the shape says anything of. */
  readonly unevaluated?: Shape;
  /** The property whose value tells the members of `one` or `any` apart, with the member each value names. */
  readonly discriminator?: { readonly property: string; readonly members: ReadonlyMap<string, number> };
}

export interface Pattern {
  readonly source: string;
  readonly flags: '' | 'u';
}

export interface TextRules {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: Pattern;
  readonly format?: FormatName;
}

export interface NumberRules {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly above?: number;
  readonly below?: number;
  readonly multipleOf?: number;
  /** Digits that may follow the decimal point. */
  readonly decimals?: number;
}

export interface ListRules {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly unique: boolean;
  readonly prefix: readonly Shape[];
  /** What the items after the prefix must fit. */
  readonly items?: Shape;
  readonly contains?: { readonly shape: Shape; readonly minimum: number; readonly maximum?: number };
}

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

export interface RecordRules {
  readonly fields: readonly Field[];
  /** Names that must be present without being declared as properties. */
  readonly present: readonly string[];
  /** What properties that nothing else describes must fit; `false` allows none of them. */
  readonly additional?: Shape | false;
  /** Whether it says of such properties that anything will do. */
  readonly open?: boolean;
  readonly patterns: readonly { readonly pattern: Pattern; readonly shape: Shape }[];
  readonly names?: Shape;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly dependent: readonly { readonly name: string; readonly required: readonly string[]; readonly shape?: Shape }[];
}

/** Every shape that a shape is made of, itself excluded and references not followed. */
export function childrenOf(shape: Shape): Shape[] {
  const { list, record } = shape;
  return [
    ...(record ? recordChildren(record) : []),
    ...(list ? [...list.prefix, list.items, list.contains?.shape] : []),
    shape.unevaluated,
    ...alternativesOf(shape),
  ].filter((child) => child !== undefined);
}

/** The shapes that are held against the same value as the shape itself. */
export function alternativesOf(shape: Shape): Shape[] {
  const { all = [], any = [], one = [], not, when } = shape;
  return [...all, ...any, ...one, not, when?.test, when?.then, when?.otherwise].filter((child) => child !== undefined);
}

function recordChildren(record: RecordRules): (Shape | undefined)[] {
  return [
    ...record.fields.map((field) => field.shape),
    ...record.patterns.map((entry) => entry.shape),
    ...record.dependent.map((entry) => entry.shape),
    record.additional || undefined,
    record.names,
  ];
}

/** Whether the kinds say more than the values do: the reader keeps only values of the right kinds. */
export function kindsMatter({ values, text, number, list, record }: Shape): boolean {
  return !values || Boolean(text ?? number ?? list ?? record);
}

/** Whether an absent value could pass for one that fits, so that absence needs a test of its own. */
export function admitsUndefined(shape: Shape, components: ReadonlyMap<string, Shape>): boolean {
  const { kinds, values, reference, all = [], any, one } = shape;
  if (kinds || values) return false;
  const admits = (member: Shape): boolean => admitsUndefined(member, components);
  const target = reference === undefined ? undefined : components.get(reference);
  return (!target || admits(target)) && all.every(admits) && (!any || any.some(admits)) && (!one || one.some(admits));
}
