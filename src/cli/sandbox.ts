import type { BaseEntry } from '../sandbox/core/journal.js';
import { parseFault } from '../sandbox/core/faults.js';
import type { Listening } from '../sandbox/core/listen.js';
import type { SandboxOptions } from '../sandbox/neopay/options.js';
import { sampleRequest } from '../sandbox/neopay/sample-request.js';
import { checkFault, faultNames, type Fault } from '../sandbox/neopay/faults.js';
import { createSandbox, type Sandbox } from '../sandbox/neopay/sandbox.js';
import { checkFolder, findDocs } from './files.js';
import { readCount, readFlags, UsageError } from './flags.js';

const flags = {
  port: { type: 'string', short: 'p' },
  host: { type: 'string' },
  data: { type: 'string' },
  docs: { type: 'string' },
  'app-key': { type: 'string' },
  token: { type: 'string' },
  seed: { type: 'string' },
  latency: { type: 'string' },
  fault: { type: 'string', multiple: true },
  quiet: { type: 'boolean', short: 'q' },
} as const;

/** What `--help` prints. */
export const helpText = `paylinks sandbox [options]

A stand-in for the NEOPAY Payment Links API on this machine: it keeps links, enforces their lifecycle and breaks on demand.

  -p, --port NUMBER    where to listen (4010; 0 takes a free port)
      --host ADDRESS   on which address (127.0.0.1, this machine only)
      --data FILE      keep the links in a file across restarts
      --app-key KEY    the Application ID that requests must carry
      --token TOKEN    the Authorization value that requests must carry (drawn for each run)
      --latency MS     delay every response
      --fault FAULT    break on demand; may be repeated
      --seed NUMBER    repeat a run: same ids, same faults
      --docs DIR       serve the API's reference from a folder at /docs
  -q, --quiet          print no requests
  -h, --help           print this
  -v, --version        print the version

A fault is its name, then what narrows it: drop-after,operation=createLink,times=1
or status,code=503,probability=0.2. Names: ${faultNames.join(', ')}.`;

/** What the arguments of `paylinks sandbox` ask for. */
export interface SandboxCommand {
  readonly port: number;
  readonly host: string;
  readonly quiet: boolean;
  readonly faults: readonly Fault[];
  readonly sandbox: Omit<SandboxOptions, 'now' | 'onRequest'>;
}

/** Reads the arguments; throws a `UsageError` for the first one that makes no sense. */
export function readSandboxCommand(parameters: readonly string[]): SandboxCommand {
  const { values, positionals } = readFlags(flags, parameters);
  const [surplus] = positionals;
  if (surplus !== undefined) throw new UsageError(`${surplus} makes no sense here.`);
  const latency = values.latency === undefined ? [] : [readFault(`latency,ms=${readCount('latency', values.latency, 2 ** 31 - 1)}`)];
  return {
    port: readCount('port', values.port ?? '4010', 65_535),
    host: values.host ?? '127.0.0.1',
    quiet: values.quiet ?? false,
    faults: [...latency, ...(values.fault ?? []).map(readFault)],
    sandbox: {
      data: values.data,
      docs: values.docs,
      appKey: values['app-key'],
      token: values.token,
      seed: values.seed === undefined ? undefined : readCount('seed', values.seed, 2 ** 32 - 1),
    },
  };
}

function readFault(text: string): Fault {
  try {
    return checkFault(parseFault(text));
  } catch (error) {
    throw new UsageError(`--fault ${text}: ${error instanceof Error ? error.message.replace(/^inject: /, '') : String(error)}`);
  }
}

/** Serves until a signal asks to stop; requests under way then still get their responses. */
export async function runSandbox(parameters: readonly string[]): Promise<void> {
  const command = readSandboxCommand(parameters);
  const sandbox = open(command);
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  const server = await sandbox.listen({ port: command.port, host: command.host });
  console.log(describeStart(sandbox, server, command));
  await stopped;
  await server.close();
}

function open(command: SandboxCommand): Sandbox {
  const docs = command.sandbox.docs === undefined ? findDocs() : checkFolder(command.sandbox.docs);
  const sandbox: Sandbox = createSandbox({
    journalSize: 1000,
    ...command.sandbox,
    docs,
    onRequest(entry) {
      const { appKey, token } = sandbox.credentials;
      if (!command.quiet) console.log(logLine(entry, [appKey, token]));
    },
  });
  for (const fault of command.faults) sandbox.inject(fault);
  return sandbox;
}

function describeStart(sandbox: Sandbox, server: Listening, command: SandboxCommand): string {
  const { appKey, token } = sandbox.credentials;
  const count = sandbox.links.length;
  const lines = [
    ['base URL', `${server.url}/api`],
    ['appKey', appKey],
    ['token', token],
    ['home page', `${server.url}/`],
    ['links', command.sandbox.data === undefined ? 'in memory' : `${count} in ${command.sandbox.data}`],
    ['seed', String(sandbox.seed)],
    ...(/^(127\.|localhost$|::1$)/.test(command.host) ? [] : [['beware', 'other machines can reach this sandbox']]),
    ...command.faults.map((fault) => ['fault', JSON.stringify(fault)]),
  ].map(([name = '', value = '']) => `  ${name.padEnd(11)}${value}`);
  return `paylinks sandbox: nothing here is real, and no money moves\n\n${lines.join('\n')}\n\nCreate a link:\n\n${sampleRequest(server.url, appKey, token)}\n`;
}

interface LoggedEntry extends BaseEntry {
  readonly linkStatus?: string | undefined;
  readonly reference?: string | undefined;
}

/** One request in one line: time, method, path, status, how long it took, what came of it. */
export function logLine(entry: LoggedEntry, secrets: readonly string[]): string {
  const took = `${Math.round(entry.duration ?? 0)} ms`;
  const status = entry.responded ? String(entry.status) : '---';
  const parts = [entry.at.slice(11, 19), entry.method.padEnd(5), mask(entry.path, secrets), status, took, entry.outcome];
  const notes = [entry.linkStatus, entry.reference, entry.fault === undefined ? undefined : `(fault: ${entry.fault})`];
  return printable([...parts, ...notes.filter((note) => note !== undefined)].join(' '));
}

/** A key that someone put into the path stays out of the log. */
function mask(path: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***'), path);
}

/** Control characters could move a terminal's cursor or change its colours. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
}
