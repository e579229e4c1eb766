import { createHash, createHmac, createPublicKey, createSign, verify as verifySignature } from 'node:crypto';
import { compactVerify } from 'jose';
import { NotificationError, verifyNotification } from 'paylinks/netopia/notifications';
import { createRandom, pick } from '../../support/random.js';
import { base64url, bodyOf, claimsOf, createSigner, posSignature, signBody, signToken, type Signer } from './sign.js';

/** A notification as it may come; `token` is the header's value. */
interface Message {
  readonly token: string;
  readonly body: Buffer;
}

/** How often the three agreed, and every message on which they did not. */
export interface FuzzReport {
  readonly accepted: number;
  readonly refused: number;
  readonly disagreements: readonly string[];
}

type Random = () => number;
type Mutation = (message: Message, signer: Signer, random: Random) => Message;

const bodies = [
  bodyOf(3),
  bodyOf(12, { code: '21', message: 'Invalid CVV' }),
  '{ "order": {"orderID": "1042"},\n  "payment": {"ntpID":"7", "status":3, "message":"\\u0218i"} }',
  '{"order":{"orderID":"Ștefan"},"payment":{"ntpID":"7","status":8}}',
];

function flip(text: string, random: Random, alphabet: string): string {
  const place = Math.floor(random() * text.length);
  return text.slice(0, place) + alphabet[Math.floor(random() * alphabet.length)] + text.slice(place + 1);
}

const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ,';

function withClaims(claims: Record<string, unknown>): Mutation {
  return ({ body }, signer) => ({ body, token: signBody(signer, body, claims) });
}

function withHeader(header: object): Mutation {
  return ({ body }, signer) => ({ body, token: signToken(signer, header, claimsOf(body)) });
}

function withParts(change: (parts: string[], random: Random) => readonly string[]): Mutation {
  return ({ body, token }, _, random) => ({ body, token: change(token.split('.'), random).join('.') });
}

const other = createSigner();

const mutations: readonly [Mutation, ...Mutation[]] = [
  (message) => message,
  ({ body, token }, _, random) => ({ body, token: flip(token, random, tokenAlphabet) }),
  ({ body, token }, _, random) => ({ body, token: token.slice(0, Math.floor(random() * token.length)) }),
  ({ body, token }, _, random) => ({ body, token: token + pick(random, ['.', '=', 'A', 'AA', ' ', '.e30', `, ${token}`]) }),
  ({ token, body }, _, random) => ({ token, body: Buffer.from(flip(body.toString('latin1'), random, ' x\u00ff"{}7'), 'latin1') }),
  ({ token, body }, _, random) => ({ token, body: body.subarray(0, Math.floor(random() * body.length)) }),
  ({ token, body }) => ({ token, body: Buffer.from(JSON.stringify(JSON.parse(body.toString()))) }),
  ({ body }) => ({ body, token: signBody(other, body) }),
  // Signed, yet no notification.
  (_, signer, random) => {
    const body = Buffer.from(
      pick(random, ['', '[]', 'null', '7', '"{}"', '{}', bodyOf(3, { status: 3.5 }), bodyOf(3, { ntpID: 7 }), '\ufeff{}', '{"a":\xff}']),
      'latin1',
    );
    return { body, token: signBody(signer, body) };
  },
  ({ body }, signer, random) => ({
    body,
    token: signBody(signer, body, {
      aud: pick<unknown>(random, [
        posSignature,
        [posSignature],
        ['x', posSignature],
        [[posSignature]],
        {},
        null,
        7,
        [],
        '',
        posSignature.toLowerCase(),
      ]),
    }),
  }),
  withClaims({ iss: 'NETOPIA' }),
  withClaims({ iss: undefined }),
  withClaims({ sub: undefined }),
  withClaims({ exp: 1, nbf: 9e15, iat: 'never' }),
  ({ body }, signer) => ({ body, token: signBody(signer, body, { sub: createHash('sha512').update(body).digest('base64url') }) }),
  ({ body }, signer) => ({ body, token: signBody(signer, body, { sub: createHash('sha256').update(body).digest('base64') }) }),
  withHeader({ alg: 'RS512' }),
  withHeader({ alg: 'RS512', crit: ['b64'], b64: false }),
  withHeader({ alg: 'RS512', crit: [] }),
  withHeader({ alg: 'RS512', kid: 'k', jku: 'https://evil.example', zip: 'none' }),
  withHeader({ alg: 'rs512' }),
  withHeader({ alg: ['RS512'] }),
  withHeader({}),
  withHeader([]),
  withParts(([header = '', claims = '', signature = '']) => [claims, header, signature]),
  withParts(([header = '', claims = '']) => [header, claims, '']),
  withParts(([header = '', claims = '', signature = '']) => [header, claims, signature.slice(0, -1)]),
  withParts(([header = '', , signature = '']) => [header, base64url({ ...claimsOf(''), aud: posSignature }), signature]),
  withParts(([, claims = '', signature = '']) => [base64url({ alg: 'none' }), claims, signature]),
  withParts(([header = '', claims = '', signature = '']) => [header, `${claims}==`, signature]),
  // The public key as the secret of an HMAC.
  ({ body }, signer) => {
    const signed = `${base64url({ alg: 'HS512' })}.${base64url(claimsOf(body))}`;
    return { body, token: `${signed}.${createHmac('sha512', signer.publicKey).update(signed).digest('base64url')}` };
  },
  ({ body }, signer) => {
    const signed = `${base64url({ alg: 'RS256' })}.${base64url(claimsOf(body))}`;
    return { body, token: `${signed}.${createSign('RSA-SHA256').update(signed).sign(signer.privateKey, 'base64url')}` };
  },
  ({ body }, signer) => {
    const signed = `${base64url({ alg: 'RS512' })}.${base64url(claimsOf(body))}`;
    return { body, token: `${signed}.${createSign('RSA-SHA256').update(signed).sign(signer.privateKey, 'base64url')}` };
  },
];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** What the claims must say, and what a notification must hold, written apart from the code under test. */
function tells(claims: unknown, body: Buffer): boolean {
  if (!isObject(claims) || claims['iss'] !== 'NETOPIA Payments') return false;
  const { aud } = claims;
  if (aud !== posSignature && !(Array.isArray(aud) && aud.some((shop) => shop === posSignature))) return false;
  if (claims['sub'] !== createHash('sha512').update(body).digest('base64')) return false;
  const read = jsonOf(body);
  if (!isObject(read) || !isObject(read['order']) || !isObject(read['payment'])) return false;
  const { orderID } = read['order'];
  const { ntpID, status } = read['payment'];
  return typeof orderID === 'string' && orderID !== '' && typeof ntpID === 'string' && ntpID !== '' && Number.isInteger(status);
}

// jose forgives padding and spaces, which the base64url of a token does not have.
async function joseAccepts({ token, body }: Message, publicKey: string): Promise<boolean> {
  if (/[^\w.-]/.test(token)) return false;
  try {
    const { payload } = await compactVerify(token, createPublicKey(publicKey), { algorithms: ['RS512'] });
    return tells(jsonOf(payload), body);
  } catch {
    return false;
  }
}

function nodeAccepts({ token, body }: Message, publicKey: string): boolean {
  const match = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(token);
  const [, head = '', claims = '', signature = ''] = match ?? [];
  const header = jsonOf(Buffer.from(head, 'base64url'));
  if (match === null || !isObject(header) || header['alg'] !== 'RS512' || 'crit' in header) return false;
  if (!verifySignature('RSA-SHA512', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))) return false;
  return tells(jsonOf(Buffer.from(claims, 'base64url')), body);
}

async function weAccept({ token, body }: Message, publicKey: string): Promise<boolean> {
  try {
    await verifyNotification({ headers: { 'Verification-token': token }, body }, { posSignatures: [posSignature], keys: [publicKey] });
    return true;
  } catch (error) {
    if (error instanceof NotificationError) return false;
    throw error;
  }
}

/** Mutates genuine notifications and compares our verdict with that of `jose` and of `node:crypto`. */
export async function fuzzNotifications(count: number, seed: string | number): Promise<FuzzReport> {
  const signer = createSigner();
  const random = createRandom('notifications', seed);
  const disagreements: string[] = [];
  let accepted = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const body = Buffer.from(bodies[Math.floor(random() * bodies.length)] ?? '');
    const genuine = { body, token: signBody(signer, body) };
    const once = pick(random, mutations)(genuine, signer, random);
    const ours = await weAccept(once, signer.publicKey);
    const theirs = [await joseAccepts(once, signer.publicKey), nodeAccepts(once, signer.publicKey)];
    if (ours) accepted += 1;
    if (theirs.some((verdict) => verdict !== ours))
      disagreements.push(`ours ${ours}, jose and node:crypto ${theirs}: ${once.token} ${once.body.toString('base64')}`);
  }
  return { accepted, refused: count - accepted, disagreements };
}
