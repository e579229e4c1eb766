import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isTooDeep, runDeep, tellOutcome, type Outcome } from './deep.js';
import { startTypes } from './emit/types-process.js';
import { findStale, writeStale } from './output.js';
import { here } from './place.js';
import { DocumentError, nameOfFile, type Problem } from './problems.js';
import { isSwallowed } from './swallowed.js';

const own = {
  spec: fileURLToPath(new URL('../../spec/neopay/openapi.yaml', here)),
  out: fileURLToPath(new URL('../../generated/neopay', here)),
};

const usage = `npm run generate -- [options]
  --check      write nothing; list stale files and exit with 1
  --watch      generate again on every save
  --spec FILE  the OpenAPI document, instead of spec/neopay/openapi.yaml
  --out DIR    where to write, instead of generated/neopay/`;

interface Options {
  readonly check: boolean;
  readonly watch: boolean;
  readonly spec: string;
  readonly out: string;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 2;
  startTypes();
  if (options.watch) return (await import('./watch.js')).watch(options.spec, () => run(options));
  const ended = await run(options);
  tellOutcome(ended);
  return ended.code;
}

function readOptions(args: string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        check: { type: 'boolean', default: isSwallowed('check') },
        watch: { type: 'boolean', default: isSwallowed('watch') },
        spec: { type: 'string' },
        out: { type: 'string' },
      },
    });
    for (const name of ['spec', 'out'] as const) if (values[name] === '') throw new Error(`--${name} is empty.`);
    if (values.spec !== undefined && values.out === undefined)
      throw new Error('--spec needs --out, so that the files of this project stay as they are.');
    return { ...values, spec: resolve(values.spec ?? own.spec), out: resolve(values.out ?? own.out) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return undefined;
  }
}

async function run({ check, spec, out }: Options): Promise<Outcome> {
  const started = performance.now();
  try {
    // Loaded only now, so that the other process loads its part meanwhile.
    const { generate } = await import('./pipeline.js');
    const { contents, sources, notices } = await generate(spec, spec === own.spec);
    for (const line of summarize(notices)) console.log(line);
    const stale = await findStale(out, contents);
    if (!check) await writeStale(out, contents, stale);
    console.log(`${outcome(check, stale, nameOfFile(out))} (${Math.round(performance.now() - started)} ms)`);
    return { code: check && stale.length > 0 ? 1 : 0, sources };
  } catch (error) {
    if (isTooDeep(error)) return runDeep(['--spec', spec, '--out', out, ...(check ? ['--check'] : [])]);
    console.error(explain(error, spec, out));
    return { code: 1, sources: error instanceof DocumentError ? error.sources : [] };
  }
}

/** What stopped a run, in words where its user can mend it. */
function explain(error: unknown, spec: string, out: string): string {
  if (error instanceof DocumentError) {
    const { message, problems } = error;
    return `${message}\n${problems.length} problem${problems.length === 1 ? '' : 's'} in ${nameOfFile(spec)}; nothing was written.`;
  }
  if (error instanceof Error && 'syscall' in error)
    return `${nameOfFile(out)} cannot be written, and all of it is as it was: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function outcome(check: boolean, stale: readonly string[], out: string): string {
  if (stale.length === 0) return `Nothing changed in ${out}.`;
  const files = stale.map((name) => `${out}/${name}`).join(', ');
  return check ? `Stale: ${files}. Run npm run generate.` : `Wrote ${files}.`;
}

/** One line per kind of notice, with the first place it stands for. */
function summarize(notices: readonly Problem[]): string[] {
  const byMessage = groupBy(notices);
  return [...byMessage].map(
    ([message, places]) => `${message} ${places[0]?.pointer ?? ''}${places.length > 1 ? ` and ${places.length - 1} more` : ''}`,
  );
}

function groupBy(notices: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const notice of notices) groups.set(notice.message, [...(groups.get(notice.message) ?? []), notice]);
  return groups;
}
