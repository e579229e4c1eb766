import { operations } from '../../generated/neopay/operations.js';
import type { operations as Operations } from '../../generated/neopay/types.js';
import { createTransport } from '../core/transport.js';
import type { Api, OpenTransport } from '../core/transport.js';
import type { Settings } from './options.js';
import { createReader } from './response.js';
import type { Reader } from './response.js';

/** What the methods of one client share: its transport, and what reads links from responses. */
export interface LinksTransport extends OpenTransport<Operations> {
  readonly reader: Reader;
  readonly settings: Settings;
}

/** The links API as its transport needs to know it. */
export function apiOf({ appKey, token }: Pick<Settings, 'appKey' | 'token'>): Api {
  return {
    operations,
    credentials: { 'x-app-key': { option: 'appKey', value: appKey }, Authorization: { option: 'token', value: token } },
    slip: slipOf,
    wording: {
      done: 'the server acted; read the link before going on',
      inDoubt: {
        create: 'the link may exist; look its reference up before creating it again',
        change: 'the server may have acted; read the link before repeating it',
      },
      hints: {
        401: 'check appKey (the Application ID) and token, which are easily swapped',
        403: 'check the IP and domain restrictions of the Application',
        404: 'check the id, and that it belongs to the Application of this key',
        409: 'read the link to learn its state before going on',
      },
    },
  };
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What refused credentials look like: the portal shows the Application ID as a UUID, and the token without a scheme. */
function slipOf({ 'x-app-key': appKey = '', Authorization: token = '' }: Readonly<Record<string, string>>): string | undefined {
  if (uuid.test(token) && !uuid.test(appKey)) return 'appKey and token look swapped: the token has the form of an Application ID';
  if (/^bearer\s/i.test(token)) return 'token starts with "Bearer ", which the API\'s page shows without; leave that out';
  return undefined;
}

/** Puts the transport of one client together. */
export function createLinksTransport(settings: Settings): LinksTransport {
  const transport = createTransport<Operations>(apiOf(settings), settings);
  return { ...transport, reader: createReader(transport, settings.strict, settings.onDrift), settings };
}
