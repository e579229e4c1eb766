import type { FaultHandle } from '../core/faults.js';
import type { SandboxFetch } from '../core/in-process.js';
import type { Listening, ListenOptions } from '../core/listen.js';
import { openDoors } from '../core/sandbox.js';
import { authenticate, payByCard } from './actions.js';
import { netopia } from './api.js';
import { findCard, testCards, type TestCardName } from './cards.js';
import type { Delivery } from './courier.js';
import type { Fault } from './faults.js';
import { checkPaymentsSandboxOptions, type PaymentsSandboxOptions } from './options.js';
import { isPayable, showPayment, type SandboxPayment } from './payment.js';
import type { JournalEntry } from './journal.js';
import { createState } from './state.js';

/** How a payer behaves. */
export interface PayOptions {
  /** What the payer does where the bank asks: accepts, cancels, or leaves without an answer. @default 'accept' */
  readonly authentication?: 'accept' | 'cancel' | 'leave' | undefined;
}

/** A stand-in for the API that keeps payments, plays the payer, notifies the shop and breaks on demand. */
export interface PaymentsSandbox {
  /** Takes what `fetch` takes and responds as the API would, without a network. Faults of the connection reject it as Node's `fetch` does. */
  readonly fetch: SandboxFetch;
  /** The key that verifies its notifications, PEM. Sandboxes of one process that were given no `privateKey` share one. */
  readonly publicKey: string;
  /** What a client needs; `baseUrl` leads to the sandbox over HTTP while it listens, and nowhere but `fetch` before. */
  readonly credentials: {
    readonly apiKey: string;
    readonly posSignature: string;
    readonly environment: 'sandbox';
    readonly baseUrl: string;
  };
  /** What the server truly holds, oldest first. */
  readonly payments: readonly SandboxPayment[];
  /** Every API request so far, in the order they arrived. */
  readonly journal: readonly JournalEntry[];
  /** Every sending of a notification so far, with what the shop responded. */
  readonly deliveries: readonly Delivery[];
  /** What ids and dice follow from. */
  readonly seed: number;
  /** The payment with that `ntpID` or `orderID`. */
  find(id: string): SandboxPayment | undefined;
  /**
   * Pays as the payer does on the page, and resolves once the shop has been told. The card is the number of a published test card or its name;
   * throws a `TypeError` for any other, and for a payment that is unknown or takes no card.
   */
  pay(ntpID: string, card?: TestCardName | (string & {}), options?: PayOptions): Promise<SandboxPayment>;
  /** Moves the sandbox's clock forward by so many milliseconds, and resolves once the notifications that are due have been sent; 0 waits for those under way. */
  advance(milliseconds: number): Promise<void>;
  /** Puts a fault in place. Throws a `TypeError` for a name or option it does not know. */
  inject(fault: Fault): FaultHandle;
  /** Removes all faults; payments and journal stay. */
  clear(): void;
  /** The same as `clear`. */
  clearFaults(): void;
  /** As it was at the start: the payments it began with, no faults, an empty journal, no deliveries, its own time. */
  reset(): void;
  /** Serves the same payments over HTTP, on loopback and a free port unless told otherwise. */
  listen(options?: ListenOptions): Promise<Listening>;
}

/** Starts an empty sandbox, or one with the payments given. */
export function createPaymentsSandbox(options: PaymentsSandboxOptions = {}): PaymentsSandbox {
  checkPaymentsSandboxOptions(options);
  const state = createState(options);
  const doors = openDoors(netopia, state);
  return {
    fetch: doors.fetch,
    get publicKey() {
      return state.key.publicKey;
    },
    credentials: {
      get apiKey() {
        return state.apiKey;
      },
      posSignature: state.posSignature,
      environment: 'sandbox',
      get baseUrl() {
        return doors.origin();
      },
    },
    get payments() {
      return Array.from(state.store.all(), ({ ntpID }) => state.find(ntpID)).flatMap((record) =>
        record === undefined ? [] : [showPayment(record)],
      );
    },
    get journal() {
      return [...state.journal.entries];
    },
    get deliveries() {
      return [...state.courier.deliveries];
    },
    get seed() {
      return state.seed;
    },
    find(id) {
      const record = state.find(id) ?? state.find(state.orders.get(id) ?? '');
      return record === undefined ? undefined : showPayment(record);
    },
    async pay(ntpID, card = 'approved', { authentication = 'accept' } = {}) {
      const record = state.find(ntpID);
      if (record === undefined) throw new TypeError(`pay: there is no payment ${ntpID}.`);
      if (!isPayable(record)) throw new TypeError(`pay: payment ${ntpID} takes no card, its status is ${record.state.status}.`);
      const known = findCard(card);
      if (known === undefined)
        throw new TypeError(`pay: no published test card; known are ${testCards.map(({ name }) => name).join(', ')}.`);
      let hasOutcome = payByCard(state, record, { account: known.number });
      if (record.challenge !== undefined && authentication !== 'leave') {
        authenticate(state, record, authentication === 'accept');
        hasOutcome = true;
      }
      if (hasOutcome) await state.courier.post(record);
      return showPayment(record);
    },
    advance(milliseconds) {
      state.clock.advance(milliseconds);
      return state.courier.settled();
    },
    inject: (fault) => state.faults.inject(fault),
    clear: () => state.faults.clear(),
    clearFaults: () => state.faults.clear(),
    reset: () => state.reset(),
    listen: doors.listen,
  };
}
