import { now, type Entry } from './ledger.js';

/** The same list answer without the links that were created within the last `milliseconds`, or without some of them. */
export async function hideRecent(
  response: Response,
  entries: readonly Entry[],
  milliseconds: number,
  hides = (): boolean => true,
): Promise<Response> {
  const body: unknown = await response.json();
  const recent = entries.filter((entry) => isRecentCreate(entry, now() - milliseconds) && hides()).map((entry) => idOf(entry.result));
  const text = JSON.stringify(isPage(body) ? without(body, new Set(recent)) : body);
  const headers = { 'content-type': 'application/json', date: response.headers.get('date') ?? '' };
  return new Response(text, { status: response.status, headers });
}

// A list that is late counts late, too.
function without({ meta, ...body }: Page, hidden: ReadonlySet<string | undefined>): Page {
  const data = body.data.filter((link) => !hidden.has(idOf(link)));
  const total = (meta?.total ?? 0) - body.data.length + data.length;
  return meta?.total === undefined ? { ...body, ...(meta && { meta }), data } : { ...body, meta: { ...meta, total }, data };
}

function isRecentCreate(entry: Entry, since: number): boolean {
  return entry.method === 'POST' && (entry.appliedAt ?? 0) > since;
}

interface Page {
  readonly data: readonly unknown[];
  readonly meta?: { readonly total?: number };
}

function isPage(body: unknown): body is Page {
  return typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);
}

/** The id of anything that has one, as text. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined;
}
