import { InputError } from './errors.js';
import type { Issue } from './errors.js';
import { unknownName } from '../shared/nearest.js';

// A longer delay overflows the timers of every runtime and fires at once.
const longestDelay = 2 ** 31 - 1;

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
export function baseUrlIssue(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return 'must be an absolute URL, such as https://neopay.io/api';
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  if (username !== '' || password !== '') return 'must not contain a user name or password';
  if (search !== '' || hash !== '' || /[?#]/.test(value)) return 'must not contain a query or a fragment';
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return undefined;
  return 'must start with https://, since the keys would travel readable; http:// is for loopback only';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
