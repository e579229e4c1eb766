import Stripe from 'stripe';

/** Stripe's SDK on its own payment links: the same three calls, its own paths and encoding. */
export function connect({ baseUrl, token, fetch }) {
  const { protocol, hostname, port } = new URL(baseUrl);
  const address = { protocol: protocol.slice(0, -1), host: hostname, ...(port !== '' && { port }) };
  const stripe = new Stripe(token, { httpClient: Stripe.createFetchHttpClient(fetch), telemetry: false, ...address });
  return {
    get: (id) => stripe.paymentLinks.retrieve(String(id)),
    create: ({ amount }) => stripe.paymentLinks.create({ line_items: [{ price: `price_${amount}`, quantity: 1 }] }),
    list: async () => (await stripe.paymentLinks.list()).data,
  };
}
