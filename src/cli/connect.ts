import { createLinksClient } from '../neopay/client.js';
import type { LinksClient } from '../neopay/client.js';
import type { ClientOptions } from '../neopay/options.js';
import { readCount, UsageError } from './flags.js';

/** What every command on links can be told. */
export const linkFlags = {
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  timeout: { type: 'string' },
  deadline: { type: 'string' },
  'pay-url': { type: 'string' },
} as const;

/** How that is explained, below what a command adds. */
export const linkHelp = `      --json            print JSON, one object per line
      --dry-run         print the requests that would change something, only
      --timeout MS      how long one attempt may take (30000)
      --deadline MS     how long one link may take, retries included (90000)
      --pay-url URL     where payers open a link: https://…/{slug}
  -h, --help            print this

Credentials come from NEOPAY_APP_KEY and NEOPAY_TOKEN, the payers' address also
from NEOPAY_PAY_URL; NEOPAY_BASE_URL leads to a sandbox.`;

/** The values of those flags as they were typed. */
export interface LinkValues {
  readonly json?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly timeout?: string | undefined;
  readonly deadline?: string | undefined;
  readonly 'pay-url'?: string | undefined;
}

/** The client's options from the environment and the flags; a `UsageError` names what is missing. */
export function readOptions({ timeout, deadline, 'pay-url': payUrl }: LinkValues, environment = process.env): ClientOptions {
  const { NEOPAY_APP_KEY: appKey = '', NEOPAY_TOKEN: token = '', NEOPAY_BASE_URL: baseUrl = '', NEOPAY_PAY_URL = '' } = environment;
  const missing = Object.entries({ NEOPAY_APP_KEY: appKey, NEOPAY_TOKEN: token }).flatMap(([name, value]) => (value === '' ? [name] : []));
  if (missing.length > 0) throw new UsageError(`Set ${missing.join(' and ')}; paylinks sandbox prints values to try it with.`);
  return {
    appKey,
    token,
    ...(baseUrl !== '' && { baseUrl }),
    ...((payUrl ?? NEOPAY_PAY_URL) !== '' && { payUrl: payUrl ?? NEOPAY_PAY_URL }),
    ...(timeout !== undefined && { timeout: readCount('timeout', timeout, 2 ** 31 - 1) }),
    ...(deadline !== undefined && { deadline: readCount('deadline', deadline, 2 ** 31 - 1) }),
  };
}

/** A client with them. */
export function connect(values: LinkValues): LinksClient {
  return createLinksClient(readOptions(values));
}
