import type { Fault } from './exchange.js';
import type { Plan } from './fault-server.js';
import { applyThen, faults, refuse } from './faults.js';

const harmless = /^(one byte|drip|half close|close when|warm|early hints|byte order)/;

/** Faults after which a client cannot tell from the answer whether the link exists. */
export const ambiguousFaults: Record<string, Fault> = {
  ...Object.fromEntries(Object.entries(faults).filter(([name]) => !harmless.test(name))),
  '500 before apply': refuse(500),
  '503 before apply': refuse(503, { 'retry-after': '0' }),
  '500 after apply': applyThen(500),
  '504 after apply': applyThen(504),
  '408 after apply': applyThen(408),
  'redirect after apply': applyThen(303, { location: '/elsewhere' }),
};

/** Meets every create with the fault and lets everything else pass. */
export function onPost(fault: Fault | undefined): Plan {
  return { request: (entry) => (entry.method === 'POST' ? fault : undefined) };
}

/** Whether the server has made a link. */
export function hasCreated(entries: readonly { readonly method: string; readonly sequence?: number }[]): boolean {
  return entries.some((entry) => entry.method === 'POST' && entry.sequence !== undefined);
}
