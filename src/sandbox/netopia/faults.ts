import { operations, type OperationId } from '../../../generated/netopia/operations.js';
import { coreFaultKinds, driftKind, isDelay, type CoreFaultOptions, type DriftOptions, type FaultKind } from '../core/fault-kinds.js';
import { checkFault as checkAnyFault, type FaultTiming as CoreFaultTiming, type FaultUnion } from '../core/faults.js';

/** What each fault can be told beside its name. Those of notifications strike each sending of one; `operation` has no meaning for them. */
export interface FaultOptions extends CoreFaultOptions {
  /** Takes effect and changes the payment in the response: its `status`, fields added and fields left out. */
  drift: DriftOptions;
  /** Never arrives and is not sent again. */
  'notification-lost': object;
  /** Arrives twice. */
  'notification-twice': object;
  /** Arrives `ms` milliseconds of the sandbox's clock later. @default 30 000 */
  'notification-late': { readonly ms?: number | undefined };
  /** Waits until another notification has arrived, or a minute of the sandbox's clock has passed. */
  'notification-reordered': object;
  /** Arrives as the same JSON in other bytes, as from a proxy that reads and writes it: the signature does not fit. */
  'notification-reserialised': object;
  /** Is signed with a key that nobody trusts. */
  'notification-wrong-key': object;
  /** Is forged: signed by HS512 with the public key as the secret. */
  'notification-hs512': object;
  /** A refund is answered with code 00, and no money moves. */
  'refund-silent': object;
  /** A reading tells the status before the last one. */
  'status-lag': object;
  /** A start answers code 101 without the page's address. */
  'page-missing': object;
  /** Takes no effect and responds as a wrong address does: 404 with an HTML page. */
  'html-404': object;
}

export type FaultName = keyof FaultOptions;

/** When a fault strikes: every time, unless narrowed. */
export type FaultTiming = CoreFaultTiming<OperationId>;

/** What `inject` takes. */
export type Fault = FaultUnion<FaultOptions, OperationId>;

const usual = { status: 99, extra: { riskScore: 7 }, missing: ['currency'] } as const;

const strikingNotification: FaultKind = { options: {}, strikes: 'notification' };

/** What a host that serves something else answers. */
export const notFoundPage = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html lang="en"><head><title>Page not found</title></head><body><h1>Page not found</h1></body></html>',
} as const;

/** The kinds that this API has beside those of every API. */
export const faultKinds = {
  drift: driftKind(usual, (body, change) => ('payment' in body ? { ...body, payment: change(Object(body.payment)) } : body)),
  'notification-lost': strikingNotification,
  'notification-twice': strikingNotification,
  'notification-late': { options: { ms: isDelay }, strikes: 'notification' },
  'notification-reordered': strikingNotification,
  'notification-reserialised': strikingNotification,
  'notification-wrong-key': strikingNotification,
  'notification-hs512': strikingNotification,
  'refund-silent': { options: {}, strikes: 'refund' },
  'status-lag': { options: {}, strikes: 'reading' },
  'page-missing': { options: {}, strikes: 'page' },
  'html-404': { options: {}, effect: () => notFoundPage },
} as const satisfies Partial<Record<FaultName, FaultKind>>;

const kinds = { ...coreFaultKinds, ...faultKinds };

/** The name of every fault. */
export const faultNames: readonly string[] = Object.keys(kinds);

/** Gives the fault back when it is one; throws a `TypeError` that names the field and what it may be when not. */
export function checkFault(fault: unknown): Fault {
  // Every field has been checked by name against the kinds, which are those of the type.
  return checkAnyFault(fault, kinds, Object.keys(operations)) as Fault;
}
