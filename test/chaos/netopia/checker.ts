import type { Delivery, SandboxPayment } from '../../../src/netopia-sandbox.js';
import { mark } from './forge.js';
import type { Note } from './notes.js';

export type Promise7 = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7';

/** What a run left behind: what the server knows, what the shops wrote down, and what the payers saw. */
export interface Evidence {
  readonly payments: readonly SandboxPayment[];
  readonly deliveries: readonly Delivery[];
  readonly notes: readonly Note[];
  /** Pages that a payer held while another page of the order was payable and not listed. */
  readonly unlisted: readonly string[];
  /** Refunds that were asked for, in cents by order. */
  readonly asked: ReadonlyMap<string, number>;
  /** What the shops' processes printed. */
  readonly output: string;
  readonly apiKey: string;
  /** The order that a payment of the server belongs to. */
  orderOf(payment: SandboxPayment): string;
}

/** What broke each promise, in words; an empty list for one that was kept. */
export type Verdict = Readonly<Record<Promise7, readonly string[]>>;

export function judge(evidence: Evidence): Verdict {
  const { payments, notes, orderOf } = evidence;
  const charged = payments.filter(({ settled }) => settled !== undefined);
  const paidOrders = new Set(charged.map(orderOf));
  const believedPaid = new Set(notes.flatMap((note) => (note.kind === 'paid' ? [note.order] : [])));
  return {
    P1: evidence.unlisted,
    P2: [...believedPaid].filter((order) => !paidOrders.has(order)).map((order) => `${order} counts as paid and is not`),
    P3: [...paidOrders].filter((order) => !believedPaid.has(order)).map((order) => `${order} is paid and nobody knows`),
    P4: notes.flatMap((note) => (note.kind === 'believed' && note.body.includes(mark) ? [`believed ${note.body}`] : [])),
    P5: findSecrets(evidence),
    P6: [...judgeRefunds(evidence)],
    P7: notes.flatMap((note) => (note.kind === 'late' ? [`${note.name} took ${note.took} ms`] : [])),
  };
}

/** The key, and every token of a saved card, wherever the shop or its client shows something. */
function findSecrets({ apiKey, deliveries, notes, output }: Evidence): string[] {
  const tokens = deliveries.flatMap(({ body }) => /"token":"([^"]+)"/.exec(body)?.[1] ?? []);
  const logs = [...notes.flatMap((note) => (note.kind === 'log' ? [note.text] : [])), output];
  const text = logs.join('\n');
  return [apiKey, ...tokens].filter((secret) => text.includes(secret)).map((secret) => `${secret.slice(0, 4)}… stands in a log`);
}

function* judgeRefunds({ payments, notes, asked, orderOf }: Evidence): Generator<string, void, undefined> {
  const claimed = new Map<string, number>();
  for (const note of notes) {
    if (note.kind === 'refunded') claimed.set(note.ntpID, (claimed.get(note.ntpID) ?? 0) + Math.round(note.amount * 100));
  }
  const byId = new Map(payments.map((payment) => [payment.ntpID, payment]));
  for (const [ntpID, cents] of claimed) {
    const refunded = Math.round((byId.get(ntpID)?.refunded ?? 0) * 100);
    if (cents > refunded) yield `${ntpID}: ${cents} cents claimed as refunded, ${refunded} moved`;
  }
  const moved = new Map<string, number>();
  for (const payment of payments) {
    if (payment.refunded > payment.amount) yield `${payment.ntpID}: ${payment.refunded} refunded of ${payment.amount}`;
    moved.set(orderOf(payment), (moved.get(orderOf(payment)) ?? 0) + Math.round(payment.refunded * 100));
  }
  for (const [order, cents] of moved)
    if (cents > (asked.get(order) ?? 0)) yield `${order}: ${cents} cents refunded, ${asked.get(order) ?? 0} asked for`;
}
