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
    slip: () => undefined,
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

/** Puts the transport of one client together. */
export function createLinksTransport(settings: Settings): LinksTransport {
  const transport = createTransport<Operations>(apiOf(settings), settings);
  return { ...transport, reader: createReader(transport, settings.strict, settings.onDrift), settings };
}
