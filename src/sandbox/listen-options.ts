import { checkOptions, isName, isWhole, type Rule } from './rules.js';

/** Where to listen. */
export interface ListenOptions {
  /** @default 0, any free port */
  readonly port?: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** How long a client may take to send a request, in milliseconds. @default 10 000 */
  readonly patience?: number;
}

/** A sandbox that listens. */
export interface Listening {
  /** Scheme, host and port, without a path; the API is below `/api`, as on the real host, and at the root as well. */
  readonly url: string;
  /** Stops listening, lets requests under way end for a moment and cuts every connection. */
  close(): Promise<void>;
}

const rules = {
  port: [(value) => isWhole(value, 0, 65_535), 'must be a whole number from 0 to 65535'],
  host: [isName, 'must be a name or an address of this machine'],
  patience: [(value) => isWhole(value, 1, 2 ** 31 - 1), 'must be whole milliseconds above 0'],
} as const satisfies Record<keyof ListenOptions, Rule>;

/** Checks the options and fills in the defaults; throws a `TypeError` that names the option. */
export function readListenOptions(options: ListenOptions): Required<ListenOptions> {
  checkOptions('listen', rules, options);
  const { port = 0, host = '127.0.0.1', patience = 10_000 } = options;
  return { port, host, patience };
}
