import { bytesOf, respondEmpty, respondJson, type SandboxResponse } from './response.js';

/** Says what is wrong with a value, or nothing. */
export type Check = (value: unknown) => string | undefined;

/** The request that a fault strikes. */
export interface Struck {
  /** Lets the request take effect and gives the honest response. */
  act(): SandboxResponse;
  /** An error as this API words it. */
  problem(status: number, message: string, headers: Readonly<Record<string, string>>): SandboxResponse;
}

/** One kind of fault: the options it takes, and what it does. */
export interface FaultKind {
  /** How each option is checked for callers without a compiler, the command line among them. */
  readonly options: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  /** What the struck request gets; without it the request takes its course, and its handler finds the fault in its context. */
  readonly effect?: (fault: object, struck: Struck) => SandboxResponse;
  /** The event it strikes, when that is no request. */
  readonly strikes?: string;
}

/** A kind whose effect knows the options by their types. */
export function defineKind<Options extends object>(kind: {
  readonly options: { readonly [Key in keyof Options]-?: Check };
  readonly required?: readonly (keyof Options & string)[];
  readonly effect?: (fault: Options, struck: Struck) => SandboxResponse;
}): FaultKind {
  // A fault reaches its effect only after its options have been checked by this very table.
  return kind as unknown as FaultKind;
}

/** What the faults of every API can be told beside their name. */
export interface CoreFaultOptions {
  /** Waits `ms` milliseconds, then goes on; adds to any other fault. A client that gives up meanwhile does not stop the request from taking effect. */
  latency: { readonly ms: number };
  /** Responds with `code`; `body` is sent as JSON, or as it is when it is a string. Takes effect only with `commit: true`. */
  status: {
    readonly code: number;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>> | undefined;
    readonly commit?: boolean | undefined;
  };
  /** Cuts the connection before the request takes effect. */
  'drop-before': object;
  /** Cuts the connection after the request took effect. */
  'drop-after': object;
  /** Never responds. The request takes effect unless `commit` is false. */
  'stall-headers': { readonly commit?: boolean | undefined };
  /** Takes effect, sends the headers and `bytes` of the body (default: half), then nothing more. */
  'stall-body': { readonly bytes?: number | undefined };
  /** Takes effect, sends `bytes` of the body (default: half) and cuts the connection. With `silent`, the shorter body looks complete. */
  truncate: { readonly bytes?: number | undefined; readonly silent?: boolean | undefined };
  /** Responds with an HTML page, with `code` 200 unless told. Takes effect only with `commit: true`. */
  html: { readonly code?: number | undefined; readonly commit?: boolean | undefined };
  /** Sends the client to `location`, with `code` 307 unless told. Takes effect only with `commit: true`. */
  redirect: {
    readonly location?: string | undefined;
    readonly code?: 301 | 302 | 303 | 307 | 308 | undefined;
    readonly commit?: boolean | undefined;
  };
}

/** What the fault `drift` can be told: it takes effect and changes what the response describes. */
export interface DriftOptions {
  /** The status that takes the place of the true one. */
  readonly status?: string | number | undefined;
  /** Fields to add. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
  /** Fields to leave out. */
  readonly missing?: readonly string[] | undefined;
}

export const isCount: Check = (value) => (Number.isInteger(value) && Number(value) >= 0 ? undefined : 'must be a whole number, 0 or more');
export const isFlag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
export const isProbability: Check = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'must be a number from 0 to 1';
/** At most what a timer can wait for. */
export const isDelay: Check = (value) =>
  typeof value === 'number' && value >= 0 && value < 2 ** 31 ? undefined : 'must be milliseconds, 0 or more';
const isCode: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599 ? undefined : 'must be a status from 200 to 599';
const isRedirect: Check = (value) =>
  [301, 302, 303, 307, 308].some((code) => code === value) ? undefined : 'must be 301, 302, 303, 307 or 308';
const isTexts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'must be an array of strings';
const isStatus: Check = (value) => (/^(string|number)$/.test(typeof value) ? undefined : 'must be text or a number');
const isBody: Check = (value) => (hasJson(value) ? undefined : 'must be text, or a value that JSON can hold');
const isExtra: Check = (value) => (isPlain(value) && hasJson(value) ? undefined : 'must be an object that JSON can hold');

// What HTTP allows in a header's value, short of what Node refuses to send.
const isHeaderText = (value: unknown): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(String(value));

const isLocation: Check = (value) =>
  typeof value === 'string' && isHeaderText(value) ? undefined : 'must be an address as a header can hold it: encode other characters';

const isHeaders: Check = (value) => {
  if (!isPlain(value)) return 'must be an object';
  for (const [name, text] of Object.entries(value)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `has ${JSON.stringify(name)}, which is no name of a header`;
    // Either one contradicts the length that the sandbox announces.
    if (/^(transfer-encoding|trailer)$/i.test(name)) return `has ${name}, which the sandbox cannot send`;
    if (!/^(string|number)$/.test(typeof text) || !isHeaderText(text)) return `has a value for ${name} that no header can hold`;
  }
  return undefined;
};

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    // Circles and bigints have no JSON.
    return false;
  }
}

const silence: SandboxResponse = { status: 0, headers: {}, body: '' };

/** The kinds that every API has. */
export const coreFaultKinds = {
  latency: defineKind<CoreFaultOptions['latency']>({ options: { ms: isDelay }, required: ['ms'] }),

  status: defineKind<CoreFaultOptions['status']>({
    options: { code: isCode, body: isBody, headers: isHeaders, commit: isFlag },
    required: ['code'],
    effect(fault, struck) {
      if (fault.commit) struck.act();
      return respondStatus(fault, struck);
    },
  }),

  'drop-before': defineKind<object>({ options: {}, effect: () => ({ ...silence, ending: { kind: 'drop' } }) }),

  'drop-after': defineKind<object>({ options: {}, effect: (_, struck) => ({ ...struck.act(), ending: { kind: 'drop' } }) }),

  'stall-headers': defineKind<CoreFaultOptions['stall-headers']>({
    options: { commit: isFlag },
    effect: ({ commit }, struck) => ({ ...(commit === false ? silence : struck.act()), ending: { kind: 'stall-headers' } }),
  }),

  'stall-body': defineKind<CoreFaultOptions['stall-body']>({
    options: { bytes: isCount },
    effect({ bytes }, struck) {
      const response = struck.act();
      return { ...response, ending: { kind: 'stall-body', bytes: cutAt(response, bytes) } };
    },
  }),

  truncate: defineKind<CoreFaultOptions['truncate']>({
    options: { bytes: isCount, silent: isFlag },
    effect({ bytes, silent = false }, struck) {
      const response = struck.act();
      return { ...response, ending: { kind: 'truncate', bytes: cutAt(response, bytes), silent } };
    },
  }),

  html: defineKind<CoreFaultOptions['html']>({
    options: { code: isCode, commit: isFlag },
    effect({ code = 200, commit }, struck) {
      if (commit) struck.act();
      const body =
        '<!doctype html><html lang="en"><head><title>Please wait</title></head><body><h1>Checking your browser</h1></body></html>';
      return { status: code, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
    },
  }),

  redirect: defineKind<CoreFaultOptions['redirect']>({
    options: { location: isLocation, code: isRedirect, commit: isFlag },
    effect({ location = 'https://elsewhere.invalid/', code = 307, commit }, struck) {
      if (commit) struck.act();
      return respondEmpty(code, { location });
    },
  }),
} as const satisfies { readonly [Name in keyof CoreFaultOptions]: FaultKind };

/** The kind `drift` of an API: `walk` finds, in the body of a response, what a change applies to; `usual` is what it changes unless told. */
export function driftKind(
  usual: Required<DriftOptions>,
  walk: (body: object, change: (described: object) => object) => unknown,
): FaultKind {
  return defineKind<DriftOptions>({
    options: { status: isStatus, extra: isExtra, missing: isTexts },
    effect(fault, struck) {
      const response = struck.act();
      if (response.status !== 200) return response;
      const body: unknown = JSON.parse(new TextDecoder().decode(bytesOf(response.body)));
      const missing = new Set(fault.missing ?? usual.missing);
      const change = (described: object): object => {
        const changed = { ...described, status: fault.status ?? usual.status, ...(fault.extra ?? usual.extra) };
        return Object.fromEntries(Object.entries(changed).filter(([key]) => !missing.has(key)));
      };
      return isPlain(body) ? { ...response, body: JSON.stringify(walk(body, change)) } : response;
    },
  });
}

const messages: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthenticated.',
  403: 'This action is unauthorized.',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  418: "I'm a teapot",
  422: 'The given data was invalid.',
  429: 'Too Many Attempts.',
  500: 'Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

function respondStatus({ code, body, headers = {} }: CoreFaultOptions['status'], struck: Struck): SandboxResponse {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (code < 400) return respondJson(code, text ?? '', lower);
  const problem = struck.problem(code, messages[code] ?? (code < 500 ? 'Bad Request' : 'Server Error'), lower);
  return text === undefined ? problem : { ...problem, body: text };
}

function cutAt(response: SandboxResponse, bytes: number | undefined): number {
  const size = bytesOf(response.body).length;
  return Math.min(bytes ?? Math.floor(size / 2), size);
}
