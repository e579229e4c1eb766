import { toBase64, toBase64Url, type SigningKey } from './keys.js';

const encoder = new TextEncoder();

/** Signs the bytes of a body as NETOPIA does: a token whose subject is the base64 text of their SHA-512. */
export async function signNotification(body: string, posSignature: string, key: SigningKey, now: number): Promise<string> {
  const unsigned = await describeToken(body, posSignature, 'RS512', now);
  return `${unsigned}.${toBase64Url(await key.sign(encoder.encode(unsigned)))}`;
}

/** A forged token: signed with a secret that everybody knows, the public key. Clients that let the token choose its algorithm believe it. */
export async function forgeNotification(body: string, posSignature: string, publicKey: string, now: number): Promise<string> {
  const unsigned = await describeToken(body, posSignature, 'HS512', now);
  const secret = await crypto.subtle.importKey('raw', encoder.encode(publicKey), { name: 'HMAC', hash: 'SHA-512' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', secret, encoder.encode(unsigned));
  return `${unsigned}.${toBase64Url(new Uint8Array(signature))}`;
}

async function describeToken(body: string, posSignature: string, algorithm: 'RS512' | 'HS512', now: number): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-512', encoder.encode(body)));
  const claims = { iss: 'NETOPIA Payments', aud: [posSignature], sub: toBase64(digest), iat: Math.floor(now / 1000) };
  return [{ alg: algorithm, typ: 'JWT' }, claims].map((part) => toBase64Url(encoder.encode(JSON.stringify(part)))).join('.');
}

/** The same JSON written another way, as a proxy might that reads bodies and sends them on: the bytes no longer fit the token. */
export function reserialise(body: string): string {
  return JSON.stringify(JSON.parse(body), undefined, 1);
}
