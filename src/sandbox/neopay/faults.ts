import { operations, type OperationId } from '../../../generated/neopay/operations.js';
import { coreFaultKinds, driftKind, type CoreFaultOptions, type DriftOptions } from '../core/fault-kinds.js';
import { checkFault as checkAnyFault, type FaultTiming as CoreFaultTiming, type FaultUnion } from '../core/faults.js';

/** What each fault can be told beside its name. */
export interface FaultOptions extends CoreFaultOptions {
  /** Takes effect and changes each link in the response: its `status`, fields added and fields left out. */
  drift: DriftOptions;
}

export type FaultName = keyof FaultOptions;

/** When a fault strikes: every time, unless narrowed. */
export type FaultTiming = CoreFaultTiming<OperationId>;

/** What `inject` takes. */
export type Fault = FaultUnion<FaultOptions, OperationId>;

const usual = { status: 'archived', extra: { risk_score: 7 }, missing: ['currency', 'updated_at'] } as const;

/** The kinds that this API has beside those of every API. */
export const faultKinds = {
  // A list has its links under `data`; any other response is one.
  drift: driftKind(usual, (body, change) =>
    'data' in body ? { ...body, data: [body.data].flat().map((link) => change(Object(link))) } : change(body),
  ),
};

const kinds = { ...coreFaultKinds, ...faultKinds };

/** The name of every fault. */
export const faultNames: readonly string[] = Object.keys(kinds);

/** Gives the fault back when it is one; throws a `TypeError` that names the field and what it may be when not. */
export function checkFault(fault: unknown): Fault {
  // Every field has been checked by name against the kinds, which are those of the type.
  return checkAnyFault(fault, kinds, Object.keys(operations)) as Fault;
}
