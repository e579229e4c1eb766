import type { components } from '../../generated/netopia/types.js';
import type { Phase, PaymentStatus } from './status.js';

type Schemas = components['schemas'];

/** What may be left out may also be given as `undefined`, as parsed and spread objects have it. */
type Given<T> = { readonly [K in keyof T]: T[K] | (object extends Pick<T, K> ? undefined : never) };

/** Who pays, or where the order is sent. */
export interface Address extends Given<Omit<Schemas['Address'], 'country'>> {
  /**
   * Romania, as its ISO code or number; the API takes the number.
   * @default 'RO'
   */
  readonly country?: 'RO' | 642 | undefined;
}

type WireOrder = Omit<
  Schemas['StartOrder'],
  'posSignature' | 'orderID' | 'amount' | 'billing' | 'shipping' | 'products' | 'dateTime' | 'ntpID' | 'installments' | 'scaExemptionInd'
>;

/** What an order costs. */
export interface Worth {
  /** In major units of `currency`: a number or decimal text above 0 and up to 100000, with at most two decimals. */
  readonly amount: number | string;
  /** ISO 4217 code. NETOPIA settles other currencies than RON in RON. */
  readonly currency: string;
}

/** What every order holds, whatever it costs. */
interface OrderBase extends Given<WireOrder>, Given<Partial<Omit<Schemas['StartConfig'], 'cancelUrl'>>> {
  /** The order as you name it, at most 55 characters. Each attempt at it gets an id of its own. */
  readonly orderID: string;
  /**
   * The id of the first attempt, from `attemptID(order)`, for shops that store it before they start.
   * @default a new one
   */
  readonly attemptID?: string | undefined;
  readonly billing: Address;
  readonly shipping?: Address | undefined;
  readonly products?: readonly Given<Schemas['Product']>[] | undefined;
  /**
   * Number of instalments.
   * @default 0
   */
  readonly installments?: number | undefined;
}

/** An order to be paid, or, with `accountCheck`, a card to be verified without holding money. */
export type Order =
  | (OrderBase & Worth & { readonly accountCheck?: false | undefined })
  | (OrderBase & Omit<Worth, 'amount'> & { readonly accountCheck: true; readonly amount?: 0 | undefined });

/** An order that a saved card pays without the payer. */
export type TokenOrder = Omit<OrderBase, 'clientID'> & Worth & { readonly token: string };

/** One attempt at an order, in plain data: store it, and hand all of an order's attempts to the next `start`. */
export interface Attempt {
  /** The order, as you named it. */
  readonly orderID: string;
  /** The attempt's own id, which NETOPIA knows as `orderID`. */
  readonly attemptID: string;
  /** NETOPIA's id, once it is known. */
  readonly ntpID?: string | undefined;
  /** The page on which the payer pays. No read gives it again. */
  readonly url?: string | undefined;
  readonly amount: number;
  readonly currency: string;
}

/** A payment as NETOPIA tells it. */
export interface Payment<S extends PaymentStatus = PaymentStatus> {
  /** NETOPIA's id. */
  readonly ntpID: string;
  /** By name; `unknown` for a number that the document does not name. */
  readonly status: S;
  /** What the status means for the shop. */
  readonly phase: Phase;
  /** The outcome's code, `00` when approved. It describes the payment, not the request that read it. */
  readonly code: string | undefined;
  /** The code in words. */
  readonly reason: string | undefined;
  /** In major units of `currency`: as started, or in RON once it was settled. */
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  /** The order as you named it, and the attempt, where they are known. */
  readonly orderID: string | undefined;
  readonly attemptID: string | undefined;
  /** Token of a saved card; keep it like a password. Like `wire` it is in no log, no JSON and no copy of the payment: take it from here. */
  readonly token: string | undefined;
  /** The payment's members as they came. */
  readonly wire: Readonly<NonNullable<Schemas['ReadPayment']>>;
}

/** What the payer's bank wants to see: post `formData` to `url` from the payer's browser, as `actionForm` does. */
export interface Action {
  readonly url: string;
  readonly formData: Record<string, string>;
  /** Belongs into `verifyAuth`. */
  readonly authenticationToken?: string;
}

/** What became of a start. A decline is a value: its payment has an `ntpID` to be kept. */
export type Started =
  /** Send the payer to `url`. `reused` tells that it is the page of an earlier attempt; `stillPayable` lists others that can still be paid. */
  | {
      readonly kind: 'redirect';
      readonly url: string;
      readonly attempt: Attempt;
      readonly reused: boolean;
      readonly stillPayable: Attempt[];
      readonly payment: Payment;
    }
  /** The order is paid; with status `opened` the money is held and not yet taken. */
  | { readonly kind: 'paid'; readonly payment: Payment<'paid' | 'confirmed' | 'opened'> }
  | { readonly kind: 'action'; readonly action: Action; readonly payment: Payment }
  | { readonly kind: 'pending'; readonly payment: Payment }
  /** `mayRetry`: whether trying again, with this card or another, can help. */
  | { readonly kind: 'declined'; readonly code: string; readonly reason: string; readonly mayRetry: boolean; readonly payment: Payment }
  /** The attempt's id was used up before. */
  | { readonly kind: 'closed'; readonly payment?: Payment }
  | { readonly kind: 'other'; readonly code: string; readonly reason: string; readonly payment?: Payment };

/** A refund that moved money. */
export interface Refund {
  readonly ntpID: string;
  /** In the currency of the start. */
  readonly amount: number;
  readonly payment: Payment<'credit'>;
}

/** Names a payment: its `ntpID`, or an object with it, such as a payment or a notification; or `attemptID`, or `orderID` for the id that NETOPIA knows. */
export type PaymentRef =
  string | { readonly ntpID?: string | undefined; readonly attemptID?: string | undefined; readonly orderID?: string | undefined };
