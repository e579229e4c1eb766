import { UsageError } from './command-flags.js';
import { readCommand, type Command } from './command-options.js';
import { describeStart, helpText } from './command-text.js';
import { logLine } from './command-log.js';
import { checkFolder, findDocs, readVersion } from '../sandbox/files.js';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.js';

/** Runs `paylinks` with its arguments and gives the exit code: 0 when it ended well, 2 when it could not start. */
export async function runCommand(parameters: readonly string[]): Promise<number> {
  try {
    const command = readCommand(parameters);
    if (command === 'help') console.log(helpText);
    else if (command === 'version') console.log(readVersion());
    else await runSandbox(command);
    return 0;
  } catch (error) {
    console.error(`paylinks: ${explain(error)}`);
    return 2;
  }
}

/** Serves until a signal asks to stop; requests under way then still get their answers. */
async function runSandbox(command: Command): Promise<void> {
  const sandbox = open(command);
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  const server = await sandbox.listen({ port: command.port, host: command.host });
  console.log(describeStart(sandbox, server, command));
  await stopped;
  await server.close();
}

function open(command: Command): Sandbox {
  const docs = command.sandbox.docs === undefined ? findDocs() : checkFolder(command.sandbox.docs);
  const secrets = [command.sandbox.appKey, command.sandbox.token];
  const sandbox = createSandbox({
    journalSize: 1000,
    ...command.sandbox,
    ...(docs === undefined ? {} : { docs }),
    onRequest: (entry) => {
      if (!command.quiet) console.log(logLine(entry, secrets));
    },
  });
  for (const fault of command.faults) sandbox.inject(fault);
  return sandbox;
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use; stop what runs there or choose another with --port',
  EACCES: 'may not be used by this user; choose another with --port',
  EADDRNOTAVAIL: 'is no address of this machine; choose another with --host',
  ENOTFOUND: 'is no known host; choose another with --host',
};

/** One line, whatever went wrong. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message} See paylinks --help.`;
  if (!(error instanceof Error)) return String(error);
  const { code = '', address, port, hostname }: NodeJS.ErrnoException & Partial<Record<'address' | 'port' | 'hostname', unknown>> = error;
  const reason = reasons[code];
  const place = address === undefined ? hostname : `${address} port ${port}`;
  return (reason === undefined ? error.message : `${place} ${reason}.`).replaceAll('\n', ' ');
}
