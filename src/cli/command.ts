import { suggest } from '../shared/nearest.js';
import { exitCodeOf } from './exit-code.js';
import { readVersion } from './files.js';
import { UsageError } from './flags.js';
import type { Command, Task } from './flags.js';
import { linkCommands } from './links.js';
import { paymentsHelpText, runPaymentsSandbox } from './netopia-sandbox.js';
import { helpText, runSandbox } from './sandbox.js';

const sandbox: Command = {
  summary: 'Serve a stand-in for an API on this machine',
  help: ([api]) => (api === 'netopia' ? paymentsHelpText : helpText),
  run: ([api, ...parameters]) =>
    api === 'netopia' ? runPaymentsSandbox(parameters) : runSandbox(api === undefined ? [] : [api, ...parameters]),
};

const commands: Readonly<Record<string, Command>> = {
  sandbox,
  ...linkCommands,
  import: later('Create a link for each row of a CSV file, each once', async () => (await import('./import.js')).importLinks),
  export: later('Write every link as CSV', async () => (await import('./export.js')).exportLinks),
  qr: later("Draw a published link's address for payers as a QR code", async () => (await import('./qr.js')).drawCode),
};

/** Loads what a command needs when it is asked for. */
function later(summary: string, load: () => Promise<Task>): Command {
  return {
    summary,
    help: async (parameters) => (await load()).help(parameters),
    run: async (parameters) => (await load()).run(parameters),
  };
}

/** Runs `paylinks` with its arguments and gives the exit code: 0 done, 2 wrong input, 3 rejected, 4 unknown whether it was done, 5 not sent. */
export async function runCommand(parameters: readonly string[]): Promise<number> {
  try {
    const [name = '', ...rest] = parameters;
    if (name === '--version' || name === '-v') return print(readVersion());
    if (name === '' || name === '--help' || name === '-h') return print(overview());
    const command = findCommand(name);
    if (rest.some((parameter) => parameter === '--version' || parameter === '-v')) return print(readVersion());
    if (rest.some((parameter) => parameter === '--help' || parameter === '-h')) return print(await command.help(rest));
    return (await command.run(rest)) ?? 0;
  } catch (error) {
    console.error(`paylinks: ${explain(error)}`);
    return exitCodeOf(error);
  }
}

function print(text: string): number {
  console.log(text);
  return 0;
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`);
  return `paylinks COMMAND [options]

${lines.join('\n')}

paylinks COMMAND --help explains one. Commands on links take the credentials
from NEOPAY_APP_KEY, NEOPAY_TOKEN and, where the API is elsewhere,
NEOPAY_BASE_URL. Exit codes: 0 done, 2 wrong input, 3 rejected, 4 unknown
whether it was done, 5 not sent.`;
}

function findCommand(name: string): Command {
  const names = Object.keys(commands);
  if (name.startsWith('-')) throw new UsageError(`Name a command first: ${names.join(', ')}.`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no command ${name}${suggest(name, names)}.`);
  return command;
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
  return (reason === undefined || place === undefined ? error.message : `${place} ${reason}.`).replaceAll('\n', ' ');
}
