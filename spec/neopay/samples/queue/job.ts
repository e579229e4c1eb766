import { createLinksClient, PaylinksError, type ClientOptions } from 'paylinks';

/** A message that asks for a payable link. */
export interface Message {
  readonly order: string;
  readonly amount: number;
}

/** What the queue is told: done, try again later, or give up. */
export type Verdict =
  { readonly kind: 'done'; readonly url: string } | { readonly kind: 'later' } | { readonly kind: 'never'; readonly why: string };

/** A job that a queue may deliver twice, to two workers, or again after a crash: there is one link all the same. */
export function createJob(options: ClientOptions): (message: Message) => Promise<Verdict> {
  const links = createLinksClient(options);
  return async ({ order, amount }) => {
    try {
      const link = await links.publishOnce({ product: `Order ${order}`, amount, reference: `order-${order}` });
      return { kind: 'done', url: links.payUrl(link) };
    } catch (error) {
      if (!(error instanceof PaylinksError)) throw error;
      const refused = error.outcome === 'rejected' || error.name === 'InputError';
      return refused ? { kind: 'never', why: error.message } : { kind: 'later' };
    }
  };
}
