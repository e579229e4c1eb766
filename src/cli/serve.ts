import { parseFault } from '../sandbox/core/faults.js';
import type { BaseEntry } from '../sandbox/core/journal.js';
import type { Listening, ListenOptions } from '../sandbox/core/listen.js';
import { readCount, UsageError } from './flags.js';
import { printable } from './output.js';

/** What any sandbox's command can be told. */
export const serveFlags = {
  port: { type: 'string', short: 'p' },
  host: { type: 'string' },
  docs: { type: 'string' },
  seed: { type: 'string' },
  latency: { type: 'string' },
  fault: { type: 'string', multiple: true },
  quiet: { type: 'boolean', short: 'q' },
} as const;

/** How that is explained, below what an API adds. */
export const serveHelp = `      --latency MS     delay every response
      --fault FAULT    break on demand; may be repeated
      --seed NUMBER    repeat a run: same ids, same faults
      --docs DIR       serve the API's reference from a folder at /docs
  -q, --quiet          print no requests
  -h, --help           print this
  -v, --version        print the version`;

/** The values of those flags as they were typed. */
export interface ServeValues {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly seed?: string | undefined;
  readonly latency?: string | undefined;
  readonly fault?: readonly string[] | undefined;
  readonly quiet?: boolean | undefined;
}

/** What those flags ask for. */
export interface ServeCommand<Fault> {
  readonly port: number;
  readonly host: string;
  readonly quiet: boolean;
  readonly faults: readonly Fault[];
}

/** Reads what every sandbox's command takes; throws a `UsageError` for the first value that makes no sense. */
export function readServeCommand<Fault>(values: ServeValues, port: number, checkFault: (fault: unknown) => Fault): ServeCommand<Fault> {
  const readFault = (text: string): Fault => {
    try {
      return checkFault(parseFault(text));
    } catch (error) {
      throw new UsageError(`--fault ${text}: ${error instanceof Error ? error.message.replace(/^inject: /, '') : String(error)}`);
    }
  };
  const latency = values.latency === undefined ? [] : [readFault(`latency,ms=${readCount('latency', values.latency, 2 ** 31 - 1)}`)];
  return {
    port: readCount('port', values.port ?? String(port), 65_535),
    host: values.host ?? '127.0.0.1',
    quiet: values.quiet ?? false,
    faults: [...latency, ...(values.fault ?? []).map(readFault)],
  };
}

/** The seed as a number, where one was given. */
export function readSeed({ seed }: ServeValues): number | undefined {
  return seed === undefined ? undefined : readCount('seed', seed, 2 ** 32 - 1);
}

interface Servable {
  readonly seed: number;
  listen(options: ListenOptions): Promise<Listening>;
}

/** Serves until a signal asks to stop; requests under way then still get their responses. */
export async function serve(
  sandbox: Servable,
  { port, host, faults }: ServeCommand<unknown>,
  describe: (url: string) => { readonly facts: readonly (readonly [name: string, value: string])[]; readonly sample: string },
): Promise<void> {
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  const server = await sandbox.listen({ port, host });
  const { facts, sample } = describe(server.url);
  const lines = [
    ...facts,
    ['seed', String(sandbox.seed)],
    ...(/^(127\.|localhost$|::1$)/.test(host) ? [] : [['beware', 'other machines can reach this sandbox']]),
    ...faults.map((fault) => ['fault', JSON.stringify(fault)]),
  ].map(([name = '', value = '']) => `  ${name.padEnd(13)}${value}`);
  console.log(`paylinks sandbox: nothing here is real, and no money moves\n\n${lines.join('\n')}\n\n${sample}\n`);
  await stopped;
  await server.close();
}

/** One request in one line: time, method, path, status, how long it took, what came of it, and what the API notes of it. */
export function logLine(entry: BaseEntry, details: readonly unknown[], secrets: readonly string[]): string {
  const took = `${Math.round(entry.duration ?? 0)} ms`;
  const status = entry.responded ? String(entry.status) : '---';
  const parts = [entry.at.slice(11, 19), entry.method.padEnd(5), mask(entry.path, secrets), status, took, entry.outcome];
  const notes = [...details, entry.fault === undefined ? undefined : `(fault: ${entry.fault})`];
  return printable([...parts, ...notes.filter((note) => note !== undefined)].join(' '));
}

/** A key that someone put into the path stays out of the log. */
function mask(path: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***'), path);
}
