import { answerJson, answerProblem, bytesOf, type Answer } from './answer.js';
import type { Fault, FaultName, FaultOf } from './fault.js';

/** Lets the request take effect and gives the honest answer. */
type Act = () => Answer;

type Effect<Name extends FaultName> = (fault: FaultOf<Name>, act: Act, now: number) => Answer;

const silence: Answer = { status: 0, headers: {}, body: '' };

/** What each fault does with a request: whether it takes effect at all, and what becomes of the answer. */
const effects: { readonly [Name in Exclude<FaultName, 'latency'>]: Effect<Name> } = {
  status(fault, act, now) {
    if (fault.commit) act();
    return answerStatus(fault, now);
  },
  'drop-before': () => ({ ...silence, ending: { kind: 'drop' } }),
  'drop-after': (_, act) => ({ ...act(), ending: { kind: 'drop' } }),
  'stall-headers': (fault, act) => ({ ...(fault.commit === false ? silence : act()), ending: { kind: 'stall-headers' } }),
  'stall-body'(fault, act) {
    const answer = act();
    return { ...answer, ending: { kind: 'stall-body', bytes: cutAt(answer, fault.bytes) } };
  },
  truncate(fault, act) {
    const answer = act();
    return { ...answer, ending: { kind: 'truncate', bytes: cutAt(answer, fault.bytes), silent: fault.silent ?? false } };
  },
  html(fault, act) {
    if (fault.commit) act();
    const body = '<!doctype html><html lang="en"><head><title>Please wait</title></head><body><h1>Checking your browser</h1></body></html>';
    return { status: fault.code ?? 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  },
  drift: (fault, act) => driftAnswer(fault, act()),
  redirect(fault, act) {
    if (fault.commit) act();
    return { status: fault.code ?? 307, headers: { location: fault.location ?? 'https://elsewhere.invalid/api/links' }, body: '' };
  },
};

/** Applies a fault to a request. */
export function strike(fault: Exclude<Fault, { fault: 'latency' }>, act: Act, now: number): Answer {
  // The table pairs each name with its own options; the compiler cannot follow that through an index.
  const effect = effects[fault.fault] as Effect<FaultName>;
  return effect(fault, act, now);
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

function answerStatus(fault: FaultOf<'status'>, now: number): Answer {
  const headers: Record<string, string> = { ...(fault.code === 429 ? throttled(now) : {}), ...lowerKeys(fault.headers ?? {}) };
  if (fault.body !== undefined)
    return answerJson(fault.code, typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body), headers);
  if (fault.code < 400) return answerJson(fault.code, '', headers);
  const message = messages[fault.code] ?? (fault.code < 500 ? 'Bad Request' : 'Server Error');
  return fault.code === 422
    ? answerJson(422, JSON.stringify({ message, errors: {} }), headers)
    : answerProblem(fault.code, message, headers);
}

/** The headers of the framework's throttling, with a wait that a test can afford. */
function throttled(now: number): Record<string, string> {
  const reset = String(Math.ceil(now / 1000) + 1);
  return { 'retry-after': '1', 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
}

function lowerKeys(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function cutAt(answer: Answer, bytes: number | undefined): number {
  const size = bytesOf(answer.body).length;
  return Math.min(bytes ?? Math.floor(size / 2), size);
}

const decoder = new TextDecoder();

function driftAnswer(fault: FaultOf<'drift'>, answer: Answer): Answer {
  if (answer.status !== 200) return answer;
  const body: unknown = JSON.parse(decoder.decode(bytesOf(answer.body)));
  return { ...answer, body: JSON.stringify(driftBody(fault, body)) };
}

function driftBody(fault: FaultOf<'drift'>, body: unknown): unknown {
  if (Array.isArray(body)) return body.map((item) => driftBody(fault, item));
  if (typeof body !== 'object' || body === null) return body;
  if ('data' in body) return { ...body, data: driftBody(fault, body.data) };
  const changed = { ...body, status: fault.status ?? 'archived', ...(fault.extra ?? { risk_score: 7 }) };
  const missing = new Set(fault.missing ?? ['currency', 'updated_at']);
  return Object.fromEntries(Object.entries(changed).filter(([key]) => !missing.has(key)));
}
