import { servers } from '../../generated/neopay/operations.js';
import type { Token } from '../core/auth.js';
import { InputError } from '../core/errors.js';
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
import { payUrlIssue } from './pay-url.js';
import type { PayUrl } from './pay-url.js';
import type { Drift } from './response.js';

/** How a client is set up. */
export interface ClientOptions extends TransportOptions {
  /** The Application ID, sent as `x-app-key`; see View details in the Application portal. */
  readonly appKey: string;
  /** The `Authorization` value as it is sent, or a function that gives it; a function is asked for every attempt, and once more after a 401. */
  readonly token: Token;
  /**
   * Where the API is; https, except on loopback and for `insecureHosts`.
   * @default the document's first server, `https://neopay.io/api`
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
  /**
   * Leads from a published link to the address its payer opens, for `links.payUrl`: a template with `{slug}`, or a function. The API does not tell that address.
   * @default none
   */
  readonly payUrl?: PayUrl | undefined;
}

/** Options as the client uses them: checked, with the defaults in place. */
export interface Settings extends TransportSettings {
  readonly appKey: string;
  readonly token: Token;
  readonly strict: boolean;
  readonly onDrift: ((drift: Drift) => unknown) | undefined;
  readonly payUrl: PayUrl | undefined;
}

const optionNames = ['appKey', 'token', ...transportOptionNames, 'strict', 'onDrift', 'payUrl'];

/** Checks a client's options; all faults are named at once, and no credential is ever quoted. */
export function checkOptions(operation: string, options: ClientOptions): Settings {
  if (typeof options !== 'object' || options === null)
    throw new InputError(operation, [{ path: '', message: 'needs an object with appKey and token' }]);
  const { appKey, token, strict = false, onDrift, payUrl } = options;
  check(operation, [
    ...unknownOptions(options, optionNames),
    issue('appKey', headerValueIssue(appKey)),
    issue('token', typeof token === 'function' ? undefined : headerValueIssue(token)),
    ...transportIssues(options),
    issue('strict', typeof strict === 'boolean' ? undefined : 'must be true or false'),
    issue('onDrift', functionIssue(onDrift)),
    issue('payUrl', payUrlIssue(payUrl)),
  ]);
  return {
    ...transportSettings(options, servers.live),
    appKey: appKey.trim(),
    token: typeof token === 'string' ? token.trim() : token,
    strict,
    onDrift,
    payUrl,
  };
}
