import { operations } from '../../generated/netopia/operations.js';
import type { operations as Operations } from '../../generated/netopia/types.js';
import { ResponseError as AnyResponseError } from '../core/errors.js';
import type { Scope, Special } from '../core/request.js';
import { createTransport } from '../core/transport.js';
import type { Api, Input, OpenTransport } from '../core/transport.js';
import type { Settings } from './options.js';
import { redactPayment } from './redact.js';
import { createReader, messageIn, withPaymentID } from './response.js';
import type { Asked, Reader, Reading } from './response.js';

/** What the methods of one client share. */
export interface PaymentsTransport extends OpenTransport<Operations> {
  readonly reader: Reader;
  readonly settings: Settings;
  /** Sends one request and reads its response, which must be about the payment asked for. */
  ask<Id extends keyof Operations & string>(
    operation: Id,
    input: Input<Operations[Id]>,
    asked: Asked,
    scope: Scope,
    special?: Special,
  ): Promise<Reading>;
}

/** The payments API as its transport needs to know it. */
export function apiOf({ apiKey, environment }: Pick<Settings, 'apiKey' | 'environment'>): Api {
  return {
    operations,
    credentials: { Authorization: { option: 'apiKey', value: apiKey } },
    slip: ({ Authorization = '' }) => slipOf(Authorization),
    redact: redactPayment,
    wording: {
      done: 'NETOPIA acted; read the payment with get before going on',
      inDoubt: {
        create: 'the payment may exist; read it by the attempt’s id before charging again',
        change: 'NETOPIA may have acted; read the payment with get, or look in the console, before repeating it',
      },
      hints: {
        401: `check apiKey: it must be a key of ${environment === 'live' ? 'the live service' : 'the sandbox'} that was not replaced in the console`,
        404: 'check baseUrl',
      },
      reason: messageIn,
    },
  };
}

function slipOf(key: string): string | undefined {
  if (/^bearer\s/i.test(key)) return 'apiKey begins with Bearer; NETOPIA takes the key alone';
  return /^[A-Z0-9]{4}(-[A-Z0-9]{4}){3,4}$/.test(key) ? 'apiKey looks like a POS signature' : undefined;
}

/** Puts the transport of one client together. */
export function createPaymentsTransport(settings: Settings): PaymentsTransport {
  const transport = createTransport<Operations>(apiOf(settings), settings);
  const reader = createReader(transport, settings.strict, settings.onDrift);
  return {
    ...transport,
    reader,
    settings,
    async ask(operation, input, asked, scope, special) {
      const response = await transport.send(operation, input, scope, { ...special, tolerant: true }).catch((error: unknown) => {
        throw error instanceof AnyResponseError ? withPaymentID(error) : error;
      });
      return reader.read(response, asked);
    },
  };
}
