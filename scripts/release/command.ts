import { parseArgs } from 'node:util';
import { DocumentError } from '../generate/problems.js';
import { isSwallowed } from '../generate/swallowed.js';

/** Runs a command with its one flag and sets the exit code; what its user can mend is said in words instead of a stack trace. */
export async function runCommand(name: string, flag: string, run: (given: boolean) => Promise<number>): Promise<void> {
  let given: boolean;
  try {
    given = parseArgs({ options: { [flag]: { type: 'boolean' } } }).values[flag] === true;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\nnpm run ${name} [-- --${flag}]`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await run(given || isSwallowed(flag));
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    console.error(`${error.message}\nNothing was compared.`);
    process.exitCode = 1;
  }
}
