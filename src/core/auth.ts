import { InputError } from './errors.js';
import { Failure, isControlFlow } from './failure.js';
import { headerValueIssue } from './options.js';
import { newDelivery } from './request.js';
import type { Delivery, Layer, Request, Scope } from './request.js';
import { bounded } from './timeout.js';

/** The value of a header, or a function that gives it; a function is asked for every attempt, and once more after a 401. */
export type Token = string | (() => string | Promise<string>);

/** A credential as a client's options give it. */
export interface Credential {
  /** The option's name, for messages. */
  readonly option: string;
  readonly value: Token;
}

/** By the header that carries it. */
export type Credentials = Readonly<Record<string, Credential>>;

/** Says what values that were refused look like, where that is a known slip. */
export type Slip = (headers: Readonly<Record<string, string>>) => string | undefined;

interface Asked {
  readonly value: string;
  /** When it was asked for, counted in questions. */
  readonly turn: number;
}

type Ask = (scope: Scope, after: number, operation: string) => Promise<Asked>;

/** Signs every attempt on its own. A 401 to what a function gave is followed by one more question and one replay. */
export function auth(credentials: Credentials, slip: Slip, remember: (secret: string) => void): Layer {
  const fixed: Record<string, string> = {};
  const asks: [string, Ask][] = [];
  for (const [header, { option, value }] of Object.entries(credentials)) {
    if (typeof value === 'string') fixed[header] = value;
    else asks.push([header, createAsk(option, value, remember)]);
  }
  const known = asks.length === 0 ? slip(fixed) : undefined;

  function sign(request: Request, values: Readonly<Record<string, string>>): Delivery {
    const headers = { ...request.headers };
    for (const header of request.operation.security) {
      const value = values[header];
      if (value !== undefined) headers[header] = value;
    }
    return newDelivery(headers);
  }

  return (next) => {
    if (asks.length === 0) {
      return (request) => {
        request.trace.slip = known;
        return next(request, sign(request, fixed));
      };
    }
    return async (request) => {
      const values = { ...fixed };
      const turns = new Map<string, number>();
      const asking = asks.filter(([header]) => request.operation.security.includes(header));
      for (;;) {
        const again = turns.size > 0;
        for (const [header, ask] of asking) {
          const { value, turn } = await ask(request.scope, turns.get(header) ?? 0, request.operation.id);
          values[header] = value;
          turns.set(header, turn);
        }
        const response = await next(request, sign(request, values));
        if (response.status !== 401) return response;
        request.trace.slip = slip(values);
        if (again || asking.length === 0) return response;
      }
    };
  };
}

/** Asks the function; concurrent calls share one question, and the answer to a question asked after the given turn is as good as a new one. */
function createAsk(option: string, give: () => string | Promise<string>, remember: (secret: string) => void): Ask {
  let turn = 0;
  let newest: Asked | undefined;
  let question: { readonly turn: number; readonly asked: Promise<Asked> } | undefined;

  function start(operation: string): Promise<Asked> {
    turn += 1;
    const mine = turn;
    const asked = checked(option, give, operation, remember).then((value) => (newest = { value, turn: mine }));
    question = { turn: mine, asked };
    const end = (): void => void (question?.turn === mine && (question = undefined));
    asked.then(end, end);
    return asked;
  }

  return (scope, after, operation) => {
    if (after > 0 && newest !== undefined && newest.turn > after) return Promise.resolve(newest);
    let shared: Promise<Asked> | undefined;
    const share = (): Promise<Asked> => (shared = question !== undefined && question.turn > after ? question.asked : start(operation));
    return bounded(scope, Number.POSITIVE_INFINITY, share).catch((error: unknown) => {
      // A question that hangs must not hold up the calls to come.
      if (question?.asked === shared) question = undefined;
      throw error;
    });
  };
}

async function checked(
  option: string,
  give: () => string | Promise<string>,
  operation: string,
  remember: (secret: string) => void,
): Promise<string> {
  let given: unknown;
  try {
    given = await give();
  } catch (cause) {
    if (isControlFlow(cause)) throw cause;
    throw new Failure('credential', { notSent: true, text: option, cause });
  }
  const message = headerValueIssue(given);
  if (message !== undefined) throw new InputError(operation, [{ path: option, message: `gave a value that cannot be sent: ${message}` }]);
  const value = String(given).trim();
  remember(value);
  return value;
}
