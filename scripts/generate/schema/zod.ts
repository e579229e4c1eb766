import { zodArray } from '../keywords/array.js';
import { zodCombinations } from '../keywords/combination.js';
import { zodCondition } from '../keywords/condition.js';
import { zodEnum } from '../keywords/enum.js';
import { zodNumber } from '../keywords/number.js';
import { zodString } from '../keywords/string.js';
import { zodTypes } from '../keywords/type.js';
import { zodUnevaluated } from '../keywords/unevaluated.js';
import type { Unit } from '../keywords/unit.js';
import { zodObject } from '../keywords/zod-object.js';
import type { ZodWriter } from '../keywords/zod-writer.js';
import { referencesOf } from './order.js';
import { typesMatter, type SchemaModel, type TypeName } from './model.js';

/** Writes schemas as zod schemas that give the same verdict as the validators. */
export class ZodSource implements ZodWriter {
  readonly unit: Unit;
  readonly components: ReadonlyMap<string, SchemaModel>;
  readonly #nameOf: (component: string) => string;
  readonly #defined: ReadonlySet<string>;
  #deferred = false;

  /** `defined` holds the components whose schemas stand further up; others are reached through a getter or `z.lazy`. */
  constructor(
    unit: Unit,
    nameOf: (component: string) => string,
    defined: ReadonlySet<string>,
    components: ReadonlyMap<string, SchemaModel>,
  ) {
    this.unit = unit;
    this.components = components;
    this.#nameOf = nameOf;
    this.#defined = defined;
  }

  expression(model: SchemaModel, place: string): string {
    const { types, enum: values, $ref, condition, unevaluatedProperties } = model;
    const parts = [
      values ? zodEnum(values) : '',
      types && typesMatter(model) ? zodTypes(types, (type) => this.#type(type, model, place)) : '',
      $ref === undefined ? '' : this.#reference($ref),
      ...zodCombinations(this, model, place),
      condition ? zodCondition(this, condition, place) : '',
      unevaluatedProperties ? zodUnevaluated(this, model, unevaluatedProperties, place) : '',
    ].filter((part) => part !== '');
    if (parts.length === 0) return 'z.unknown()';
    return parts.length === 1 ? (parts[0] ?? '') : `every(${parts.join(', ')})`;
  }

  property(model: SchemaModel, place: string): { readonly schema: string; readonly isAhead: boolean } {
    const isAhead = !this.#deferred && referencesOf(model).some((component) => !this.#defined.has(component));
    this.#deferred ||= isAhead;
    const schema = this.expression(model, place);
    if (isAhead) this.#deferred = false;
    return { schema, isAhead };
  }

  #reference(component: string): string {
    const name = this.#nameOf(component);
    return this.#defined.has(component) || this.#deferred ? name : `z.lazy(() => ${name})`;
  }

  #type(type: TypeName, { string, number, array, object }: SchemaModel, place: string): string {
    if (type === 'string') return zodString(string, this.unit, place);
    if (type === 'array') return zodArray(this, array, place);
    if (type === 'object') return zodObject(this, object, place);
    if (type === 'boolean' || type === 'null') return `z.${type}()`;
    return zodNumber(number, type === 'integer');
  }
}
