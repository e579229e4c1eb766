import type { Fault, PaymentsSandbox } from '../../../src/netopia-sandbox.js';

const ofRequests: readonly Fault[] = [
  { fault: 'drop-before' },
  { fault: 'drop-after' },
  { fault: 'stall-headers' },
  { fault: 'stall-headers', commit: false },
  { fault: 'truncate' },
  { fault: 'status', code: 503 },
  { fault: 'status', code: 500, commit: true },
  { fault: 'html', code: 502 },
  { fault: 'html-404' },
  { fault: 'redirect' },
];

const ofEvents: readonly (readonly Fault[])[] = [
  [
    { fault: 'notification-lost' },
    { fault: 'notification-twice' },
    { fault: 'notification-late' },
    { fault: 'notification-reordered' },
    { fault: 'notification-reserialised' },
    { fault: 'notification-wrong-key' },
    { fault: 'notification-hs512' },
  ],
  [{ fault: 'refund-silent' }],
  [{ fault: 'status-lag' }],
  [{ fault: 'page-missing' }],
];

/** Arms every kind of fault so that about `rate` of the requests, and of every other event, meet one. */
export function armFaults(sandbox: PaymentsSandbox, rate: number): void {
  for (const group of [ofRequests, ...ofEvents])
    for (const fault of group) sandbox.inject({ ...fault, probability: 1 - (1 - rate) ** (1 / group.length) });
}
