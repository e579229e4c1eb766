import { createLinksClient } from 'paylinks';
import type { Bench, Case } from './case.js';
import { plainCases } from './plain-cases.js';
import { troubleCases } from './trouble-cases.js';
import { createControl, type Result, type World } from './world.js';

/** Longer than any case takes, so that a hang is a failure with a name. */
const patience = 20_000;

async function runCase(name: string, run: Case, bench: Bench): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`hangs for ${patience} ms`)), patience);
  });
  try {
    await bench.control.reset();
    await Promise.race([run(bench), hang]);
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Runs every case in turn; the cases share one server. */
export async function runSuite(world: World): Promise<Result[]> {
  const control = createControl(world.control);
  const client: Bench['client'] = (options) => createLinksClient({ ...world.credentials, retries: false, onDrift: () => {}, ...options });
  const results: Result[] = [];
  for (const [name, run] of Object.entries({ ...plainCases, ...troubleCases }))
    results.push(await runCase(name, run, { world, control, client }));
  return results;
}
