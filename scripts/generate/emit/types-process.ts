import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TypesRequest } from './types.js';
import type { Answer } from './types-child.js';

let running: ChildProcess | undefined;

/** Starts loading TypeScript and openapi-typescript beside everything else: they take longer than all the rest. */
export function startTypes(): ChildProcess {
  if (running) return running;
  // A worker thread would do, but Node 20 gives threads no loader for TypeScript.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(fileURLToPath(new URL('./types-child.ts', import.meta.url)), {
    execArgv: ['--import', loader],
    serialization: 'advanced',
  });
  child.once('exit', () => (running = undefined));
  setAwake(child, false);
  running = child;
  return child;
}

/** `types.ts` for a document, made by the other process. */
export function writeTypes(request: TypesRequest): Promise<string> {
  const child = startTypes();
  setAwake(child, true);
  return new Promise<string>((resolve, reject) => {
    child.once('message', ({ text, error }: Answer) =>
      text === undefined ? reject(new Error(`openapi-typescript failed: ${error}`)) : resolve(text),
    );
    child.once('exit', (code) => reject(new Error(`The process that makes types.ts ended with ${code}.`)));
    child.send(request);
  }).finally(() => setAwake(child, false));
}

/** This process waits for the other one only while it owes an answer. */
function setAwake(child: ChildProcess, awake: boolean): void {
  for (const handle of [child, child.channel]) handle?.[awake ? 'ref' : 'unref']();
}
