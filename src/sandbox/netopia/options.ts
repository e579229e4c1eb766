import { checkOptions, commonRules, credentialRule, type CommonOptions, type Rule } from '../core/options.js';
import type { Notify } from './courier.js';
import type { JournalEntry } from './journal.js';
import type { SeedPayment } from './seeds.js';

/** How a payments sandbox is set up; everything is optional. */
export interface PaymentsSandboxOptions extends CommonOptions<JournalEntry> {
  /** The `Authorization` value that requests must carry. @default one drawn for this run, see `credentials` */
  readonly apiKey?: string | undefined;
  /** The shop's POS signature. @default `AAAA-BBBB-CCCC-DDDD-EEEE` */
  readonly posSignature?: string | undefined;
  /** The payments to start with, oldest first; `reset` brings them back. @default none */
  readonly payments?: readonly SeedPayment[] | undefined;
  /** The RSA key that signs notifications, PKCS#8 PEM with 2048 bits or more. @default one made for this process, see `publicKey` */
  readonly privateKey?: string | undefined;
  /** Takes notifications to the shop, instead of `fetch`: a notification handler, for example. */
  readonly notify?: Notify | undefined;
}

const rules = {
  ...commonRules,
  apiKey: credentialRule,
  posSignature: [
    (value) => typeof value === 'string' && /^[A-Z0-9]{4}(-[A-Z0-9]{4}){3,4}$/.test(value),
    'must be five groups of four letters and digits, such as AAAA-BBBB-CCCC-DDDD-EEEE',
  ],
  payments: [Array.isArray, 'must be an array of payments'],
  privateKey: [(value) => typeof value === 'string', 'must be PKCS#8 PEM'],
  notify: [(value) => typeof value === 'function', 'must be a function that takes a Request and gives a Response'],
} as const satisfies Record<keyof PaymentsSandboxOptions, Rule>;

/** Throws a `TypeError` that names the option that is unknown or breaks its rule, never its value. */
export function checkPaymentsSandboxOptions(options: unknown): void {
  checkOptions('createPaymentsSandbox', rules, options);
}
