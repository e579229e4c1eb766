import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { InputError, PaylinksError } from 'paylinks';
import { NotificationError, netopiaPublicKey, verifyNotification } from 'paylinks/netopia/notifications';
import type { NotificationRequest, VerifyOptions } from 'paylinks/netopia/notifications';
import { describe, expect, it } from 'vitest';
import { bodyOf, createSigner, posSignature, signBody, signToken, claimsOf } from './support/sign.js';

interface Vector {
  readonly name: string;
  readonly bodyBase64: string;
  readonly token: string;
  readonly accept: boolean;
  readonly reason?: string;
}

const file = new URL('vectors/notifications.json', import.meta.url);
const { vectors, publicKey }: { vectors: readonly Vector[]; publicKey: string } = JSON.parse(readFileSync(file, 'utf8'));

const signer = createSigner();
const options: VerifyOptions = { posSignatures: [posSignature], keys: [signer.publicKey] };
const paid = bodyOf(3);

function requestOf(body: string | Uint8Array<ArrayBuffer>, token = signBody(signer, body)): Request {
  return new Request('https://shop.example/notify', { method: 'POST', body, headers: { 'Verification-token': token } });
}

function verify(request: NotificationRequest, more: Partial<VerifyOptions> = {}) {
  return verifyNotification(request, { ...options, ...more });
}

async function reasonOf(verdict: Promise<unknown>): Promise<string> {
  const error: unknown = await verdict.then(
    () => 'accepted',
    (refusal: unknown) => refusal,
  );
  if (error instanceof NotificationError) return error.reason;
  throw error;
}

describe('netopiaPublicKey', () => {
  it('is the RSA key with 2048 bits of the published fingerprint', () => {
    const key = createPublicKey(netopiaPublicKey);
    const spki = createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex');
    expect(spki).toBe('eeba3b065067fb01c2389850c7a888456dfd31332d67ed9b630dae24753478d7');
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it('is the key that is trusted when none is given', async () => {
    await expect(reasonOf(verifyNotification(requestOf(paid), { posSignatures: [posSignature] }))).resolves.toBe('signature');
  });
});

describe('the 19 signed vectors', () => {
  it.each(vectors)('$name: accepted $accept', async ({ bodyBase64, token, accept, reason }) => {
    const verdict = verify(requestOf(Buffer.from(bodyBase64, 'base64'), token), { keys: [publicKey] });
    if (accept) await expect(verdict).resolves.toMatchObject({ ntpID: '1309088' });
    else await expect(reasonOf(verdict)).resolves.toBe(reason);
  });
});

describe('verifyNotification', () => {
  it('tells order, attempt, payment, status and an id to act upon once', async () => {
    const notification = await verify(requestOf(paid));
    expect(notification).toMatchObject({
      id: '1309088:paid',
      ntpID: '1309088',
      status: 'paid',
      orderID: '1042',
      attemptID: '1042-k3v9q2xw',
      amount: 200,
      currency: 'RON',
      claims: { iss: 'NETOPIA Payments' },
      body: JSON.parse(paid),
    });
  });

  it('tells a delivery of the same message from another message about the same outcome by the digest', async () => {
    const first = await verify(requestOf(paid));
    const again = await verify(requestOf(paid, signBody(signer, paid, { iat: 1 })));
    const other = await verify(requestOf(bodyOf(3, { message: 'Approved' })));
    expect(again.digest).toBe(first.digest);
    expect(other.digest).not.toBe(first.digest);
    expect(other.id).toBe(first.id);
  });

  it('calls a status unknown that no document names, and keeps its number in the id', async () => {
    await expect(verify(requestOf(bodyOf(77)))).resolves.toMatchObject({ status: 'unknown', id: '1309088:77' });
  });

  it.each([
    ['spaced', '{ "order" : {"orderID":"1042"},\n "payment": {"ntpID":"7","status":3} }'],
    ['escaped', '{"order":{"orderID":"1042\\u002d\\/x"},"payment":{"ntpID":"7","status":3,"message":"\\u0218tefan"}}'],
    ['written with diacritics', '{"order":{"orderID":"1042","data":{"name":"Ștefan Țîrlă"}},"payment":{"ntpID":"7","status":3}}'],
    ['begun with a byte order mark', '\uFEFF{"order":{"orderID":"1042"},"payment":{"ntpID":"7","status":3}}'],
  ])('takes a body that is %s', async (_, body) => {
    await expect(verify(requestOf(Buffer.from(body)))).resolves.toMatchObject({ ntpID: '7' });
  });

  it.each([
    ['bytes', Buffer.from(paid)],
    ['an ArrayBuffer', new TextEncoder().encode(paid).buffer],
    ['text', paid],
    ['a web stream', new Blob([paid]).stream()],
    [
      'an async iterable of pieces',
      (async function* () {
        for (const piece of paid.match(/.{1,7}/gs) ?? []) yield Buffer.from(piece);
      })(),
    ],
  ])('takes plain headers and the body as %s', async (_, body) => {
    await expect(verify({ headers: { 'verification-token': signBody(signer, paid) }, body })).resolves.toMatchObject({ status: 'paid' });
  });

  it.each(['Verification-token', 'verification-token', 'VERIFICATION-TOKEN'])('finds the header %s in plain headers', async (name) => {
    await expect(verify({ headers: { [name]: signBody(signer, paid) }, body: paid })).resolves.toMatchObject({ status: 'paid' });
    await expect(verify({ headers: { [name]: [signBody(signer, paid)] }, body: paid })).resolves.toMatchObject({ status: 'paid' });
  });

  it('reads what was verified, though the buffer changes meanwhile', async () => {
    const body = Buffer.from(paid);
    const verdict = verify({ headers: { 'Verification-token': signBody(signer, paid) }, body });
    await delay(0);
    body.fill(0x20);
    await expect(verdict).resolves.toMatchObject({ status: 'paid' });
  });

  it('trusts each of several keys and is for each of several shops', async () => {
    const other = createSigner();
    const keys = [other.publicKey, signer.publicKey];
    const posSignatures = ['ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ', posSignature];
    await expect(verify(requestOf(paid), { keys, posSignatures })).resolves.toMatchObject({ status: 'paid' });
    await expect(verify(requestOf(paid, signBody(other, paid)), { keys, posSignatures })).resolves.toMatchObject({ status: 'paid' });
  });

  it('takes a key in one line and one with its line breaks written out, as environment variables hold them', async () => {
    for (const key of [signer.publicKey.replace(/\n/g, ''), signer.publicKey.replace(/\n/g, '\\n')])
      await expect(verify(requestOf(paid), { keys: [key] })).resolves.toMatchObject({ status: 'paid' });
  });
});

describe('a notification is refused', () => {
  const token = signBody(signer, paid);
  const huge = Buffer.alloc(1024 * 1024 + 1, 0x20);
  const header = { alg: 'RS512', typ: 'JWT' };
  const notJson = Buffer.from('paid');
  const notUtf8 = Buffer.from('{"order":{"orderID":"\xff"},"payment":{"ntpID":"7","status":3}}', 'latin1');

  it.each<[string, string, NotificationRequest]>([
    ['has a byte more than 1 MiB', 'size', requestOf(huge)],
    ['has a text of more than 1 MiB', 'size', { headers: {}, body: 'ș'.repeat(600_000) }],
    ['has no token', 'header', new Request('https://shop.example', { method: 'POST', body: paid })],
    ['has the token twice', 'header', { headers: { 'Verification-token': [token, token] }, body: paid }],
    ['has the token under two spellings', 'header', { headers: { 'Verification-token': token, 'verification-token': token }, body: paid }],
    ['has a token of more than 16 kB', 'header', { headers: { 'verification-token': 'a'.repeat(16_385) }, body: paid }],
    ['has a token in two parts', 'token', requestOf(paid, token.replace(/\.[^.]+$/, ''))],
    ['has a token in four parts', 'token', requestOf(paid, `${token}.x`)],
    ['has a padded token', 'token', requestOf(paid, `${token}==`)],
    ['has a token of a length that base64 cannot have', 'token', requestOf(paid, token.replace(/\.[^.]+$/, '.abcde'))],
    ['has a list for a header', 'token', requestOf(paid, signToken(signer, [], claimsOf(paid)))],
    ['has an algorithm in lower case', 'algorithm', requestOf(paid, signToken(signer, { alg: 'rs512' }, claimsOf(paid)))],
    ['has critical extensions', 'algorithm', requestOf(paid, signToken(signer, { ...header, crit: [] }, claimsOf(paid)))],
    ['is signed by another key', 'signature', requestOf(paid, signBody(createSigner(), paid))],
    ['has the issuer in a list', 'issuer', requestOf(paid, signBody(signer, paid, { iss: ['NETOPIA Payments'] }))],
    ['is for a shop whose signature holds ours', 'audience', requestOf(paid, signBody(signer, paid, { aud: `${posSignature}-X` }))],
    ['is for an empty list', 'audience', requestOf(paid, signBody(signer, paid, { aud: [] }))],
    ['was signed for a body with one space less', 'body', requestOf(`${paid} `, token)],
    ['has no body', 'body', new Request('https://shop.example', { method: 'POST', headers: { 'Verification-token': token } })],
    ['has a body that is no JSON', 'json', requestOf(notJson)],
    ['has a body that is not UTF-8', 'json', requestOf(notUtf8)],
    ['has a list for a body', 'json', requestOf('[]')],
    ['has no payment', 'shape', requestOf('{"order":{"orderID":"1"}}')],
    ['has no ntpID', 'shape', requestOf(bodyOf(3, { ntpID: '' }))],
    ['has a status that is no number', 'shape', requestOf(bodyOf(3, { status: '3' }))],
    ['has no orderID', 'shape', requestOf(bodyOf(3, {}, ''))],
  ])('that %s', async (_, reason, request) => {
    await expect(reasonOf(verify(request))).resolves.toBe(reason);
  });

  it('with an error that is one of the package, and shows nothing of the token', async () => {
    const error: unknown = await verify(requestOf(paid, signBody(createSigner(), paid))).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(PaylinksError);
    expect(error).toMatchObject({ name: 'NotificationError', reason: 'signature', outcome: 'not-sent' });
    expect(JSON.stringify(error)).not.toContain('eyJ');
  });

  it('says that something parsed the body on the way when only the bytes differ', async () => {
    await expect(verify(requestOf(JSON.stringify(JSON.parse(paid), null, 1), token))).rejects.toThrow(/changed or parsed it on the way/);
  });
});

describe('maxAge', () => {
  const at = (iat: unknown) => requestOf(paid, signBody(signer, paid, { iat }));

  it('is not asked for: a token of any age and of none is taken, its times told as they came', async () => {
    for (const iat of [1, Date.now() * 2, undefined])
      await expect(verify(at(iat))).resolves.toMatchObject({ claims: iat === undefined ? {} : { iat } });
  });

  it.each([
    ['seconds', 1000],
    ['milliseconds', 1],
  ])('reads the time in %s', async (_, unit) => {
    await expect(verify(at(Date.now() / unit), { maxAge: 60_000 })).resolves.toMatchObject({ status: 'paid' });
    await expect(reasonOf(verify(at((Date.now() - 120_000) / unit), { maxAge: 60_000 }))).resolves.toBe('age');
    await expect(reasonOf(verify(at((Date.now() + 120_000) / unit), { maxAge: 60_000 }))).resolves.toBe('age');
  });

  it('refuses a token without the time', async () => {
    for (const iat of [undefined, 'soon', null]) await expect(reasonOf(verify(at(iat), { maxAge: 60_000 }))).resolves.toBe('age');
  });
});

describe('options', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nMIICTjCCAbegAwIBAgIBADANBgkqhkiG9w0BAQUFADA=\n-----END CERTIFICATE-----';
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const pkcs1 = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();

  it.each<[string, RegExp, Partial<VerifyOptions>]>([
    ['no shop', /posSignatures must list/, { posSignatures: [] }],
    ['an empty shop', /posSignatures must list/, { posSignatures: [''] }],
    ['no key', /keys must be RSA/, { keys: [] }],
    ['an empty key', /keys must be RSA/, { keys: [''] }],
    ['a key with 1024 bits', /1024-bit key and certificate are for API v1/, { keys: [createSigner(1024).publicKey] }],
    ['a key with 1536 bits', /2048 bits or more/, { keys: [createSigner(1536).publicKey] }],
    ['a certificate', /certificate are for API v1/, { keys: [certificate] }],
    ['an elliptic curve', /keys must be RSA/, { keys: [elliptic] }],
    ['a key for another padding', /keys must be RSA/, { keys: [pss] }],
    ['a key in the older form', /keys must be RSA/, { keys: [pkcs1] }],
    ['a private key', /keys must be RSA/, { keys: [signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()] }],
    ['one key that is bad among good ones', /keys must be RSA/, { keys: [signer.publicKey, certificate] }],
    ['a key that is broken inside', /keys must be RSA/, { keys: [signer.publicKey.replace('AAOCAQ8A', 'AAOCAQ9A')] }],
    ['an age of nothing', /maxAge must be/, { maxAge: 0 }],
    ['an age that is no number', /maxAge must be/, { maxAge: Number.NaN }],
  ])('with %s are an InputError', async (_, message, more) => {
    const verdict = verify(requestOf(paid, signBody(createSigner(), paid)), more);
    await expect(verdict).rejects.toThrow(message);
    await expect(verdict).rejects.toBeInstanceOf(InputError);
  });

  it('that are missing are an InputError', async () => {
    // @ts-expect-error Options are required.
    await expect(verifyNotification(requestOf(paid))).rejects.toBeInstanceOf(InputError);
  });
});

describe('a body that something parsed or read before', () => {
  const headers = { 'verification-token': signBody(signer, paid) };

  it.each([
    ['the object of express.json()', JSON.parse(paid)],
    ['nothing', undefined],
    ['a number', 7],
    ['a list', [1]],
  ])('is an InputError with the fix for each framework: %s', async (_, body) => {
    const verdict = verify({ headers, body });
    await expect(verdict).rejects.toBeInstanceOf(InputError);
    for (const fix of ['express.raw(', "parseAs: 'buffer'", 'rawBody', 'bodyParser: false', 'context.req.raw'])
      await expect(verdict).rejects.toThrow(fix);
  });

  it('is one for a Request that was read', async () => {
    const request = requestOf(paid);
    await request.json();
    await expect(verify(request)).rejects.toBeInstanceOf(InputError);
  });
});
