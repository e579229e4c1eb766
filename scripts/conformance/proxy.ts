import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createRedact } from '../../src/core/redact.js';

/** A server on loopback that stands before the API: it knows the keys, and whoever runs requests through it does not. */
export interface Proxy {
  readonly url: string;
  /** What to send in the place of each credential. */
  readonly placeholders: Readonly<Record<string, string>>;
  close(): void;
}

const hopHeaders = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  'location',
  'set-cookie',
]);

/** Starts the proxy. `credentials` are the real values by header; they go to `server` alone: a redirect is named and never followed, an echo is redacted. */
export async function startProxy(server: string, credentials: Readonly<Record<string, string>>): Promise<Proxy> {
  const redact = createRedact();
  for (const secret of Object.values(credentials)) redact.remember(secret);
  const placeholders = Object.fromEntries(Object.keys(credentials).map((name) => [name, `placeholder-${randomUUID()}`]));

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = new Headers();
    for (const name of ['accept', 'content-type'])
      if (request.headers[name] !== undefined) headers.set(name, String(request.headers[name]));
    for (const [name, secret] of Object.entries(credentials)) {
      const sent = request.headers[name.toLowerCase()];
      // Another value than the placeholder is a test of what the API does with a wrong key.
      if (sent !== undefined) headers.set(name, sent === placeholders[name] ? secret : String(sent));
    }
    const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await text(request);
    const answer = await fetch(`${server}${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(body && { body }),
    });
    const target = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400)
      return refuse(response, `the server redirects to ${originOf(target, server)}; the keys do not go there`);
    const kept = [...answer.headers].filter(([name]) => !hopHeaders.has(name)).map(([name, value]) => [name, redact(value)] as const);
    response.writeHead(answer.status, Object.fromEntries(kept));
    response.end(redact(await answer.text()));
  }

  const listener = createServer((request, response) => {
    forward(request, response).catch((error: unknown) =>
      refuse(response, redact(error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error))),
    );
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): void => {
    listener.closeAllConnections();
    listener.close();
  };
  return { url: `http://127.0.0.1:${port}`, placeholders, close };
}

function refuse(response: ServerResponse, message: string): void {
  if (!response.headersSent) response.writeHead(502, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

function originOf(target: string | null, base: string): string {
  return target !== null && URL.canParse(target, base) ? new URL(target, base).origin : 'an address that it does not tell';
}
