import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TypesRequest } from './types.js';
import { here } from '../place.js';
import { DocumentError } from '../problems.js';
import type { Answer } from './types-child.js';

let running: ChildProcess | undefined;

// The other process answers one request after the other and does not say which: the next is sent when the one before is answered.
let previous: Promise<unknown> = Promise.resolve();

// `start.mjs` writes it into the bundle it makes.
declare const typesProgram: string | undefined;

function forkSource(): ChildProcess {
  // A worker thread would do, but Node 20 gives threads no loader for TypeScript.
  const loader = pathToFileURL(createRequire(here).resolve('tsx')).href;
  return fork(fileURLToPath(new URL('emit/types-child.ts', here)), { execArgv: ['--import', loader], serialization: 'advanced' });
}

function forkBundle(program: string): ChildProcess {
  return fork(fileURLToPath(new URL('load.cjs', here)), [program], { serialization: 'advanced' });
}

/** Starts loading TypeScript and openapi-typescript beside everything else: they take longer than all the rest. */
export function startTypes(): ChildProcess {
  if (running) return running;
  const child = typeof typesProgram === 'string' ? forkBundle(typesProgram) : forkSource();
  child.once('exit', () => (running = undefined));
  setAwake(child, false);
  running = child;
  return child;
}

/** Asks for the `types.ts` of a document; settles once the other process has the whole of the request, since a busy process hands nothing over. */
export function requestTypes(request: TypesRequest): Promise<{ readonly text: Promise<string> }> {
  const turn = previous.then(() => send(request));
  previous = turn.then(({ text }) => text).catch(() => undefined);
  return turn;
}

async function send(request: TypesRequest): Promise<{ readonly text: Promise<string> }> {
  const child = startTypes();
  const text = receive(child);
  // It may fail before anyone waits for it.
  text.catch(() => undefined);
  await new Promise((sent) => child.send(request, sent));
  return { text };
}

async function receive(child: ChildProcess): Promise<string> {
  setAwake(child, true);
  const done = new AbortController();
  try {
    const ended = once(child, 'exit', { signal: done.signal }).then(([code]) => ({ error: `its process ended with ${code}` }));
    const answered = once(child, 'message', { signal: done.signal }).then(([answer]: Answer[]) => answer);
    const { text, error = 'it gave no answer' }: Answer = (await Promise.race([answered, ended])) ?? {};
    if (text === undefined) throw refusal(error);
    return text;
  } finally {
    done.abort();
    setAwake(child, false);
  }
}

/** openapi-typescript names the place in its message when the document is to blame. */
function refusal(error: string): DocumentError {
  const [reason = error] = error.split('\n');
  const [, message = reason, pointer = '#/'] = /^(?:Error: )?(.*?)(?: at (#\S*))?$/.exec(reason) ?? [];
  return new DocumentError([{ pointer, message: `openapi-typescript cannot read this: ${message}` }]);
}

/** This process waits for the other one only while it owes an answer. */
function setAwake(child: ChildProcess, awake: boolean): void {
  for (const handle of [child, child.channel]) handle?.[awake ? 'ref' : 'unref']();
}
