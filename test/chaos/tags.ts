import { AsyncLocalStorage } from 'node:async_hooks';
import { headerOf, type WireHead } from '../support/wire.js';

/** Which call a request belongs to and which of its attempts it is; two requests with one tag were sent by the runtime, not by the client. */
export interface Tag {
  readonly call: string;
  readonly attempt: number;
}

const current = new AsyncLocalStorage<{ readonly call: string; attempts: number }>();
const header = 'x-chaos-call';

export function runTagged<T>(call: string, work: () => Promise<T>): Promise<T> {
  return current.run({ call, attempts: 0 }, work);
}

/** The same fetch, which writes into each request whose it is. */
export function tagRequests(send: typeof fetch): typeof fetch {
  return (input, init) => {
    const call = current.getStore();
    if (!call) return send(input, init);
    call.attempts += 1;
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    return send(input, { ...init, headers: { ...Object.fromEntries(headers), [header]: `${call.call}/${call.attempts}` } });
  };
}

export function tagOf(head: WireHead): Tag {
  const [call = '', attempt] = headerOf(head, header)?.split('/') ?? [];
  return { call, attempt: Number(attempt) };
}
