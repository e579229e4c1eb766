import { text } from 'node:stream/consumers';
import type { Books } from './books.js';
import { patience, type Shop, type ShopSettings } from './shop.js';

interface Reply {
  readonly error?: { readonly code: string };
  readonly payment?: { readonly ntpID: string; readonly status: number; readonly paymentURL?: string };
}

/** What many people write: a fetch with a timeout, failures tried again, statuses by number, a notification believed as it comes. */
export function createNaiveShop({ baseUrl, apiKey, posSignature, port }: ShopSettings, books: Books): Shop {
  async function send(path: string, body: object): Promise<Reply> {
    for (let attempt = 1; ; attempt += 1) {
      const request = {
        method: 'POST',
        headers: { authorization: apiKey, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      try {
        const response = await fetch(baseUrl + path, { ...request, signal: AbortSignal.timeout(patience.timeout) });
        return await response.json().then((reply: Reply) => reply);
      } catch (error) {
        books.log({ error, request });
        if (attempt === patience.retries) throw error;
      }
    }
  }

  const markPaid = (order: string, ntpID: string): void => books.write({ kind: 'paid', order, ntpID });
  let suffix = 0;

  return {
    async checkout(order, amount) {
      if (books.paidBy(order) !== undefined) return { paid: true };
      const billing = { email: 'payer@example.com', firstName: 'Ana', lastName: 'Exemplu', city: 'Bucuresti', country: 642 };
      const orderID = `${order}_${process.pid}${suffix++}`;
      const details = { posSignature, orderID, amount, currency: 'RON', description: order, dateTime: new Date().toISOString(), billing };
      const config = { notifyUrl: `http://127.0.0.1:${port}/notify`, redirectUrl: `http://127.0.0.1:${port}/return`, language: 'ro' };
      const { payment } = await send('/payment/card/start', { config, order: details });
      if (payment?.paymentURL === undefined) throw new Error('not able to send data');
      books.write({ kind: 'page', order, ntpID: payment.ntpID, attempt: payment, stillPayable: [] });
      return { url: payment.paymentURL, ntpID: payment.ntpID };
    },
    // "The payer is back, so it is paid."
    async returned(order) {
      const [ntpID] = books.attemptsAt(order).flatMap((attempt) => (hasId(attempt) ? [attempt.ntpID] : []));
      if (ntpID !== undefined) markPaid(order, ntpID);
      return { paid: true };
    },
    async notify(request, response) {
      const body = await text(request);
      const { order, payment } = JSON.parse(body);
      books.write({ kind: 'believed', body });
      if (payment.status === 3 || payment.status === 5) markPaid(String(order.orderID).replace(/_\d+$/, ''), payment.ntpID);
      response.end('{"errorType":0,"errorCode":0,"errorMessage":""}');
    },
    reconcile: async () => undefined,
    async refund(order, amount) {
      const ntpID = books.paidBy(order) ?? '';
      const { error } = await send('/operation/credit', { ntpID, amount });
      if (error?.code === '00') books.write({ kind: 'refunded', ntpID, amount });
    },
  };
}

function hasId(attempt: unknown): attempt is { ntpID: string } {
  return typeof attempt === 'object' && attempt !== null && 'ntpID' in attempt && typeof attempt.ntpID === 'string';
}
