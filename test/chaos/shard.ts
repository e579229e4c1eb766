import { createRandom } from '../support/random.js';
import { createRecorder, type Call } from './history.js';
import { live } from './life.js';
import type { SubjectFactory, SubjectOptions } from './subject.js';

/** How many links an account sees in its time. */
export const livesPerShard = 10;
const sequentialLives = 3;

export interface ShardSettings {
  readonly seed: string;
  readonly index: number;
  /** One life after the other, so that two runs can be compared request by request. */
  readonly sequential?: boolean;
}

/** Lives a shard's whole history: one account, two clients, many lives at once. */
export async function runShard(settings: ShardSettings, create: SubjectFactory, options: SubjectOptions): Promise<Call[]> {
  const recorder = createRecorder(String(settings.index));
  const subjects = [create(options), create(options)] as const;
  const start = (life: number): Promise<void> => {
    const random = createRandom(settings.seed, settings.index, life);
    return live({ recorder, subjects, random, peaceful: settings.sequential === true }, `p-${settings.seed}-${settings.index}-${life}`);
  };
  const lives = Array.from({ length: settings.sequential ? sequentialLives : livesPerShard }, (_, life) => life);
  if (settings.sequential) for (const life of lives) await start(life);
  else await Promise.all(lives.map(start));
  return recorder.calls;
}
