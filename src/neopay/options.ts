import { servers } from '../../generated/neopay/operations.js';
import { baseUrlIssue, check, durationIssue, functionIssue, issue, signalIssue, unknownOptions } from '../core/options.js';
import { InputError } from '../core/errors.js';
import type { Drift } from './response.js';
import type { Token } from '../core/auth.js';
import type { Fetch } from '../core/fetch.js';
import { headerValueIssue } from '../core/header.js';
import type { Scope } from '../core/request.js';
import type { Attempt } from '../core/attempts.js';
import { payUrlIssue } from './pay-url.js';
import type { PayUrl } from './pay-url.js';

/** How a client is set up. */
export interface ClientOptions {
  /** The Application ID, sent as `x-app-key`; see View details in the Application portal. */
  readonly appKey: string;
  /** The `Authorization` value as it is sent, or a function that gives it; a function is asked for every attempt, and once more after a 401. */
  readonly token: Token;
  /**
   * Where the API is; https, except on loopback.
   * @default the document's first server, `https://neopay.io/api`
   */
  readonly baseUrl?: string | undefined;
  /**
   * Called as `fetch(url, init)`.
   * @default `globalThis.fetch`, looked up for each call
   */
  readonly fetch?: Fetch | undefined;
  /**
   * Milliseconds one attempt may take, body included.
   * @default 30000
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds one call may take: attempts, waits, token function and bodies together.
   * @default 90000
   */
  readonly deadline?: number | undefined;
  /**
   * How many more attempts a call may make; `false` for none.
   * @default 2
   */
  readonly retries?: number | false | undefined;
  /**
   * Whether an answer that departs from the document is a `DriftError`.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /**
   * Told about each departure from the document when not strict.
   * @default one `console.warn` for each operation and path
   */
  readonly onDrift?: ((drift: Drift) => unknown) | undefined;
  /**
   * Told about each attempt; never sees a secret.
   * @default none
   */
  readonly onAttempt?: ((attempt: Attempt) => unknown) | undefined;
  /**
   * Leads from a published link to the address its payer opens, for `links.payUrl`: a template with `{slug}`, or a function. The API does not tell that address.
   * @default none
   */
  readonly payUrl?: PayUrl | undefined;
}

/** What every method takes last. */
export interface CallOptions {
  /** Ends the call at once with its own reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds one attempt may take.
   * @default the client's
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds the call may take.
   * @default the client's
   */
  readonly deadline?: number | undefined;
}

/** Options as the client uses them: checked, with the defaults in place. */
export interface Settings extends Omit<ClientOptions, 'baseUrl' | 'timeout' | 'deadline' | 'retries' | 'strict'> {
  readonly baseUrl: string;
  readonly timeout: number;
  readonly deadline: number;
  readonly retries: number;
  readonly strict: boolean;
}

const optionNames = ['appKey', 'token', 'baseUrl', 'fetch', 'timeout', 'deadline', 'retries', 'strict', 'onDrift', 'onAttempt', 'payUrl'];
const callOptionNames = ['signal', 'timeout', 'deadline'];

/** Checks a client's options; all faults are named at once, and no credential is ever quoted. */
export function checkOptions(options: ClientOptions): Settings {
  const operation = 'createLinksClient';
  if (typeof options !== 'object' || options === null)
    throw new InputError(operation, [{ path: '', message: 'needs an object with appKey and token' }]);
  const { appKey, token, baseUrl = servers.live, timeout = 30_000, deadline = 90_000, retries = 2, strict = false } = options;
  check(operation, [
    ...unknownOptions(options, optionNames),
    issue('appKey', headerValueIssue(appKey)),
    issue('token', typeof token === 'function' ? undefined : headerValueIssue(token)),
    issue('baseUrl', baseUrlIssue(baseUrl)),
    issue('timeout', durationIssue(timeout)),
    issue('deadline', durationIssue(deadline)),
    issue(
      'retries',
      retries === false || (Number.isInteger(retries) && retries >= 0) ? undefined : 'must be a whole number from 0, or false',
    ),
    issue('strict', typeof strict === 'boolean' ? undefined : 'must be true or false'),
    issue('payUrl', payUrlIssue(options.payUrl)),
    ...(['fetch', 'onDrift', 'onAttempt'] as const).map((name) => issue(name, functionIssue(options[name]))),
  ]);
  return {
    ...options,
    appKey: appKey.trim(),
    token: typeof token === 'string' ? token.trim() : token,
    baseUrl: new URL(baseUrl).href.replace(/\/+$/, ''),
    timeout,
    deadline,
    retries: retries === false ? 0 : retries,
    strict,
  };
}

/** Checks a call's options and starts its clock. */
export function startScope(
  operation: string,
  settings: Pick<Settings, 'timeout' | 'deadline'>,
  options: CallOptions | undefined,
  more: readonly string[] = [],
): Scope {
  if (options === undefined) return scopeOf(settings, {});
  if (typeof options !== 'object' || options === null) throw new InputError(operation, [{ path: 'options', message: 'must be an object' }]);
  const { signal, timeout = settings.timeout, deadline = settings.deadline } = options;
  check(operation, [
    ...unknownOptions(options, [...callOptionNames, ...more]),
    issue('signal', signalIssue(signal)),
    issue('timeout', durationIssue(timeout)),
    issue('deadline', durationIssue(deadline)),
  ]);
  return scopeOf({ timeout, deadline }, { signal });
}

function scopeOf({ timeout, deadline }: Pick<Settings, 'timeout' | 'deadline'>, { signal }: Pick<CallOptions, 'signal'>): Scope {
  return { signal, timeout, deadline, deadlineAt: performance.now() + deadline };
}
