// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

/** Where the API is served; the first is the default. */
export const servers = { _1270014010: 'http://127.0.0.1:4010' } as const;

export const operations = {
  listFaults: { id: 'listFaults', method: 'GET', path: '/_sandbox/faults', security: ['Authorization'], effect: 'none', repeatable: true },
  armFault: { id: 'armFault', method: 'POST', path: '/_sandbox/faults', security: ['Authorization'], effect: 'create', repeatable: false },
  clearFaults: {
    id: 'clearFaults',
    method: 'DELETE',
    path: '/_sandbox/faults',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
  },
  getFault: { id: 'getFault', method: 'GET', path: '/_sandbox/faults/{id}', security: ['Authorization'], effect: 'none', repeatable: true },
  removeFault: {
    id: 'removeFault',
    method: 'DELETE',
    path: '/_sandbox/faults/{id}',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
  },
  readJournal: {
    id: 'readJournal',
    method: 'GET',
    path: '/_sandbox/journal',
    security: ['Authorization'],
    effect: 'none',
    repeatable: true,
  },
  clearJournal: {
    id: 'clearJournal',
    method: 'DELETE',
    path: '/_sandbox/journal',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
  },
  readLinks: { id: 'readLinks', method: 'GET', path: '/_sandbox/links', security: ['Authorization'], effect: 'none', repeatable: true },
  seedLinks: { id: 'seedLinks', method: 'PUT', path: '/_sandbox/links', security: ['Authorization'], effect: 'change', repeatable: false },
  clearLinks: {
    id: 'clearLinks',
    method: 'DELETE',
    path: '/_sandbox/links',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
  },
  readPayments: {
    id: 'readPayments',
    method: 'GET',
    path: '/_sandbox/payments',
    security: ['Authorization'],
    effect: 'none',
    repeatable: true,
  },
  seedPayments: {
    id: 'seedPayments',
    method: 'PUT',
    path: '/_sandbox/payments',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
  },
  clearPayments: {
    id: 'clearPayments',
    method: 'DELETE',
    path: '/_sandbox/payments',
    security: ['Authorization'],
    effect: 'change',
    repeatable: false,
  },
  reset: { id: 'reset', method: 'POST', path: '/_sandbox/reset', security: ['Authorization'], effect: 'create', repeatable: false },
  readClock: { id: 'readClock', method: 'GET', path: '/_sandbox/clock', security: ['Authorization'], effect: 'none', repeatable: true },
  setClock: { id: 'setClock', method: 'PUT', path: '/_sandbox/clock', security: ['Authorization'], effect: 'change', repeatable: false },
  moveClock: { id: 'moveClock', method: 'POST', path: '/_sandbox/clock', security: ['Authorization'], effect: 'create', repeatable: false },
  readHealth: { id: 'readHealth', method: 'GET', path: '/_sandbox/health', security: [], effect: 'none', repeatable: true },
} as const;

export type OperationId = keyof typeof operations;

const FaultFields = { fault: true, operation: true, times: true, probability: true } as const;

const ClockSettingFields = { now: true } as const;

const ClockMoveFields = { advance: true, set: true } as const;

/** The fields of each operation's JSON body by name; those of an object are a table of their own. */
export const requestFields = { armFault: FaultFields, setClock: ClockSettingFields, moveClock: ClockMoveFields } as const;
