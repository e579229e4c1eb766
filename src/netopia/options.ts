import { servers } from '../../generated/netopia/operations.js';
import { isPosSignature } from '../../generated/netopia/validators.js';
import type { Token } from '../core/auth.js';
import { InputError } from '../core/errors.js';
import type { Issue } from '../core/errors.js';
import {
  check,
  functionIssue,
  headerValueIssue,
  issue,
  transportIssues,
  transportOptionNames,
  transportSettings,
  unknownOptions,
} from '../core/options.js';
import type { TransportOptions, TransportSettings } from '../core/options.js';
import { parseUrl } from '../core/url.js';
import type { Drift } from './response.js';

/** Where payments go: to NETOPIA's sandbox, or to real cards. */
export type Environment = 'sandbox' | 'live';

/** How a payments client is set up. */
export interface PaymentsClientOptions extends TransportOptions {
  /** The API key from Profile, Security in the console, or a function that gives it; a function is asked for every attempt, and once more after a 401. */
  readonly apiKey: Token;
  /** The POS signature, `XXXX-XXXX-XXXX-XXXX-XXXX`. */
  readonly posSignature: string;
  /** `'sandbox'` or `'live'`; there is no default, and no variable of the environment is read. */
  readonly environment: Environment;
  /**
   * Where NETOPIA sends notifications, for every start that names no other; https on live.
   * @default none: each start needs its own
   */
  readonly notifyUrl?: string | undefined;
  /**
   * Where the payer's browser comes back to, paid or not, for every start that names no other; https on live.
   * @default none: each start needs its own
   */
  readonly redirectUrl?: string | undefined;
  /**
   * Language of the payer's page, two letters.
   * @default 'ro'
   */
  readonly language?: string | undefined;
  /**
   * Where the API is; https, except on loopback and for `insecureHosts`.
   * @default the document's first server of the environment
   */
  readonly baseUrl?: string | undefined;
  /**
   * Whether a response that departs from the document is a `DriftError`.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /**
   * Told about each departure from the document when not strict.
   * @default one `console.warn` for each operation and path
   */
  readonly onDrift?: ((drift: Drift) => unknown) | undefined;
}

/** Options as the client uses them: checked, with the defaults in place. */
export interface Settings extends TransportSettings {
  readonly apiKey: Token;
  readonly posSignature: string;
  readonly environment: Environment;
  readonly notifyUrl: string | undefined;
  readonly redirectUrl: string | undefined;
  readonly language: string;
  readonly strict: boolean;
  readonly onDrift: ((drift: Drift) => unknown) | undefined;
}

const optionNames = [
  'apiKey',
  'posSignature',
  'environment',
  'notifyUrl',
  'redirectUrl',
  'language',
  ...transportOptionNames,
  'strict',
  'onDrift',
];

/** Checks a client's options; all faults are named at once, and no key is ever quoted. */
export function checkOptions(operation: string, options: PaymentsClientOptions): Settings {
  if (typeof options !== 'object' || options === null)
    throw new InputError(operation, [{ path: '', message: 'needs an object with apiKey, posSignature and environment' }]);
  // Own members alone: one that is inherited came from somewhere else.
  const own = { ...options };
  const { apiKey, posSignature, environment, notifyUrl, redirectUrl, language = 'ro', strict = false, onDrift } = own;
  const baseUrl = issue('baseUrl', own.baseUrl === undefined ? undefined : hostIssue(own.baseUrl, environment));
  check(operation, [
    ...unknownOptions(own, optionNames),
    ...inheritedOptions(options),
    issue('apiKey', typeof apiKey === 'function' ? undefined : headerValueIssue(apiKey)),
    issue(
      'posSignature',
      isSignature(posSignature) ? undefined : 'must be five groups of four letters and digits, as XXXX-XXXX-XXXX-XXXX-XXXX',
    ),
    issue(
      'environment',
      isEnvironment(environment) ? undefined : "must be 'sandbox' or 'live'; it has no default, and NODE_ENV is not read",
    ),
    issue('notifyUrl', notifyUrl === undefined ? undefined : pageIssue(notifyUrl, environment)),
    issue('redirectUrl', redirectUrl === undefined ? undefined : pageIssue(redirectUrl, environment)),
    issue('language', /^[A-Za-z]{2}$/.test(language) ? undefined : 'must be two letters, such as ro'),
    ...transportIssues(own),
    baseUrl,
    issue('strict', typeof strict === 'boolean' ? undefined : 'must be true or false'),
    issue('onDrift', functionIssue(onDrift)),
  ]);
  return {
    ...transportSettings(own, servers[environment]),
    apiKey: typeof apiKey === 'string' ? apiKey.trim() : apiKey,
    posSignature,
    environment,
    notifyUrl,
    redirectUrl,
    language,
    strict,
    onDrift,
  };
}

function inheritedOptions(options: object): Issue[] {
  const inherited = optionNames.filter((name) => name in options && !Object.hasOwn(options, name));
  return inherited.map((path) => ({ path, message: 'is inherited; make it a member of the options themselves' }));
}

// Older samples of NETOPIA's have four groups, which the document allows.
function isSignature(value: unknown): boolean {
  return isPosSignature(value) && value.split('-').length === 5;
}

function isEnvironment(value: unknown): value is Environment {
  return value === 'sandbox' || value === 'live';
}

/** Why an address cannot be one that NETOPIA calls or sends payers to. */
export function pageIssue(value: unknown, environment: Environment): string | undefined {
  const url = typeof value === 'string' ? parseUrl(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return 'must be an absolute address, such as https://shop.example/netopia';
  return environment === 'live' && url.protocol !== 'https:' ? 'must start with https:// on live' : undefined;
}

const known = Object.entries(servers).map(([name, address]) => ({
  environment: /live$/i.test(name) ? ('live' as const) : ('sandbox' as const),
  address,
  url: new URL(address),
}));

// A host of NETOPIA's has one right path and one environment; any other host is a proxy or a sandbox of one's own.
function hostIssue(value: string, environment: Environment): string | undefined {
  const url = parseUrl(value);
  const server = known.find(({ url: { hostname } }) => hostname === url?.hostname);
  if (url === undefined || server === undefined) return undefined;
  if (isEnvironment(environment) && server.environment !== environment)
    return `is NETOPIA's ${server.environment} address, but environment is '${environment}', whose address is ${servers[environment]}`;
  const path = url.pathname.replace(/\/+$/, '');
  return path === server.url.pathname.replace(/\/+$/, '')
    ? undefined
    : `must be ${server.address}: at another path that host is not the API`;
}
