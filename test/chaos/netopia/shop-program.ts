import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { openBooks } from './books.js';
import { kinds } from './kinds.js';
import type { ShopSettings } from './shop.js';

// A shop as a process of its own: a web server over what an integrator wrote, and a file that outlives it.
const settings: ShopSettings = JSON.parse(process.env['SHOP'] ?? '{}');
const books = openBooks(settings.file);
const create = kinds[settings.kind];
if (create === undefined) throw new Error(`there is no shop ${settings.kind}`);
const shop = create(settings, books);
process.on('unhandledRejection', (error) => books.log(error));

interface Order {
  readonly order: string;
  readonly amount: number;
}

const routes: Readonly<Record<string, (body: Order) => Promise<unknown>>> = {
  '/checkout': ({ order, amount }) => shop.checkout(order, amount),
  '/returned': ({ order }) => shop.returned(order),
  '/refund': ({ order, amount }) => shop.refund(order, amount),
  '/reconcile': () => shop.reconcile(),
};

createServer((request, response) => {
  const route = routes[request.url ?? ''];
  const work = route === undefined ? shop.notify(request, response) : json(request).then((body) => route(Object(body)));
  work.then(
    (result) => route !== undefined && response.end(JSON.stringify(result ?? {})),
    (error: unknown) => {
      books.log(error);
      if (!response.headersSent) response.writeHead(500);
      response.end(JSON.stringify({ failed: error instanceof Error ? error.name : 'unknown' }));
    },
  );
}).listen(settings.port, '127.0.0.1', () => console.log('open'));
