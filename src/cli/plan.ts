import { operations } from '../../generated/neopay/operations.js';
import type { Action } from '../../generated/neopay/transitions.js';
import { fillPath } from '../core/url.js';

/** One request of a plan. */
export interface PlannedRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** The request of an operation; without an id, as for a link that is to be created, its path stays a template. */
export function planRequest(
  operation: { readonly id: string; readonly method: string; readonly path: string },
  ids?: Readonly<Record<string, string>>,
  body?: unknown,
): PlannedRequest {
  const path = ids === undefined ? operation.path : fillPath(operation, ids);
  return { method: operation.method, path, ...(body !== undefined && { body }) };
}

/** The requests that take a link through the actions. */
export function planActions(id: string, actions: readonly Action[]): readonly PlannedRequest[] {
  const steps = Object.values(operations);
  return actions.flatMap((action) => {
    const operation = steps.find((one) => 'transition' in one && one.transition === action);
    return operation === undefined ? [] : [planRequest(operation, { id })];
  });
}

/** Prints each request, or that there is none. */
export function printPlan(requests: readonly PlannedRequest[], json: boolean | undefined): void {
  if (requests.length === 0 && !json) console.log('nothing to do');
  for (const request of requests) {
    const { method, path, body } = request;
    console.log(json ? JSON.stringify(request) : [method, path, ...(body === undefined ? [] : [JSON.stringify(body)])].join(' '));
  }
}
