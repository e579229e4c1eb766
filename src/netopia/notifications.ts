import type { components } from '../../generated/netopia/types.js';
import { InputError, PaylinksError, nameError } from '../core/paylinks-error.js';
import { isObject } from '../shared/json.js';
import { orderOf } from './attempt-id.js';
import { statusOf } from './status.js';
import type { PaymentStatus } from './status.js';

/**
 * The key with which NETOPIA signs notifications, sandbox and live alike: RSA with 2048 bits, as NETOPIA's own WooCommerce and OpenCart plugins carry it.
 * The key and the certificate that the administration console shows have 1024 bits, belong to API v1 and sign no notification.
 */
export const netopiaPublicKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAy6pUDAFLVul4y499gz1P
gGSvTSc82U3/ih3e5FDUs/F0Jvfzc4cew8TrBDrw7Y+AYZS37D2i+Xi5nYpzQpu7
ryS4W+qvgAA1SEjiU1Sk2a4+A1HeH+vfZo0gDrIYTh2NSAQnDSDxk5T475ukSSwX
L9tYwO6CpdAv3BtpMT5YhyS3ipgPEnGIQKXjh8GMgLSmRFbgoCTRWlCvu7XOg94N
fS8l4it2qrEldU8VEdfPDfFLlxl3lUoLEmCncCjmF1wRVtk4cNu+WtWQ4mBgxpt0
tX2aJkqp4PV3o5kI4bqHq/MS7HVJ7yxtj/p8kawlVYipGsQj3ypgltQ3bnYV/LRq
8QIDAQAB
-----END PUBLIC KEY-----`;

/** What a notification is verified against. */
export interface VerifyOptions {
  /** Your POS signatures; the notification must be for one of them. */
  readonly posSignatures: readonly string[];
  /**
   * Trusted public keys in PEM, RSA with 2048 bits or more; the signature must fit one of them.
   * @default [netopiaPublicKey]
   */
  readonly keys?: readonly string[] | undefined;
  /**
   * Milliseconds since the token was issued after which a notification is refused, as is one without that time. NETOPIA's time claims are not documented,
   * and the signature covers this body and no other, so it is off.
   * @default none
   */
  readonly maxAge?: number | undefined;
}

/** A web `Request`, or what a framework gives: headers, and the body as the bytes or the text that came, or as a stream of them. */
export interface NotificationRequest {
  readonly method?: string | undefined;
  readonly headers: { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly bodyUsed?: boolean | undefined;
}

/** A notification whose signature, shop and body are proven. It tells what was true when it was signed; read the payment before acting. */
export interface Notification {
  /** `ntpID:status`, the same for each delivery of one outcome; make it unique in your database. */
  readonly id: string;
  /** SHA-512 of the body in base64: equal when the same message is delivered again. */
  readonly digest: string;
  /** NETOPIA's id of the payment. */
  readonly ntpID: string;
  /** The status by name; `unknown` for a number that the document does not name. */
  readonly status: PaymentStatus;
  /** The order, as you named it. */
  readonly orderID: string;
  /** The id of the attempt at the order, NETOPIA's `orderID`. */
  readonly attemptID: string;
  /** In major units of `currency`, which is RON once the payment is settled, whatever it was started with. */
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
  /** The token's claims. Of its times NETOPIA's own libraries read some in seconds and some in milliseconds; they are not enforced. */
  readonly claims: Json;
  /** The body as it came; the token of a saved card stands in it, once. */
  readonly body: NotificationBody;
}

/**
 * Which check refused a notification, in their order: `size` over 1 MiB; `header` missing, repeated or over 16 kB; `token` not JSON in three parts of
 * base64url; `algorithm` not plain RS512; `signature` of none of the keys; `issuer` not NETOPIA; `audience` another shop; `body` not the bytes that were
 * signed; `age` above `maxAge`; `json` not JSON in UTF-8; `shape` without the ids or the status.
 */
export type RefusalReason =
  'size' | 'header' | 'token' | 'algorithm' | 'signature' | 'issuer' | 'audience' | 'body' | 'age' | 'json' | 'shape';

/** The notification is not genuine, not for this shop, or cannot be read; nothing in it may be believed. */
export class NotificationError extends PaylinksError {
  readonly reason: RefusalReason;

  static {
    nameError(this, 'NotificationError');
  }

  constructor(reason: RefusalReason) {
    const why = reason === 'body' ? ': it is not what was signed, so something changed or parsed it on the way' : '';
    super(`The notification's ${reason} was refused${why}`, { operation, outcome: 'not-sent' });
    this.reason = reason;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;
type Json = Readonly<Record<string, unknown>>;
type NotificationBody = components['schemas']['Notification'];

const operation = 'verifyNotification';
const largest = 1_048_576;
const rs512 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' };
const encoder = new TextEncoder();

// Keys, not promises of them: a promise of a request that has ended must not hold up the next one on Workers.
const imported = new Map<string, CryptoKey>();

/**
 * Verifies that NETOPIA signed exactly these bytes for one of your shops, and reads them.
 * @throws NotificationError with the reason where it did not; InputError for options that cannot work and for a body that was parsed already.
 */
export async function verifyNotification(request: NotificationRequest, options: VerifyOptions): Promise<Notification> {
  const { posSignatures, keys, maxAge } = checkVerifyOptions(options);
  const bytes = await readBody(request.bodyUsed ? undefined : request.body);

  const token = tokenOf(request.headers);
  check('header', token !== '' && token.length <= 16_384 && !token.includes(','));
  check('token', /^((^|\.)([\w-]{4})*[\w-]{2,4}){3}$/.test(token));
  const [header, claims] = token.split('.').map((part) => parse(decode(part)));
  check('token', isObject(header) && isObject(claims));
  check('algorithm', header['alg'] === 'RS512' && !('crit' in header));

  const end = token.lastIndexOf('.');
  check('signature', await fits(keys, decode(token.slice(end + 1)), encoder.encode(token.slice(0, end))));
  check('issuer', claims['iss'] === 'NETOPIA Payments');
  const audience = [claims['aud']].flat();
  check(
    'audience',
    posSignatures.some((own) => audience.includes(own)),
  );
  const digest = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-512', bytes))));
  check('body', claims['sub'] === digest);
  // Seconds reach 1e11 in the year 5138, milliseconds passed it in 1973.
  const issued = Number(claims['iat']);
  check('age', !maxAge || Math.abs(Date.now() - (issued < 1e11 ? issued * 1000 : issued)) <= maxAge);

  const body = parse(bytes);
  check('json', isObject(body));
  check('shape', isNotification(body));
  const { ntpID, status: number, amount, currency } = body.payment;
  const { orderID: attemptID } = body.order;
  const status = statusOf(number);
  const id = `${ntpID}:${status === 'unknown' ? number : status}`;
  return { id, digest, ntpID, status, orderID: orderOf(attemptID), attemptID, amount, currency, claims, body };
}

function check(reason: RefusalReason, holds: boolean): asserts holds {
  if (!holds) throw new NotificationError(reason);
}

// What the ids and the status are for; the rest is for the reader to check, as everything of another system.
function isNotification(body: Json): body is NotificationBody {
  const { order, payment } = body;
  return (
    isObject(order) && isObject(payment) && isText(order['orderID']) && isText(payment['ntpID']) && Number.isInteger(payment['status'])
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

interface CheckedOptions {
  readonly posSignatures: readonly string[];
  readonly keys: readonly string[];
  readonly maxAge: number | undefined;
}

/** Refuses options that would let anything or nothing through. */
export function checkVerifyOptions({ posSignatures, keys = [netopiaPublicKey], maxAge }: Partial<VerifyOptions> = {}): CheckedOptions {
  if (!isList(posSignatures, isText)) throw inputError('posSignatures', 'must list one or more');
  if (!isList(keys, derOf)) throw keyError();
  if (maxAge !== undefined && !(maxAge > 0)) throw inputError('maxAge', 'must be milliseconds above 0');
  return { posSignatures, keys, maxAge };
}

function isList(list: unknown, fits: (item: string) => unknown): list is readonly string[] {
  return Array.isArray(list) && list.length > 0 && list.every((item) => isText(item) && fits(item));
}

export function inputError(path: string, message: string): InputError {
  return new InputError(operation, [{ path, message }]);
}

function keyError(): InputError {
  return inputError(
    'keys',
    "must be RSA public keys of 2048 bits or more in PEM; the console's 1024-bit key and certificate are for API v1 only",
  );
}

// Variables of the environment often hold a PEM with `\n` written out, or in one line. With 1024 bits it begins with MIGf.
function derOf(pem: string): string | undefined {
  return /^-+BEGINPUBLICKEY-+(MII.{3}ANBgkqhkiG9w0BAQEFAAO.{360,})-+END/.exec(pem.replace(/\\n|\s/g, ''))?.[1];
}

async function fits(keys: readonly string[], signature: Bytes, signed: Bytes): Promise<boolean> {
  for (const pem of keys)
    if (await crypto.subtle.verify(rs512, imported.get(pem) ?? (await importKey(pem)), signature, signed)) return true;
  return false;
}

async function importKey(pem: string): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('spki', decode(derOf(pem) ?? ''), rs512, false, ['verify']).catch(() => {
    throw keyError();
  });
  imported.set(pem, key);
  return key;
}

/** Copies the body, so that what is read is what was verified, whatever becomes of the caller's buffer meanwhile. */
async function readBody(body: unknown): Promise<Bytes> {
  const parts: BlobPart[] = [];
  let size = 0;
  for await (const part of partsOf(body)) {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    if (!isBytes(bytes)) throw inputError('body', unparsed);
    size += bytes.byteLength;
    check('size', size <= largest);
    parts.push(bytes);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const unparsed =
  "must be the bytes that came, unread and unparsed. Express: express.raw({ type: '*/*' }) before express.json(). Fastify: parseAs: 'buffer'. Nest: rawBody. Next: the Request, or bodyParser: false. Hono: context.req.raw";

// Not by class: in Jest the bytes are of another realm.
function isBytes(value: unknown): value is Bytes | ArrayBuffer {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}

// A `Request` without a body has null.
function partsOf(body: unknown): AsyncIterable<unknown> | Iterable<unknown> {
  return isStream(body) ? body : body === null ? [] : [body];
}

function isStream(body: unknown): body is AsyncIterable<unknown> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

// `Headers` and Node join with a comma what came several times, and so does this.
function tokenOf(headers: NotificationRequest['headers']): string {
  const name = 'verification-token';
  if (typeof headers.get === 'function') return headers.get(name) ?? '';
  const found = Object.entries(headers).filter(([key]) => key.toLowerCase() === name);
  return found.map(([, value]) => value).join();
}

function decode(base64url: string): Bytes {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function parse(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
