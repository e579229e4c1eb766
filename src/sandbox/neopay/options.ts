import { checkOptions, commonRules, countRule, credentialRule, isName, type CommonOptions, type Rule } from '../core/options.js';
import type { JournalEntry } from './journal.js';
import type { SeedLink } from './seeds.js';

/** How a sandbox is set up; everything is optional. */
export interface SandboxOptions extends CommonOptions<JournalEntry> {
  /** The Application ID that requests must carry. @default a fixed one, see `credentials` */
  readonly appKey?: string | undefined;
  /** The `Authorization` value that requests must carry. @default one drawn for this run, see `credentials` */
  readonly token?: string | undefined;
  /** Links to start with, and to go back to on `reset`; a data file that holds links already is left as it is. @default none */
  readonly links?: readonly SeedLink[] | undefined;
  /** A file that keeps the links across restarts. @default in memory only */
  readonly data?: string | undefined;
  /** Responds to lists in pages of this many links, in Laravel's shape. Inferred: the API's page documents no paging. @default all links at once */
  readonly perPage?: number | undefined;
}

const rules = {
  ...commonRules,
  appKey: credentialRule,
  token: credentialRule,
  links: [Array.isArray, 'must be an array of links'],
  data: [isName, 'must be the name of a file'],
  perPage: countRule,
} as const satisfies Record<keyof SandboxOptions, Rule>;

/** Throws a `TypeError` that names the option that is unknown or breaks its rule, never its value. */
export function checkSandboxOptions(options: unknown): void {
  checkOptions('createSandbox', rules, options);
}
