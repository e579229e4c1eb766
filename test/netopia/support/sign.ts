import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** The shop that the tests' notifications are for. */
export const posSignature = 'AAAA-BBBB-CCCC-DDDD-EEEE';

/** A signer of notifications in NETOPIA's place. */
export interface Signer {
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

export function createSigner(modulusLength = 2048): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

export function base64url(value: string | object): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

export function digestOf(body: string | Uint8Array): string {
  return createHash('sha512').update(body).digest('base64');
}

/** The claims that NETOPIA makes about a body. */
export function claimsOf(body: string | Uint8Array): Record<string, unknown> {
  return { iss: 'NETOPIA Payments', aud: [posSignature], sub: digestOf(body), iat: Math.floor(Date.now() / 1000) };
}

/** A token with any header and claims, its signature genuine. */
export function signToken(signer: Signer, header: object, claims: object): string {
  const signed = `${base64url(header)}.${base64url(claims)}`;
  return `${signed}.${createSign('RSA-SHA512').update(signed).sign(signer.privateKey, 'base64url')}`;
}

/** The token of a genuine notification. */
export function signBody(signer: Signer, body: string | Uint8Array, changed: Record<string, unknown> = {}): string {
  return signToken(signer, { alg: 'RS512', typ: 'JWT' }, { ...claimsOf(body), ...changed });
}

/** A body as NETOPIA sends it. */
export function bodyOf(status: number, payment: Record<string, unknown> = {}, orderID = '1042-k3v9q2xw'): string {
  return JSON.stringify({ order: { orderID }, payment: { ntpID: '1309088', status, amount: 200, currency: 'RON', ...payment } });
}
