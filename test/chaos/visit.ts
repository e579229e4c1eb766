import type { Homecoming } from './over-tcp.js';
import { optionsFor } from './settings.js';
import { runShard } from './shard.js';
import { runWide } from './wide.js';
import type { Call } from './history.js';
import type { SubjectFactory } from './subject.js';

export interface VisitSettings {
  readonly origin: string;
  readonly shards: number;
  readonly seed: string;
  readonly width: number;
  /** One call after the other, to be repeated exactly. */
  readonly sequential: boolean;
}

/** Lives all accounts of a run against a server, and looks around for what is left at the end. */
export async function visit({ origin, shards, seed, width, sequential }: VisitSettings, create: SubjectFactory): Promise<Homecoming> {
  const leftovers: string[] = [];
  const note = (kind: string) => (what: unknown) => void leftovers.push(`${kind}: ${String(what)}`);
  const noteRejection = note('unhandled rejection');
  const noteWarning = note('warning');
  process.on('unhandledRejection', noteRejection).on('warning', noteWarning);
  const histories: Call[][] = [];
  const jobs = Array.from({ length: shards }, (_, index) => () => {
    return runShard({ seed, index, sequential }, create, optionsFor(`${origin}/s${index}`, fetch, sequential));
  });
  await runWide(width, jobs, (calls, index) => (histories[index] = calls));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', noteRejection).off('warning', noteWarning);
  return { histories, leftovers };
}
