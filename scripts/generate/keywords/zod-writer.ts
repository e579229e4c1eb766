import type { SchemaModel } from '../schema/model.js';
import type { Unit } from './unit.js';

/** What the keywords share that write zod schemas. */
export interface ZodWriter {
  readonly unit: Unit;
  readonly components: ReadonlyMap<string, SchemaModel>;
  /** Source of the zod schema. */
  readonly expression: (model: SchemaModel, place: string) => string;
  /** The schema of a property; one that refers to what stands further down has to wait behind a getter. */
  readonly property: (model: SchemaModel, place: string) => { readonly schema: string; readonly isAhead: boolean };
}
