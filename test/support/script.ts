/** One request as the code under test handed it to `fetch`. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal | null | undefined;
}

export type Step = (sent: Sent) => Response | Promise<Response>;

export interface Script {
  readonly fetch: typeof fetch;
  readonly sent: Sent[];
}

/** A `fetch` that takes one step for each request and stays on the last. */
export function createScript(...steps: readonly [Step, ...Step[]]): Script {
  const sent: Sent[] = [];
  return {
    sent,
    async fetch(input, init) {
      const { method, url, headers } = new Request(input, { ...init, signal: null });
      const body = await new Response(init?.body).text();
      const request = { method, url: new URL(url), headers, body, signal: init?.signal };
      sent.push(request);
      const step = steps[Math.min(sent.length, steps.length) - 1] ?? steps[0];
      return step(request);
    },
  };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Step {
  return () => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

export function text(body: string | null, status = 200, headers: Record<string, string> = {}): Step {
  return () => new Response(body, { status, headers });
}

export function fails(reason: unknown): Step {
  return () => Promise.reject(reason);
}

/** Never answers; ends only when the caller's signal does, as a real fetch would. */
export const hangs: Step = ({ signal }) => {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
};

/** Sends headers and some of the body, and then nothing. */
export const hangsInBody: Step = ({ signal }) => {
  const start = (controller: ReadableStreamDefaultController): void => {
    controller.enqueue(new TextEncoder().encode('{"id":'));
    signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true });
  };
  return new Response(new ReadableStream({ start }));
};

/** The failure of a fetch whose connection broke, or was never made. */
export function brokenConnection(code: string, syscall = 'read'): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });
}
