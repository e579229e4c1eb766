import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** The exit code of a run, and the files the document is made of. */
export interface Outcome {
  readonly code: number;
  readonly sources: readonly string[];
}

/** Whether schemas led so far into one another that the stack ran out, and a deeper one can be had. */
export function isTooDeep(error: unknown): boolean {
  return isMainThread && error instanceof RangeError && error.message.includes('call stack');
}

/** The same program with a stack for ten thousand schemas, each inside the one before; only a thread of its own is given one. */
export async function runDeep(args: string[]): Promise<Outcome> {
  const worker = new Worker(process.argv[1] ?? '', { argv: args, resourceLimits: { stackSizeMb: 256 } });
  const ended = once(worker, 'exit');
  const [outcome]: Outcome[] = await once(worker, 'message');
  await ended;
  return outcome ?? { code: 1, sources: [] };
}

/** Tells the thread that asked for the run, if one did. */
export function tellOutcome(outcome: Outcome): void {
  parentPort?.postMessage(outcome);
}
