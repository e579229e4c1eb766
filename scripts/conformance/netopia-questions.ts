import type { Proxy } from './proxy.js';

// What nobody has said of the API yet, asked of the server itself. The answers are printed for people; none is right or wrong.

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks the open questions that need no payment, and with `writes` those that do; gives question and answer line by line. */
export async function askNetopia(
  { url, placeholders }: Proxy,
  { posSignature = '', run = '' }: Readonly<Record<string, string>>,
  writes: boolean,
): Promise<string> {
  const send = async (path: string, body: object): Promise<Answer> => {
    const headers = { ...placeholders, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const read = (ids: object): Promise<Answer> => send('/operation/status', { posID: posSignature, ...ids });
  const start = (orderID: string, change: object = {}): Promise<Answer> => {
    const billing = {
      email: 'payer@example.com',
      firstName: 'Ana',
      lastName: 'Exemplu',
      phone: '0712345678',
      city: 'Bucuresti',
      country: 642,
    };
    const config = { notifyUrl: 'https://shop.example/notify', redirectUrl: 'https://shop.example/return', language: 'ro' };
    const order = {
      posSignature,
      orderID,
      amount: 1,
      currency: 'RON',
      description: 'Question',
      dateTime: new Date().toISOString(),
      billing,
    };
    return send('/payment/card/start', { config, order: { ...order, ...change } });
  };

  const nobody = await read({ orderID: `${run}-nobody`, ntpID: '' });
  const lines = [
    ['How is a payment missed that nobody started?', outcomeOf(nobody)],
    ['How is a status asked without any id?', outcomeOf(await read({ ntpID: '', orderID: '' }))],
    ['Are there limits on the rate?', limitsOf(nobody)],
  ];
  if (writes) {
    const orderID = `${run}-question`;
    const first = await start(orderID);
    lines.push(
      ['What does a repeat get while the first start is open?', outcomeOf(await start(orderID))],
      ['Does a reading give the page again?', /paymentURL/.test((await read({ ntpID: idOf(first) })).text) ? 'yes' : 'no'],
      ['Does the orderID alone find a payment?', idOf(await read({ ntpID: '', orderID })) === idOf(first) ? 'yes' : 'no'],
      ['What does an account check (amount 0) get?', outcomeOf(await start(`${run}-check`, { amount: 0 }))],
    );
    for (const length of [64, 65, 128, 256])
      lines.push([`Is an orderID of ${length} characters taken?`, outcomeOf(await start(`${run}-${'x'.repeat(length)}`.slice(0, length)))]);
  }
  return lines.map(([question, answer]) => `? ${question} ${answer}`).join('\n');
}

function outcomeOf({ status, text }: Answer): string {
  const field = (name: string): string | undefined => new RegExp(`"${name}":\\s*"([^"]*)"`).exec(text)?.[1];
  return `HTTP ${status}, code ${field('code') ?? 'none'}, ${field('message') ?? 'no message'}`;
}

function idOf({ text }: Answer): string {
  return /"ntpID":\s*"([^"]+)"/.exec(text)?.[1] ?? 'none';
}

function limitsOf({ headers }: Answer): string {
  const named = [...headers.keys()].filter((name) => /limit|retry/i.test(name));
  return named.length === 0 ? 'no header tells of any' : named.join(', ');
}
