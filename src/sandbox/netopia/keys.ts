/** The key with which a sandbox signs its notifications. */
export interface SigningKey {
  /** The public half, PEM. */
  readonly publicKey: string;
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' } as const;
const exponent = 65_537n;

// AlgorithmIdentifier of RSA, without its tag and length.
const rsaEncryption = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/**
 * Makes an RSA-2048 key. WebCrypto makes one only in its own time, but a sandbox has its public key from the start; this takes about a third of
 * a second, so one key serves all sandboxes of a process. It is for tests alone: its primes are probable, and its arithmetic takes varying time.
 */
export function makeKey(): SigningKey {
  const smallPrimes = listSmallPrimes();
  const [p, q] = [makePrime(smallPrimes), makePrime(smallPrimes)];
  const [modulus, d] = [p * q, invert(exponent, (p - 1n) * (q - 1n))];
  const parts = { n: modulus, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: invert(q, p) };
  const jwk = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, toBase64Url(toBytes(value))]));
  return createKey(describePublicKey(modulus, exponent), () =>
    crypto.subtle.importKey('jwk', { kty: 'RSA', ...jwk }, algorithm, false, ['sign']),
  );
}

/** Reads an RSA key from PKCS#8 PEM. Throws a `TypeError` when it is none, or has fewer than 2048 bits. */
export function readKey(pem: string): SigningKey {
  const [, base64] = /-----BEGIN PRIVATE KEY-----([\s\S]+?)-----END PRIVATE KEY-----/.exec(pem) ?? [];
  if (base64 === undefined) throw new TypeError('privateKey must be PKCS#8 PEM, which begins with -----BEGIN PRIVATE KEY-----.');
  const der = fromBase64(base64.replace(/\s/g, ''));
  // PrivateKeyInfo is version, algorithm and the key; RSAPrivateKey is version, modulus, public exponent and the rest.
  const [, kind, key] = readSequence(der);
  const isRsa = rsaEncryption.every((byte, index) => kind?.[index] === byte);
  const [, modulus, publicExponent] = isRsa && key !== undefined ? readSequence(key) : [];
  if (modulus === undefined || publicExponent === undefined) throw new TypeError('privateKey must be an RSA key.');
  if (toNumber(modulus) < 1n << 2047n) throw new TypeError('privateKey must have 2048 bits or more: clients refuse shorter ones.');
  return createKey(describePublicKey(toNumber(modulus), toNumber(publicExponent)), () =>
    crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
  );
}

function createKey(publicKey: string, load: () => Promise<CryptoKey>): SigningKey {
  let loading: Promise<CryptoKey> | undefined;
  return {
    publicKey,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, await (loading ??= load()), bytes)),
  };
}

function listSmallPrimes(): number[] {
  const numbers = Array.from({ length: 2000 }, (_, index) => index);
  return numbers.filter(
    (number) => number > 1 && !numbers.some((factor) => factor > 1 && factor * factor <= number && number % factor === 0),
  );
}

/** A probable prime of 1024 bits whose two highest bits are set, so that the product of two has 2048. */
function makePrime(smallPrimes: readonly number[]): bigint {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(128));
    const start = toNumber(bytes) | (3n << 1022n) | 1n;
    const remainders = smallPrimes.map((prime) => Number(start % BigInt(prime)));
    for (let step = 0; step < 4000; step += 2) {
      if (smallPrimes.some((prime, index) => ((remainders[index] ?? 0) + step) % prime === 0)) continue;
      const candidate = start + BigInt(step);
      // For numbers of this size that chance picked, one Fermat test errs less often than memory does.
      if (candidate % exponent !== 1n && power(2n, candidate - 1n, candidate) === 1n) return candidate;
    }
  }
}

function power(base: bigint, exponentLeft: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponentLeft.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** The number that `value` times it leaves 1 over. */
function invert(value: bigint, modulus: bigint): bigint {
  let [remainder, next, factor, nextFactor] = [modulus, value % modulus, 0n, 1n];
  while (next > 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder % next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

/** SubjectPublicKeyInfo as PEM. */
function describePublicKey(modulus: bigint, publicExponent: bigint): string {
  const key = encode(0x30, [...encodeNumber(modulus), ...encodeNumber(publicExponent)]);
  const info = encode(0x30, [...encode(0x30, rsaEncryption), ...encode(0x03, [0, ...key])]);
  const lines = toBase64(Uint8Array.from(info)).match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
}

function encodeNumber(value: bigint): number[] {
  // A first bit that is set would make it negative.
  return encode(0x02, [0, ...toBytes(value)].slice((toBytes(value)[0] ?? 0) < 0x80 ? 1 : 0));
}

function encode(tag: number, content: readonly number[]): number[] {
  const length =
    content.length < 0x80 ? [content.length] : [0x80 + toBytes(BigInt(content.length)).length, ...toBytes(BigInt(content.length))];
  return [tag, ...length, ...content];
}

/** The contents of a DER sequence's members. */
function readSequence(der: Uint8Array): Uint8Array[] {
  const [whole] = readMembers(der);
  return whole === undefined ? [] : readMembers(whole);
}

function readMembers(der: Uint8Array): Uint8Array[] {
  const members: Uint8Array[] = [];
  for (let at = 0; at + 1 < der.length;) {
    const first = der[at + 1] ?? 0;
    const lengthBytes = first < 0x80 ? 0 : first - 0x80;
    const begin = at + 2 + lengthBytes;
    const length = first < 0x80 ? first : Number(toNumber(der.subarray(at + 2, begin)));
    members.push(der.subarray(begin, begin + length));
    at = begin + length;
  }
  return members;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

function toBytes(value: bigint): Uint8Array<ArrayBuffer> {
  const digits = value.toString(16);
  const pairs = (digits.length % 2 === 0 ? digits : `0${digits}`).match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
