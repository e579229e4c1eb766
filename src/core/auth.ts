import { InputError } from './errors.js';
import { Failure } from './failure.js';
import { headerValueIssue } from './header.js';
import type { Answer, Call, Layer, Scope } from './request.js';
import { bounded } from './timeout.js';

/** The `Authorization` value, or a function that gives it. */
export type Token = string | (() => string | Promise<string>);

interface Asked {
  readonly token: string;
  /** When it was asked for, counted in questions. */
  readonly turn: number;
}

/** Signs every attempt on its own. A 401 to a token that a function gave is answered by asking once more and one replay. */
export function auth(appKey: string, token: Token, remember: (secret: string) => void): Layer {
  if (typeof token === 'string') return (next) => (call) => next(sign(call, appKey, token));
  const ask = createAsk(token, remember);
  return (next) => async (call) => {
    const asked = await ask(call.scope, 0, call.operation);
    const answer: Answer = await next(sign(call, appKey, asked.token));
    if (answer.status !== 401) return answer;
    const fresh = await ask(call.scope, asked.turn, call.operation);
    return next(sign(call, appKey, fresh.token));
  };
}

function sign(call: Call, appKey: string, authorization: string): Call {
  return { ...call, headers: { 'x-app-key': appKey, Authorization: authorization, ...call.headers } };
}

/** Asks the function; concurrent calls share one question, and an answer to a question asked after the given turn is as good as a new one. */
function createAsk(give: () => string | Promise<string>, remember: (secret: string) => void) {
  let turn = 0;
  let newest: Asked | undefined;
  let flight: { readonly turn: number; readonly asked: Promise<Asked> } | undefined;

  function start(operation: string): Promise<Asked> {
    turn += 1;
    const mine = turn;
    const asked = checked(give, operation, remember).then((token) => (newest = { token, turn: mine }));
    flight = { turn: mine, asked };
    const land = (): void => void (flight?.turn === mine && (flight = undefined));
    asked.then(land, land);
    return asked;
  }

  return (scope: Scope, after: number, operation: string): Promise<Asked> => {
    if (after > 0 && newest !== undefined && newest.turn > after) return Promise.resolve(newest);
    let shared: Promise<Asked> | undefined;
    const share = (): Promise<Asked> => (shared = flight !== undefined && flight.turn > after ? flight.asked : start(operation));
    return bounded(scope, Number.POSITIVE_INFINITY, share).catch((error: unknown) => {
      // A question that hangs must not hold up the calls to come.
      if (flight?.asked === shared) flight = undefined;
      throw error;
    });
  };
}

async function checked(give: () => string | Promise<string>, operation: string, remember: (secret: string) => void): Promise<string> {
  let token: unknown;
  try {
    token = await give();
  } catch (cause) {
    throw new Failure('token', { notSent: true, cause });
  }
  const message = headerValueIssue(token);
  if (message !== undefined) throw new InputError(operation, [{ path: 'token', message: `gave a value that cannot be sent: ${message}` }]);
  const value = String(token).trim();
  remember(value);
  return value;
}
