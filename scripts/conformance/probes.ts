import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Proxy } from './proxy.js';

// What `publishOnce` relies on, asked of the real server; see the guide's page on reliability.

const Link = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  created_at: z.string(),
  reference: z.string().nullish(),
  status: z.string(),
});
const List = z.union([z.object({ data: z.array(Link) }), z.array(Link)]).transform((list) => (Array.isArray(list) ? list : list.data));

/** One assumption and what was seen of it. */
export interface Finding {
  readonly assumption: string;
  readonly holds: boolean;
  readonly seen: string;
}

/** What the probes found, and the `wait` that follows from it, in milliseconds. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly wait: number;
}

const rounds = 3;
const longestLag = 15_000;

/** Creates a few links through the proxy, watches when the list shows them, and closes them. */
export async function probe({ url, placeholders }: Proxy): Promise<Findings> {
  const send = async (method: string, path: string, body?: object): Promise<Response> =>
    fetch(url + path, {
      method,
      headers: { ...placeholders, Accept: 'application/json', 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const list = async (): Promise<z.infer<typeof List>> => List.parse(await (await send('GET', '/links')).json());

  const seen = { commit: [] as number[], lag: [] as number[], skew: [] as number[], kept: true, stays: true, dated: true };
  for (let round = 0; round < rounds; round += 1) {
    const reference = `probe-${Date.now()}-${round}`;
    const response = await send('POST', '/links', { product: 'Conformance probe', amount: 1, reference });
    const answered = performance.now();
    const link = Link.parse(await response.json());
    const date = Date.parse(response.headers.get('date') ?? '');
    const created = Date.parse(link.created_at);
    seen.dated &&= !Number.isNaN(date) && !Number.isNaN(created);
    seen.kept &&= link.reference === reference;
    if (seen.dated) {
      // `Date` shows whole seconds, so up to one second of the difference is the cut.
      seen.commit.push(Math.max(0, date - created));
      seen.skew.push(Math.max(0, created - date - 1_000));
    }
    while (!(await list()).some(({ id }) => id === link.id) && performance.now() - answered < longestLag) await wait(100);
    seen.lag.push(performance.now() - answered);
    await send('PATCH', `/links/${encodeURIComponent(link.id)}/close`);
    seen.stays &&= (await list()).some(({ id, status }) => id === link.id && status === 'closed');
  }
  const [commit, lag, skew] = [seen.commit, seen.lag, seen.skew].map((values) => Math.round(Math.max(0, ...values)));
  const total = 1_000 + (commit ?? 0) + (lag ?? 0) + 2 * (skew ?? 0);
  return {
    wait: Math.ceil(total / 1_000) * 1_000,
    findings: [
      {
        assumption: 'created_at and Date come from one clock',
        holds: seen.dated,
        seen: `at most ${commit} ms from created_at to the answer, ${skew} ms of skew`,
      },
      { assumption: 'the list shows a new draft soon', holds: (lag ?? longestLag) < longestLag, seen: `within ${lag} ms` },
      { assumption: 'the list keeps closed links', holds: seen.stays, seen: seen.stays ? 'yes' : 'a closed link was missing' },
      { assumption: 'a reference is kept as it was sent', holds: seen.kept, seen: seen.kept ? 'yes' : 'it came back altered' },
    ],
  };
}

/** The findings as lines for a terminal. */
export function describeFindings({ findings, wait: milliseconds }: Findings): string {
  const lines = findings.map(({ assumption, holds, seen }) => `${holds ? '✓' : '✗'} ${assumption}: ${seen}`);
  return [...lines, `publishOnce needs a wait of at least ${milliseconds} ms by what was seen; a server under load may need more.`].join(
    '\n',
  );
}
