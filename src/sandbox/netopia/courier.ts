import type { Clock } from '../core/clock.js';
import type { AnyFault, Faults } from '../core/faults.js';
import { makeKey, type SigningKey } from './keys.js';
import { forgeNotification, reserialise, signNotification } from './notification.js';
import type { PaymentRecord } from './payment.js';
import { describeNotification } from './wire.js';

/** One sending of a notification. */
export interface Delivery {
  /** Position among all sendings, from 1. */
  readonly sequence: number;
  /** When it was sent, ISO 8601, on the sandbox's clock. */
  readonly at: string;
  readonly ntpID: string;
  /** The attempt's `orderID`. */
  readonly orderID: string;
  /** The status that it tells, by the API's number. */
  readonly status: number;
  readonly url: string;
  /** 1 for the first sending of a notification, and so on. */
  readonly attempt: number;
  /** The body as it was sent. */
  readonly body: string;
  /** The header `Verification-token`. */
  readonly token: string;
  /** The fault that struck it. */
  readonly fault: string | undefined;
  /** What the shop responded, or `undefined` while there is nothing. */
  readonly response: { readonly status: number; readonly body: string } | undefined;
  /** Why there is no response. */
  readonly error: string | undefined;
  /** When it is sent again, ISO 8601, or `undefined` when it is not. */
  readonly nextAt: string | undefined;
}

/** Takes a notification to the shop, as `fetch` does. */
export type Notify = (request: Request) => Response | Promise<Response>;

/** Sends the notifications of one sandbox, and again what was not taken. */
export interface Courier {
  readonly deliveries: readonly Delivery[];
  /** Tells the shop what a payment has come to; resolves after the first sending. A fault given strikes in place of the armed ones. */
  post(record: PaymentRecord, fault?: AnyFault): Promise<void>;
  /** Resolves when everything that is due has been sent. */
  settled(): Promise<void>;
  reset(): void;
}

export interface CourierSetup {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly posSignature: string;
  readonly key: () => SigningKey;
  readonly notify: Notify;
}

const minute = 60_000;

/**
 * How long after each sending that was not taken the next one follows, in milliseconds; after the last there is none. Not taken means: no
 * response within ten seconds, 429, any 5xx, or `errorType` 1. NETOPIA's own schedule is not known.
 */
export const resendAfter: readonly number[] = [1, 5, 30, 120, 360, 1440].map((minutes) => minutes * minute);

const patience = 10_000;

interface Message {
  readonly record: PaymentRecord;
  readonly body: string;
  readonly status: number;
  readonly attempt: number;
  /** When it is to be sent. */
  readonly due: number;
  /** The fault that has delayed it already. */
  readonly delayedBy?: string;
}

let shared: SigningKey | undefined;
let stranger: SigningKey | undefined;

/** The key of every sandbox of this process that was given none. */
export function sharedKey(): SigningKey {
  return (shared ??= makeKey());
}

export function createCourier({ clock, faults, posSignature, key, notify }: CourierSetup): Courier {
  let deliveries: Delivery[] = [];
  const waiting = new Set<Message>();
  // Those that wait for another one to arrive first are due too, in the end.
  const held = new Set<Message>();
  const underWay = new Set<Promise<void>>();
  const told = new Set<string>();
  let sendings = 0;
  let writing: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let alarm = Infinity;
  clock.onMove(sendDue);

  function track(sending: Promise<void>): Promise<void> {
    underWay.add(sending);
    return sending.finally(() => underWay.delete(sending));
  }

  /** Decides what befalls a message, and sends it unless it is lost or delayed. */
  async function deliver(message: Message, given: AnyFault | undefined): Promise<void> {
    const fault = message.delayedBy === undefined ? (given ?? faults.decide(undefined, 'notification').fault) : undefined;
    const name = fault?.fault;
    const now = clock.now();
    if (name === 'notification-late') {
      const ms = fault !== undefined && 'ms' in fault ? Number(fault.ms) : minute / 2;
      return wait(waiting, { ...message, due: now + ms, delayedBy: name });
    }
    if (name === 'notification-reordered') return wait(held, { ...message, due: now + minute, delayedBy: name });
    await send(message, message.delayedBy ?? name);
    if (name === 'notification-twice') await send(message, name);
    for (const other of held) {
      held.delete(other);
      await send(other, other.delayedBy);
    }
  }

  async function send(message: Message, fault: string | undefined): Promise<void> {
    const { record, status, attempt } = message;
    const { order, config } = record.request;
    // One is signed after the other, so they leave in the order in which they came.
    const written = writing.then(() => write(message.body, fault));
    writing = written.catch(() => undefined);
    const { body, token } = await written;
    const at = clock.now();
    const start = { at: new Date(at).toISOString(), ntpID: record.ntpID, orderID: order.orderID, status, url: config.notifyUrl, attempt };
    const place = deliveries.length;
    const delivery = { sequence: ++sendings, ...start, body, token, fault, response: undefined, error: undefined, nextAt: undefined };
    deliveries.push(delivery);
    const list = deliveries;
    const end = (change: Partial<Delivery>): void => void (list[place] = { ...delivery, ...change });
    if (fault === 'notification-lost') return end({ error: 'lost on the way' });
    const outcome = await attemptDelivery(config.notifyUrl, body, token, notify);
    const pause = outcome.isTaken ? undefined : resendAfter[attempt - 1];
    // After a reset nothing of before is sent again.
    if (pause === undefined || list !== deliveries) return end(outcome.told);
    const due = Math.max(at, message.due) + pause;
    end({ ...outcome.told, nextAt: new Date(due).toISOString() });
    wait(waiting, { record, body: message.body, status, attempt: attempt + 1, due });
  }

  async function write(body: string, fault: string | undefined): Promise<{ body: string; token: string }> {
    const now = clock.now();
    if (fault === 'notification-hs512') return { body, token: await forgeNotification(body, posSignature, key().publicKey, now) };
    const signing = fault === 'notification-wrong-key' ? (stranger ??= makeKey()) : key();
    const token = await signNotification(body, posSignature, signing, now);
    return { body: fault === 'notification-reserialised' ? reserialise(body) : body, token };
  }

  function wait(queue: Set<Message>, message: Message): void {
    queue.add(message);
    if (message.due < alarm) arm(message.due);
  }

  /** Sends what is due, and waits in real time for the next: the sandbox's clock follows the real one unless it is moved. */
  function sendDue(): void {
    const now = clock.now();
    const due = [...waiting, ...held].filter((message) => message.due <= now).sort((one, other) => one.due - other.due);
    for (const message of due) {
      waiting.delete(message);
      held.delete(message);
      void track(deliver(message, undefined));
    }
    arm([...waiting, ...held].reduce((next, message) => Math.min(next, message.due), Infinity));
  }

  function arm(next: number): void {
    clearTimeout(timer);
    alarm = next;
    if (next === Infinity) return;
    timer = setTimeout(sendDue, Math.min(Math.max(next - clock.now(), 10), 2 ** 31 - 1));
    // A sandbox that waits keeps no process alive. Browsers and workers give numbers.
    if (typeof timer === 'object') timer.unref();
  }

  return {
    get deliveries() {
      return deliveries;
    },
    post(record, fault) {
      const isFirst = !told.has(record.ntpID) && record.token !== undefined;
      if (isFirst) told.add(record.ntpID);
      const body = JSON.stringify(describeNotification(record, isFirst));
      return track(deliver({ record, body, status: record.state.status, attempt: 1, due: clock.now() }, fault));
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    reset() {
      arm(Infinity);
      waiting.clear();
      held.clear();
      told.clear();
      deliveries = [];
      sendings = 0;
    },
  };
}

interface Outcome {
  readonly isTaken: boolean;
  readonly told: Partial<Delivery>;
}

async function attemptDelivery(url: string, body: string, token: string, notify: Notify): Promise<Outcome> {
  const lateness = new AbortController();
  const timer = setTimeout(() => lateness.abort(new Error('no response within ten seconds')), patience);
  try {
    const headers = { 'content-type': 'application/json', 'verification-token': token };
    const request = new Request(url, { method: 'POST', headers, body, redirect: 'manual', signal: lateness.signal });
    const late = new Promise<never>((_, reject) => lateness.signal.addEventListener('abort', () => reject(lateness.signal.reason)));
    const response = await Promise.race([notify(request), late]);
    const text = (await Promise.race([response.text(), late])).slice(0, 10_000);
    return { isTaken: !asksAgain(response.status, text), told: { response: { status: response.status, body: text } } };
  } catch (error) {
    return { isTaken: false, told: { error: describeFailure(error) } };
  } finally {
    clearTimeout(timer);
  }
}

function asksAgain(status: number, body: string): boolean {
  return status === 429 || status >= 500 || readErrorType(body) === 1;
}

function readErrorType(body: string): unknown {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && 'errorType' in answer ? answer.errorType : undefined;
  } catch {
    return undefined;
  }
}

/** `fetch` hides the reason in the cause. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? `${error.message}: ${error.cause.message}` : error.message;
}
