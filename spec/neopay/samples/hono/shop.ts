import { Hono } from 'hono';
import { createLinksClient, PaylinksError, type ClientOptions } from 'paylinks';

/** A shop in Hono: one button, one payable link for each order. */
export function createShop(options: ClientOptions): Hono {
  const links = createLinksClient(options);
  const shop = new Hono();

  shop.post('/orders/:order/pay', async (context) => {
    const reference = `order-${context.req.param('order')}`;
    const link = await links.publishOnce({ product: 'Two tickets', amount: 120, reference });
    return context.redirect(links.payUrl(link), 303);
  });
  shop.onError((error, context) => context.json({ outcome: error instanceof PaylinksError ? error.outcome : 'unknown' }, 503));
  return shop;
}
