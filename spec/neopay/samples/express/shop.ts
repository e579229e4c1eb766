import express, { type ErrorRequestHandler, type Express } from 'express';
import { createLinksClient, PaylinksError, type ClientOptions } from 'paylinks';

/** A shop in Express: one button, one payable link for each order. */
export function createShop(options: ClientOptions): Express {
  const links = createLinksClient(options);
  const shop = express();

  shop.post('/orders/:order/pay', async ({ params: { order } }, response) => {
    const link = await links.publishOnce({ product: 'Two tickets', amount: 120, reference: `order-${order}` });
    response.redirect(303, links.payUrl(link));
  });

  const explain: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (!(error instanceof PaylinksError)) return next(error);
    // Whatever the outcome is, the same request may simply be sent again.
    response.status(503).json({ outcome: error.outcome });
  };
  return shop.use(explain);
}
