import { http, type HttpHandler } from 'msw';
import { createSandbox } from 'paylinks/sandbox';

/** The API behind Mock Service Worker: every request to it goes to a sandbox that keeps state. */
export function createHandlers(sandbox: ReturnType<typeof createSandbox>): HttpHandler[] {
  return [http.all('https://neopay.io/api/*', ({ request }) => sandbox.fetch(request))];
}
