import { createLinksClient, type ClientOptions } from 'paylinks';

type Context = { params: Promise<{ order: string }> };

/** `app/orders/[order]/pay/route.ts`: export `POST = createRoute({ appKey: …, token: …, payUrl: … })`. */
export function createRoute(options: ClientOptions): (request: Request, context: Context) => Promise<Response> {
  const links = createLinksClient(options);
  return async (_request, { params }) => {
    const { order } = await params;
    const link = await links.publishOnce({ product: 'Two tickets', amount: 120, reference: `order-${order}` });
    return new Response(null, { status: 303, headers: { Location: links.payUrl(link) } });
  };
}
