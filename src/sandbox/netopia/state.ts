import { operations } from '../../../generated/netopia/operations.js';
import type { CoreState } from '../core/api.js';
import { drawToken } from '../core/credentials.js';
import { drawText, type Random } from '../core/random.js';
import { createCoreState } from '../core/sandbox.js';
import { createStore, type Store } from '../core/store.js';
import { createCourier, sharedKey, type Courier } from './courier.js';
import { faultKinds } from './faults.js';
import type { JournalEntry } from './journal.js';
import { readKey, type SigningKey } from './keys.js';
import type { PaymentsSandboxOptions } from './options.js';
import { confirmPayment, status, type Challenge, type PaymentRecord } from './payment.js';
import { seedPayments, type Seedbed } from './seeds.js';

/** Everything one sandbox holds; two sandboxes share nothing but the key that nobody gave. */
export interface State extends CoreState<JournalEntry>, Seedbed {
  readonly apiKey: string;
  readonly seed: number;
  readonly key: SigningKey;
  /** The payments by `ntpID`; the other name is that of the payer's page. */
  readonly store: Store<PaymentRecord>;
  /** The `ntpID` for which each `orderID` was used up. */
  readonly orders: Map<string, string>;
  /** The card behind each token that was given out. */
  readonly tokens: Map<string, string>;
  readonly courier: Courier;
  drawChallenge(card: string): Challenge;
  drawCardToken(): string;
  /** The payment with that `ntpID`, as it stands by now. */
  find(ntpID: string): PaymentRecord | undefined;
}

const setup = {
  operations: Object.keys(operations),
  faultKinds,
  details: { ntpID: undefined, orderID: undefined, paymentStatus: undefined },
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** How long the bank takes to confirm a payment, in milliseconds. Ours: status 5 has been seen to follow 3, nobody says when. */
export const confirmAfter = 600_000;

/** An empty state; from checked options. */
export function createState(options: PaymentsSandboxOptions): State {
  const { dice, ...core } = createCoreState<JournalEntry>(setup, options);
  const store = createStore<PaymentRecord>({ id: ({ ntpID }) => ntpID, alias: ({ page }) => page }, []);
  const orders = new Map<string, string>();
  const tokens = new Map<string, string>();
  const posSignature = options.posSignature ?? 'AAAA-BBBB-CCCC-DDDD-EEEE';
  const given = options.privateKey === undefined ? undefined : readKey(options.privateKey);
  const key = (): SigningKey => given ?? sharedKey();
  const courier = createCourier({ ...core, posSignature, key, notify: options.notify ?? sendByFetch });
  let apiKey = options.apiKey?.trim();
  let ids: Random = dice.stream('ids');
  let nextId: number | undefined;
  const draw = (length: number): string => drawText(ids, alphabet, length);
  const state: State = {
    ...core,
    store,
    orders,
    tokens,
    courier,
    posSignature,
    get apiKey() {
      return (apiKey ??= drawToken());
    },
    get seed() {
      return dice.seed;
    },
    get key() {
      return key();
    },
    drawIds() {
      nextId ??= 1_000_000 + Math.floor(ids() * 8_000_000);
      while (store.find(String(nextId)) !== undefined) nextId += 1;
      return { ntpID: String(nextId++), page: draw(24) };
    },
    drawChallenge: (card) => ({ card, authenticationToken: draw(96), paReq: `PAREQ-${draw(48)}=`, paRes: `PARES-${draw(48)}==` }),
    drawCardToken: () => `${draw(64)}==`,
    find(ntpID) {
      const record = store.find(ntpID);
      if (record?.state.status === status.paid && core.clock.now() >= record.state.at + confirmAfter)
        confirmPayment(record, record.state.at + confirmAfter);
      return record;
    },
    settle: () => undefined,
    reset() {
      core.faults.reset();
      core.journal.clear();
      core.clock.reset();
      courier.reset();
      tokens.clear();
      ids = dice.stream('ids');
      nextId = undefined;
      seedPayments(state, options.payments ?? []);
    },
  };
  if (options.payments !== undefined) seedPayments(state, options.payments);
  return state;
}

// Addresses that are reserved for examples lead nowhere; asking for them would only cost time.
const reserved = /(^|\.)(example|invalid|test)$/;

async function sendByFetch(request: Request): Promise<Response> {
  const { hostname } = new URL(request.url);
  if (reserved.test(hostname))
    throw new Error(`${hostname} is a reserved name; give the sandbox a notifyUrl that exists, or the option notify`);
  return fetch(request);
}
