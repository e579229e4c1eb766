import { suggest } from '../shared/nearest.js';
import { readVersion } from './files.js';
import { UsageError } from './flags.js';
import { paymentsHelpText, runPaymentsSandbox } from './netopia-sandbox.js';
import { helpText, runSandbox } from './sandbox.js';

/** Each command, told the arguments after its name. */
const commands: Readonly<Record<string, (parameters: readonly string[]) => Promise<void>>> = {
  sandbox: ([api, ...parameters]) =>
    api === 'netopia' ? runPaymentsSandbox(parameters) : runSandbox(api === undefined ? [] : [api, ...parameters]),
};

/** Runs `paylinks` with its arguments and gives the exit code: 0 when it ended well, 2 when it could not start. */
export async function runCommand(parameters: readonly string[]): Promise<number> {
  try {
    if (parameters.some((parameter) => parameter === '--version' || parameter === '-v')) console.log(readVersion());
    else if (parameters.length === 0 || parameters.some((parameter) => parameter === '--help' || parameter === '-h'))
      console.log(parameters[1] === 'netopia' ? paymentsHelpText : helpText);
    else await findCommand(parameters)();
    return 0;
  } catch (error) {
    console.error(`paylinks: ${explain(error)}`);
    return 2;
  }
}

function findCommand([name = '', ...parameters]: readonly string[]): () => Promise<void> {
  const names = Object.keys(commands);
  if (name.startsWith('-')) throw new UsageError(`Name a command first: ${names.join(', ')}.`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no command ${name}${suggest(name, names)}.`);
  return () => command(parameters);
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
