import type { PaymentLink } from './types.js';

/** Hands back what it is given, so that a subclass can put a private member on it. */
class Given {
  constructor(link: object) {
    return link;
  }
}

// A private member on the parsed object costs a list a twentieth of what a WeakMap entry does, and nothing else can see it.
class Body extends Given {
  readonly #wire: object | undefined;

  constructor(link: object, wire: object | undefined) {
    super(link);
    this.#wire = wire;
  }

  static of(link: unknown): object | undefined {
    return typeof link === 'object' && link !== null && #wire in link ? (link.#wire ?? link) : undefined;
  }
}

/** Notes that the client gave this link; `wire` is its JSON where reading it changed anything. */
export function keepBody(link: object, wire: object | undefined): void {
  new Body(link, wire);
}

/** The link's JSON exactly as the API sent it, or `undefined` for an object that no client gave. */
export function rawOf(link: PaymentLink): unknown {
  return Body.of(link);
}
