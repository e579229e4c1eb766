import { createLinksClient } from 'paylinks';

interface Env {
  readonly NEOPAY_APP_KEY: string;
  readonly NEOPAY_TOKEN: string;
  readonly NEOPAY_BASE_URL?: string;
  readonly PAY_URL: string;
}

/** A Worker: `POST /orders/1042/pay` leads to the payer's page. */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const [, order] = /^\/orders\/([\w-]+)\/pay$/.exec(new URL(request.url).pathname) ?? [];
    if (request.method !== 'POST' || order === undefined) return new Response('Not found', { status: 404 });
    const links = createLinksClient({
      appKey: env.NEOPAY_APP_KEY,
      token: env.NEOPAY_TOKEN,
      baseUrl: env.NEOPAY_BASE_URL,
      payUrl: env.PAY_URL,
    });
    const link = await links.publishOnce({ product: 'Two tickets', amount: 120, reference: `order-${order}` });
    return new Response(null, { status: 303, headers: { Location: links.payUrl(link) } });
  },
};
