import type { Json } from '../json.js';
import type { FormatName } from '../keywords/formats.js';

/** The types of JSON Schema, in the order they are named in messages. */
export const types = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'] as const;

export type TypeName = (typeof types)[number];

/** One schema of the document as every emitter reads it: a value fits when it fits every part. */
export interface SchemaModel {
  readonly pointer: string;
  /** Types the value may have; absent when any will do, empty when none does. */
  readonly types?: readonly TypeName[];
  /** The values of `enum` or `const`. */
  readonly enum?: readonly Json[];
  readonly string?: StringRules;
  readonly number?: NumberRules;
  readonly array?: ArrayRules;
  readonly object?: ObjectRules;
  /** The name of the component schema that must fit too. */
  readonly $ref?: string;
  readonly allOf?: readonly SchemaModel[];
  readonly anyOf?: readonly SchemaModel[];
  readonly oneOf?: readonly SchemaModel[];
  readonly not?: SchemaModel;
  readonly condition?: Condition;
  /** What members of an object must fit that no other part of the schema says anything of. */
  readonly unevaluatedProperties?: SchemaModel;
  /** The property whose value tells the members of `oneOf` or `anyOf` apart, with the index of the member each value names. */
  readonly discriminator?: { readonly propertyName: string; readonly mapping: ReadonlyMap<string, number> };
}

export interface Pattern {
  readonly source: string;
  readonly flags: '' | 'u';
}

export interface StringRules {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: Pattern;
  readonly format?: FormatName;
}

export interface NumberRules {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  /** Digits that may follow the decimal point: `x-decimals`. */
  readonly decimals?: number;
}

export interface ArrayRules {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems: boolean;
  readonly prefixItems: readonly SchemaModel[];
  /** What the items after the prefix must fit. */
  readonly items?: SchemaModel;
  readonly contains?: { readonly schema: SchemaModel; readonly minContains: number; readonly maxContains?: number };
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly schema: SchemaModel;
}

export interface ObjectRules {
  readonly properties: readonly Property[];
  /** Names that are required without being declared as properties. */
  readonly required: readonly string[];
  /** What properties that nothing else describes must fit; `false` allows none of them. */
  readonly additionalProperties?: SchemaModel | false;
  /** Whether it says of such properties that anything will do. */
  readonly open?: boolean;
  readonly patternProperties: readonly { readonly pattern: Pattern; readonly schema: SchemaModel }[];
  readonly propertyNames?: SchemaModel;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** `dependentRequired` and `dependentSchemas`: what is asked for where a property is there. */
  readonly dependent: readonly { readonly name: string; readonly required: readonly string[]; readonly schema?: SchemaModel }[];
}

/** `if`, `then` and `else`. */
export interface Condition {
  readonly test: SchemaModel;
  readonly yes?: SchemaModel;
  readonly no?: SchemaModel;
}

/** Every schema that a schema is made of, itself excluded and references not followed. */
export function childrenOf(model: SchemaModel): SchemaModel[] {
  const { array, object } = model;
  return [
    ...(object ? objectChildren(object) : []),
    ...(array ? [...array.prefixItems, array.items, array.contains?.schema] : []),
    model.unevaluatedProperties,
    ...inPlaceOf(model),
  ].filter((child) => child !== undefined);
}

/** The schemas that are held against the same value as the schema itself. */
export function inPlaceOf({ allOf = [], anyOf = [], oneOf = [], not, condition }: SchemaModel): SchemaModel[] {
  return [...allOf, ...anyOf, ...oneOf, not, condition?.test, condition?.yes, condition?.no].filter((child) => child !== undefined);
}

function objectChildren(object: ObjectRules): (SchemaModel | undefined)[] {
  return [
    ...object.properties.map(({ schema }) => schema),
    ...object.patternProperties.map(({ schema }) => schema),
    ...object.dependent.map(({ schema }) => schema),
    object.additionalProperties || undefined,
    object.propertyNames,
  ];
}

/** Whether a schema judges nothing at all. */
export function isAnything({ pointer: _, ...rules }: SchemaModel): boolean {
  return Object.keys(rules).length === 0;
}

/** Whether the types say more than the values of `enum` do: the reader keeps only values of the right types. */
export function typesMatter({ enum: values, string, number, array, object }: SchemaModel): boolean {
  return !values || Boolean(string ?? number ?? array ?? object);
}

/** Whether an absent value could pass for one that fits, so that absence needs a test of its own. */
export function admitsUndefined(model: SchemaModel, components: ReadonlyMap<string, SchemaModel>): boolean {
  const { types: named, enum: values, $ref, allOf = [], anyOf, oneOf } = model;
  if (named || values) return false;
  const admits = (member: SchemaModel): boolean => admitsUndefined(member, components);
  const target = $ref === undefined ? undefined : components.get($ref);
  return (!target || admits(target)) && allOf.every(admits) && (!anyOf || anyOf.some(admits)) && (!oneOf || oneOf.some(admits));
}
