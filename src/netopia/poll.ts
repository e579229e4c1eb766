import { Failure } from '../core/failure.js';
import { sleep } from '../core/timeout.js';
import type { Scope } from '../core/request.js';
import type { Payment } from './types.js';

const waits = [1_000, 2_000, 3_000];
const lastWait = 5_000;

/** Reads until the payment is not open any more, after 1, 2, 3, then every 5 s, for so many milliseconds; gives what was read last. */
export async function poll<T extends Payment | undefined>(read: () => Promise<T>, scope: Scope, within: number): Promise<T> {
  const end = performance.now() + within;
  for (let turn = 0; ; turn += 1) {
    const payment = await read();
    const left = end - performance.now();
    if ((payment !== undefined && payment.phase !== 'open') || left <= 0) return payment;
    if (await outOfTime(sleep(scope, Math.min(waits[turn] ?? lastWait, left)))) return payment;
  }
}

function outOfTime(wait: Promise<void>): Promise<boolean> {
  return wait.then(
    () => false,
    (error: unknown) => {
      if (error instanceof Failure) return true;
      throw error;
    },
  );
}
