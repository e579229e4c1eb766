import { answerProblem, type Answer } from './answer.js';
import { isAuthenticated } from './auth.js';
import type { Call } from './call.js';
import { strike } from './effects.js';
import type { OpenEntry } from './journal.js';
import { findPage } from './pages/index.js';
import { matchOperation, type Match } from './router.js';
import { routes } from './routes.js';
import type { World } from './world.js';

/** An answer, and how the adapter tells that it left whole or was lost. */
export interface Exchange {
  readonly answer: Answer;
  close(responded: boolean): void;
}

/** The whole server: a request in, an exchange out. It never throws. */
export async function handleCall(world: World, call: Call): Promise<Exchange> {
  try {
    const page = findPage(world, call);
    return page === undefined ? await handleApi(world, call) : leaveUnlisted(addHeaders(await page, { date: dateOf(world) }));
  } catch (error) {
    return leaveUnlisted(answerFailure(error));
  }
}

/** An answer that the journal does not tell of. */
function leaveUnlisted(answer: Answer): Exchange {
  return { answer, close: () => undefined };
}

async function handleApi(world: World, call: Call): Promise<Exchange> {
  const started = performance.now();
  const match = matchOperation(call.method, call.path.replace(/^\/api(?=\/|$)/, ''));
  const operation = match.kind === 'operation' ? match.operation : undefined;
  const entry = world.journal.open(call.method, call.path, operation);
  const answer = call.body === 'incomplete' ? giveUp(entry) : await answerSafely(world, call, match, entry);
  const isSilent = answer.ending?.kind === 'drop' || answer.ending?.kind === 'stall-headers';
  entry.status = isSilent ? undefined : answer.status;
  const headers = { date: dateOf(world), 'x-request-id': String(entry.sequence) };
  return { answer: addHeaders(answer, headers), close: (responded) => world.journal.close(entry, responded, performance.now() - started) };
}

function addHeaders(answer: Answer, headers: Answer['headers']): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

function dateOf(world: World): string {
  return new Date(world.now()).toUTCString();
}

/** Nobody is left to read this answer; the journal shall still know of the request. */
function giveUp(entry: OpenEntry): Answer {
  entry.received = false;
  entry.outcome = 'incomplete';
  return answerProblem(400, 'The request ended early.');
}

async function answerSafely(world: World, call: Call, match: Match, entry: OpenEntry): Promise<Answer> {
  try {
    const answer = await answerWithFaults(world, call, match, entry);
    await world.settle(entry.applied);
    return answer;
  } catch (error) {
    return answerFailure(error);
  }
}

function answerFailure(error: unknown): Answer {
  return answerProblem(500, `Server Error: ${error instanceof Error ? error.message : String(error)}`);
}

async function answerWithFaults(world: World, call: Call, match: Match, entry: OpenEntry): Promise<Answer> {
  const act = (): Answer => answerHonestly(world, call, match, entry);
  if (match.kind !== 'operation') return act();
  const { delay, fault } = world.faults.draw(match.operation);
  if (delay > 0) {
    entry.fault = 'latency';
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  if (fault === undefined) return act();
  entry.fault = fault.fault;
  const answer = strike(fault, act, world.now());
  if (entry.outcome === 'pending') entry.outcome = 'faulted';
  return answer;
}

/** The answer without any fault, and its outcome in the journal. */
function answerHonestly(world: World, call: Call, match: Match, entry: OpenEntry): Answer {
  const answer = answerMatch(world, call, match, entry);
  if (entry.outcome === 'pending') entry.outcome = answer.status < 400 ? 'read' : 'rejected';
  return answer;
}

function answerMatch(world: World, call: Call, match: Match, entry: OpenEntry): Answer {
  const route = call.path.slice(1);
  if (match.kind === 'unknown') return answerProblem(404, `The route ${route} could not be found.`);
  if (match.kind === 'method') return answerMethod(call, route, match.allow);
  if (call.body === 'too-large') return answerProblem(413, 'The request body is larger than 1 MiB.');
  if (!isAuthenticated(call, world.appKey, world.token)) return answerProblem(401, 'Unauthenticated.');
  return routes[match.operation]({ world, call, parameters: match.parameters, entry });
}

function answerMethod(call: Call, route: string, allowed: readonly string[]): Answer {
  const allow = allowed.join(', ');
  if (call.method === 'OPTIONS') return { status: 204, headers: { allow }, body: '' };
  return answerProblem(405, `The ${call.method} method is not supported for route ${route}. Supported methods: ${allow}.`, { allow });
}
