import { NotificationError, checkVerifyOptions, inputError, verifyNotification } from './notifications.js';
import type { Notification, NotificationRequest, VerifyOptions } from './notifications.js';

/** What a handler needs of a payments client. */
export interface PaymentReader<P> {
  readonly posSignature: string;
  get(ref: Notification): Promise<P>;
}

/** A genuine notification together with the payment as it stands now. */
export interface PaymentEvent<P> {
  /** The payment as it was read after the notification came; decide by this one. */
  readonly payment: P;
  /** What was signed. */
  readonly notified: Notification;
  /** The order, as you named it. */
  readonly orderID: string;
  /** The id of the attempt at the order. */
  readonly attemptID: string;
  /** `ntpID:status` of the notification; make it unique in your database, since a notification may come several times. */
  readonly id: string;
}

/** How a handler is set up. */
export interface HandlerOptions<P> extends Partial<VerifyOptions> {
  /**
   * Told of each genuine notification; awaited. When it throws, NETOPIA is asked to send the notification again. What was signed as paid may still be read
   * as open after 5 s: throw then, too.
   */
  readonly onPayment: (event: PaymentEvent<P>) => unknown;
  /**
   * Told of each notification that was not answered with 200, and why: a `NotificationError`, an error of the client, or what `onPayment` threw; then with
   * the notification's `id`.
   * @default `console.error`
   */
  readonly onProblem?: ((error: unknown, id: string | undefined) => unknown) | undefined;
}

/** Answers one notification. */
export type NotificationHandler = (request: NotificationRequest) => Promise<Response>;

// What is not answered with 503: sending the same again would not make it right.
const refused: { readonly [reason: string]: number } = { size: 413, header: 400, token: 400, algorithm: 400, json: 400, shape: 400 };

/**
 * A handler for the address that NETOPIA notifies: it verifies, reads the payment and hands both to `onPayment`.
 * Answers 200 once that is done; 503, which asks for the notification again, when `onPayment` threw, the payment cannot be read or the signature was
 * refused, since a wrong key of ours must not lose a payment; 400, 405 and 413 for what no notification looks like.
 */
export function createNotificationHandler<P extends { readonly phase: string }>(
  payments: PaymentReader<P>,
  options: HandlerOptions<P>,
): NotificationHandler {
  const { onPayment, onProblem = console.error } = options;
  if (typeof onPayment !== 'function') throw inputError('onPayment', 'must be a function');
  const expected = checkVerifyOptions({ ...options, posSignatures: options.posSignatures ?? [payments.posSignature] });

  return async (request) => {
    if ((request.method ?? 'POST') !== 'POST') return answer(405, 'method', { Allow: 'POST' });
    let notified: Notification | undefined;
    try {
      notified = await verifyNotification(request, expected);
      const payment = await readPayment(payments, notified);
      const { id, orderID, attemptID } = notified;
      await onPayment({ payment, notified, orderID, attemptID, id });
      return answer(200);
    } catch (error) {
      try {
        await onProblem(error, notified?.id);
      } catch {
        // What NETOPIA is told does not hang on whether a problem could be noted.
      }
      const reason = !notified && error instanceof NotificationError ? error.reason : 'temporary';
      return answer(refused[reason] ?? 503, reason);
    }
  };
}

// The status that is read may lag behind the one that was signed.
async function readPayment<P extends { readonly phase: string }>(payments: PaymentReader<P>, notified: Notification): Promise<P> {
  for (let turn = /^(paid|confirmed)$/.test(notified.status) ? 5 : 0; ; turn -= 1) {
    const payment = await payments.get(notified);
    if (payment.phase !== 'open' || turn === 0) return payment;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function answer(status: number, errorMessage = '', headers?: Record<string, string>): Response {
  const errorType = status === 200 ? 0 : status === 503 ? 1 : 2;
  return Response.json({ errorType, errorCode: errorType, errorMessage }, { status, ...(headers && { headers }) });
}

/** What `node:http` and Express hand to a listener. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly readableDidRead?: boolean | undefined;
  readonly body?: unknown;
  readonly rawBody?: unknown;
}

/** Where the answer goes. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: string): unknown;
}

/** The handler as a listener of `node:http` and a handler of Express; nothing may have parsed the body before it. */
export function toNodeListener(handler: NotificationHandler): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    const { method, headers, rawBody, body } = request;
    // Express 4 sets an empty `body` on a request that nobody has read.
    const answered = await handler({ method, headers, body: request.readableDidRead === false ? undestroyed(request) : (rawBody ?? body) });
    response.statusCode = answered.status;
    answered.headers.forEach((value, name) => response.setHeader(name, value));
    response.end(await answered.text());
  };
}

// A loop that stops early ends a Node stream, and with it the connection, before the response is out; without `return` it only stops.
function undestroyed(request: NodeRequest): AsyncIterable<unknown> {
  const parts = request[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => parts.next() }) };
}
