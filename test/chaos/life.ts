import { pick } from '../support/random.js';
import type { Recorder, Result } from './history.js';
import type { Action, Order, Subject } from './subject.js';

/** Two clients of one account; the second is only ever used on links the first made. */
export interface Crew {
  readonly recorder: Recorder;
  readonly subjects: readonly [Subject, Subject];
  readonly random: () => number;
  /** Nobody else moves the link, so that the order of requests depends on nothing but the seed. */
  readonly peaceful: boolean;
}

const actions = ['publish', 'unpublish', 'close'] as const;
const habit: Record<string, Action> = { draft: 'publish', published: 'unpublish', unpublished: 'publish' };

/** One link from birth to death: made once or plainly, moved about, read in between, and now and then fought over. */
export async function live(crew: Crew, name: string): Promise<void> {
  const id = await bear(crew, name);
  if (id === undefined) return;
  const contested = crew.random() < 0.15 && !crew.peaceful;
  let status = 'draft';
  for (let step = 0; step < 6 && status !== 'closed'; step += 1) {
    status = await move(crew, id, status, contested);
    if (crew.random() < 0.4) status = statusIn(await crew.recorder.run(0, crew.subjects[0], { kind: 'get', id })) ?? status;
  }
  if (crew.random() < 0.1) await crew.recorder.run(0, crew.subjects[0], { kind: 'list' });
  await crew.recorder.run(0, crew.subjects[0], { kind: 'get', id });
}

/** Orders until a link comes of it; what could not be ordered for certain is left, and something else is ordered. */
async function bear(crew: Crew, name: string): Promise<string | undefined> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const product = `${name}-${attempt}`;
    const amount = 1 + Math.floor(crew.random() * 99_999) / 100;
    const id = await place(crew, { product, amount, reference: `ref-${product}` });
    if (id !== undefined) return id;
  }
  return undefined;
}

async function place({ recorder, subjects, random }: Crew, order: Order): Promise<string | undefined> {
  const [subject] = subjects;
  if (random() < 0.4) return idIn(await recorder.run(0, subject, { kind: 'create', order }));
  const once = (): Promise<Result> => recorder.run(0, subject, { kind: 'createOnce', order });
  const flights = random() < 0.2 ? [once(), once()] : [once()];
  const ids = (await Promise.all(flights)).map(idIn);
  const found = ids.find((id) => id !== undefined);
  // Asking again is what a caller does after "unknown", and what a queue does after a crash of its own.
  return found !== undefined && random() < 0.8 ? found : (idIn(await once()) ?? found);
}

async function move({ recorder, subjects, random }: Crew, id: string, status: string, contested: boolean): Promise<string> {
  const action = random() < 0.7 ? (habit[status] ?? 'close') : pick(random, actions);
  const mine = recorder.run(0, subjects[0], { kind: 'act', action, id });
  const other = contested ? recorder.run(1, subjects[1], { kind: 'act', action: pick(random, actions), id }) : undefined;
  const results = await Promise.all([mine, other]);
  return results.reduce((last, result) => (result && statusIn(result)) ?? last, status);
}

function idIn(result: Result): string | undefined {
  return result.ok ? result.links[0]?.id : undefined;
}

function statusIn(result: Result): string | undefined {
  return result.ok ? result.links[0]?.status : result.from;
}
