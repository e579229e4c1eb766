import type { Handler } from '../support/ledger.js';
import type { createSandbox } from '../../src/sandbox.js';

export type CreateSandbox = typeof createSandbox;

// Ids hold the time; a clock that stands still makes a run repeatable.
const birthday = Date.UTC(2026, 10, 21, 12);

/** Many accounts behind one server, each a sandbox of its own under `/s<index>`. */
export interface World {
  readonly handler: Handler;
  /** How many requests reached an address no client should ever call. */
  strays(): number;
  linksOf(index: number): readonly unknown[];
  forget(index: number): void;
}

export function createWorld(
  createSandbox: CreateSandbox,
  seed: string,
  credentials: { appKey: string; token: string },
  now = (): number => birthday,
): World {
  const sandboxes = new Map<number, ReturnType<CreateSandbox>>();
  let strays = 0;

  function sandboxOf(index: number): ReturnType<CreateSandbox> {
    const sandbox = sandboxes.get(index) ?? createSandbox({ ...credentials, seed: seedOf(seed, index), now });
    sandboxes.set(index, sandbox);
    return sandbox;
  }

  return {
    async handler(request) {
      const { hostname, pathname, search } = new URL(request.url);
      const [, index, path] = /^\/s(\d+)(\/links.*)$/.exec(pathname) ?? [];
      if (index === undefined || hostname.endsWith('.example')) {
        strays += 1;
        return Response.json({ message: 'Nobody lives here.' }, { status: 404 });
      }
      const sandbox = sandboxOf(Number(index));
      return sandbox.fetch(new Request(`${sandbox.credentials.baseUrl}${path}${search}`, request));
    },
    strays: () => strays,
    linksOf: (index) => [...sandboxOf(index).links],
    forget: (index) => void sandboxes.delete(index),
  };
}

function seedOf(seed: string, index: number): number {
  return [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2 ** 31, index + 1);
}
