import { checkFault, faultNames, type Fault } from '../sandbox/neopay/faults.js';
import type { SandboxOptions } from '../sandbox/neopay/options.js';
import { sampleRequest } from '../sandbox/neopay/sample-request.js';
import { createSandbox, type Sandbox } from '../sandbox/neopay/sandbox.js';
import { checkFolder, findDocs } from './files.js';
import { readFlags, UsageError } from './flags.js';
import { logLine, readSeed, readServeCommand, serve, serveFlags, serveHelp, type ServeCommand } from './serve.js';

const flags = { ...serveFlags, data: { type: 'string' }, 'app-key': { type: 'string' }, token: { type: 'string' } } as const;

/** What `--help` prints. */
export const helpText = `paylinks sandbox [neopay] [options]
paylinks sandbox netopia [options]

A stand-in for the NEOPAY Payment Links API on this machine: it keeps links, enforces their lifecycle and breaks on demand.
With netopia, one for the NETOPIA Payments API: see paylinks sandbox netopia --help.

  -p, --port NUMBER    where to listen (4010; 0 takes a free port)
      --host ADDRESS   on which address (127.0.0.1, this machine only)
      --data FILE      keep the links in a file across restarts
      --app-key KEY    the Application ID that requests must carry
      --token TOKEN    the Authorization value that requests must carry (drawn for each run)
${serveHelp}

A fault is its name, then what narrows it: drop-after,operation=createLink,times=1
or status,code=503,probability=0.2. Names: ${faultNames.join(', ')}.`;

/** What the arguments of `paylinks sandbox` ask for. */
export interface SandboxCommand extends ServeCommand<Fault> {
  readonly sandbox: Omit<SandboxOptions, 'now' | 'onRequest'>;
}

/** Reads the arguments; throws a `UsageError` for the first one that makes no sense. */
export function readSandboxCommand(parameters: readonly string[]): SandboxCommand {
  const { values, positionals } = readFlags(flags, parameters);
  const [surplus] = positionals[0] === 'neopay' ? positionals.slice(1) : positionals;
  if (surplus !== undefined) throw new UsageError(`${surplus} makes no sense here.`);
  const { data, docs, 'app-key': appKey, token } = values;
  return { ...readServeCommand(values, 4010, checkFault), sandbox: { data, docs, appKey, token, seed: readSeed(values) } };
}

/** Serves the links until a signal asks to stop. */
export async function runSandbox(parameters: readonly string[]): Promise<void> {
  const command = readSandboxCommand(parameters);
  const sandbox = open(command);
  const { appKey, token } = sandbox.credentials;
  const { data } = command.sandbox;
  await serve(sandbox, command, (url) => ({
    facts: [
      ['base URL', `${url}/api`],
      ['appKey', appKey],
      ['token', token],
      ['home page', `${url}/`],
      ['links', data === undefined ? 'in memory' : `${sandbox.links.length} in ${data}`],
    ],
    sample: `Create a link:\n\n${sampleRequest(url, appKey, token)}`,
  }));
}

function open(command: SandboxCommand): Sandbox {
  const docs = command.sandbox.docs === undefined ? findDocs() : checkFolder(command.sandbox.docs);
  const sandbox: Sandbox = createSandbox({
    journalSize: 1000,
    ...command.sandbox,
    docs,
    onRequest(entry) {
      const { appKey, token } = sandbox.credentials;
      if (!command.quiet) console.log(logLine(entry, [entry.linkStatus, entry.reference], [appKey, token]));
    },
  });
  for (const fault of command.faults) sandbox.inject(fault);
  return sandbox;
}
