import { InputError } from './errors.js';
import type { Issue } from './errors.js';
import { unknownName } from '../shared/nearest.js';
import type { Attempt } from './attempts.js';
import type { Fetch } from './fetch.js';
import type { Scope } from './request.js';
import { parseUrl } from './url.js';

/** How a client reaches its API, whichever that is. */
export interface TransportOptions {
  /**
   * Where the API is; https, except on loopback and for `insecureHosts`.
   * @default the document's first server
   */
  readonly baseUrl?: string | undefined;
  /**
   * Host names besides loopback that `baseUrl` may reach over plain http, such as that of a container.
   * @default []
   */
  readonly insecureHosts?: readonly string[] | undefined;
  /**
   * Called as `fetch(url, init)`.
   * @default `globalThis.fetch`, looked up for each request
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
   * How many more attempts a request may make; `false` for none.
   * @default 2
   */
  readonly retries?: number | false | undefined;
  /**
   * Bytes that the body of a response may have.
   * @default 67108864, which is 64 MiB
   */
  readonly maxBody?: number | undefined;
  /**
   * Told about each attempt; never sees a secret.
   * @default none
   */
  readonly onAttempt?: ((attempt: Attempt) => unknown) | undefined;
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

/** Transport options as they are used: checked, with the defaults in place. */
export interface TransportSettings {
  readonly baseUrl: string;
  readonly fetch: Fetch | undefined;
  readonly timeout: number;
  readonly deadline: number;
  readonly retries: number;
  readonly maxBody: number;
  readonly onAttempt: ((attempt: Attempt) => unknown) | undefined;
}

/** The names of the transport's options. */
export const transportOptionNames = [
  'baseUrl',
  'insecureHosts',
  'fetch',
  'timeout',
  'deadline',
  'retries',
  'maxBody',
  'onAttempt',
] as const satisfies readonly (keyof TransportOptions)[];

const callOptionNames = ['signal', 'timeout', 'deadline'];

// A longer delay overflows the timers of every runtime and fires at once.
const longestDelay = 2 ** 31 - 1;

/** What is wrong with the transport's options, if anything is. */
export function transportIssues(options: TransportOptions): (Issue | undefined)[] {
  const { baseUrl, insecureHosts, fetch, timeout, deadline, retries, maxBody, onAttempt } = options;
  const wholeRetries = retries === undefined || retries === false || (Number.isInteger(retries) && retries >= 0);
  const wholeBody = maxBody === undefined || (Number.isSafeInteger(maxBody) && maxBody > 0);
  return [
    baseUrl === undefined ? undefined : issue('baseUrl', baseUrlIssue(baseUrl, insecureHosts)),
    issue('insecureHosts', hostsIssue(insecureHosts)),
    issue('fetch', functionIssue(fetch)),
    timeout === undefined ? undefined : issue('timeout', durationIssue(timeout)),
    deadline === undefined ? undefined : issue('deadline', durationIssue(deadline)),
    issue('retries', wholeRetries ? undefined : 'must be a whole number from 0, or false'),
    issue('maxBody', wholeBody ? undefined : 'must be a whole number of bytes above 0'),
    issue('onAttempt', functionIssue(onAttempt)),
  ];
}

/** Transport options that have been checked, with the defaults in place. */
export function transportSettings(options: TransportOptions, server: string): TransportSettings {
  const { baseUrl = server, fetch, timeout = 30_000, deadline = 90_000, retries = 2, maxBody = 64 * 1024 * 1024, onAttempt } = options;
  return {
    baseUrl: new URL(baseUrl).href.replace(/\/+$/, ''),
    fetch,
    timeout,
    deadline,
    retries: retries === false ? 0 : retries,
    maxBody,
    onAttempt,
  };
}

/** Checks a call's options and starts its clock; `call` is its number. */
export function startScope(
  operation: string,
  settings: Pick<TransportSettings, 'timeout' | 'deadline'>,
  call: number,
  options: CallOptions | undefined,
  more: readonly string[],
): Scope {
  if (options === undefined) return scopeOf(call, undefined, settings.timeout, settings.deadline);
  if (typeof options !== 'object' || options === null) throw new InputError(operation, [{ path: 'options', message: 'must be an object' }]);
  const { signal, timeout = settings.timeout, deadline = settings.deadline } = options;
  check(operation, [
    ...unknownOptions(options, [...callOptionNames, ...more]),
    issue('signal', signalIssue(signal)),
    issue('timeout', durationIssue(timeout)),
    issue('deadline', durationIssue(deadline)),
  ]);
  return scopeOf(call, signal, timeout, deadline);
}

function scopeOf(call: number, signal: AbortSignal | undefined, timeout: number, deadline: number): Scope {
  return { call, signal, timeout, deadline, deadlineAt: performance.now() + deadline };
}

/** Throws one error that names all that was found. */
export function check(operation: string, found: readonly (Issue | undefined)[]): void {
  const issues = found.filter((one) => one !== undefined);
  if (issues.length > 0) throw new InputError(operation, issues);
}

/** The issue of one option, where it has one. */
export function issue(path: string, message: string | undefined): Issue | undefined {
  return message === undefined ? undefined : { path, message };
}

/** An issue for each option that does not exist. */
export function unknownOptions(options: object, known: readonly string[]): Issue[] {
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  return unknown.map((name) => ({ path: name, message: unknownName(name, known, 'option') }));
}

/** Why a value cannot be a listener or a `fetch`. */
export function functionIssue(value: unknown): string | undefined {
  return value === undefined || typeof value === 'function' ? undefined : 'must be a function';
}

/** Why a value cannot be a length of time. */
export function durationIssue(value: unknown): string | undefined {
  const fits = typeof value === 'number' && value > 0 && value <= longestDelay;
  return fits ? undefined : `must be a number of milliseconds above 0 and at most ${longestDelay}`;
}

/** Why a value cannot end a call. */
export function signalIssue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const fits = typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value;
  return fits ? undefined : 'must be an AbortSignal';
}

/** Why a value cannot be the address of the API. */
export function baseUrlIssue(value: unknown, insecureHosts: readonly string[] = []): string | undefined {
  const url = typeof value === 'string' ? parseUrl(value) : undefined;
  if (url === undefined) return 'must be an absolute URL, such as https://example.com/api';
  const { protocol, hostname, username, password, search, hash } = url;
  if (username !== '' || password !== '') return 'must not contain a user name or password';
  if (search !== '' || hash !== '' || /[?#]/.test(String(value))) return 'must not contain a query or a fragment';
  const open = isLoopback(hostname) || (Array.isArray(insecureHosts) && insecureHosts.includes(hostname));
  if (protocol === 'https:' || (protocol === 'http:' && open)) return undefined;
  return 'must start with https://, since the credentials would travel readable; http:// is for loopback and for hosts named in insecureHosts';
}

function hostsIssue(value: unknown): string | undefined {
  if (value === undefined || (Array.isArray(value) && value.every((host) => typeof host === 'string' && host !== ''))) return undefined;
  return 'must be a list of host names';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

// Anything but visible characters, space, tab and the upper half of Latin-1; such a value would be refused or cut by `fetch`, whose error quotes it.
const illegal = /[^\t\x20-\x7e\x80-\xff]/;

/** Why a value cannot be sent as a header, or `undefined`. Never quotes the value, which may be a key. */
export function headerValueIssue(value: unknown): string | undefined {
  if (typeof value !== 'string') return `must be text, got ${value === null ? 'null' : typeof value}`;
  if (illegal.test(value)) return 'must not contain line breaks, control characters or characters outside Latin-1';
  if (value.trim() === '') return 'must not be empty';
  return undefined;
}
