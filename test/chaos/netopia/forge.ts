import { createHash, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

interface Forgery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What every forged body holds and no genuine one does. */
export const mark = 'forged';

interface Known {
  /** A genuine token and its body, which the attacker has seen. */
  readonly token: string;
  readonly body: string;
  readonly publicKey: string;
}

/** A body that says the payment is paid, with the attacker's mark. */
function forgeBody(genuine: string, number: number): string {
  const { order, payment } = JSON.parse(genuine);
  return JSON.stringify({ order, payment: { ...payment, status: 3, message: `${mark} ${number}` } });
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function describe(header: object, body: string, token: string): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return `${encode(header)}.${encode({ ...claims, sub: createHash('sha512').update(body).digest('base64') })}`;
}

let strangerKey: KeyObject | undefined;

/** Each way to forge a token for a body, of which none may be believed. */
const ways: readonly ((body: string, known: Known) => string | undefined)[] = [
  () => undefined,
  (_, { token }) => token,
  (body, { token }) => `${describe({ alg: 'RS512', typ: 'JWT' }, body, token)}.${token.split('.')[2]}`,
  (body, { token }) => `${describe({ alg: 'none', typ: 'JWT' }, body, token)}.`,
  (body, { token, publicKey }) => {
    const unsigned = describe({ alg: 'HS512', typ: 'JWT' }, body, token);
    return `${unsigned}.${createHmac('sha512', publicKey).update(unsigned).digest('base64url')}`;
  },
  (body, { token }) => {
    strangerKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const unsigned = describe({ alg: 'RS512', typ: 'JWT' }, body, token);
    return `${unsigned}.${sign('sha512', Buffer.from(unsigned), strangerKey).toString('base64url')}`;
  },
  (body, { token }) => `${describe({ alg: 'RS256', typ: 'JWT' }, body, token)}.${token.split('.')[2]}`,
];

/** The forgery of that number; numbers walk through the ways in turn. */
export function forge(number: number, known: Known): Forgery {
  const body = forgeBody(known.body, number);
  const token = ways[number % ways.length]?.(body, known);
  return { body, headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { 'verification-token': token }) } };
}
