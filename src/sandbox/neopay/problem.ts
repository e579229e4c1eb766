import { respondJson, type SandboxResponse } from '../core/response.js';
import type { State } from './state.js';

/** An error as the framework behind the API words it. */
export function respondProblem(
  state: State,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  const body = status === 422 ? { message, errors: {} } : { message };
  return respondJson(status, JSON.stringify(body), status === 429 ? { ...throttled(state), ...headers } : headers);
}

/** The headers of the framework's throttling, with a wait that a test can afford. */
function throttled({ clock }: State): Record<string, string> {
  const reset = String(Math.ceil(clock.now() / 1000) + 1);
  return { 'retry-after': '1', 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
}
