import { posix } from 'node:path';
import { isTooDeep, runDeep, type Outcome } from './deep.js';
import type { Written } from './left.js';
import type { Target } from './options.js';
import { findStale, writeStale } from './output.js';
import { DocumentError, nameOfFile, type Problem } from './problems.js';

/** Generates from one document and says what came of it. */
export async function run({ api, spec, out }: Target, check: boolean): Promise<Outcome & { readonly written?: Written }> {
  const started = performance.now();
  try {
    // Loaded only now, so that the other process loads its part meanwhile.
    const { generate } = await import('./pipeline.js');
    const { contents, sources, notices, model } = await generate(spec, api !== undefined);
    for (const line of summarize(notices)) console.log(line);
    const stale = await findStale(out, contents);
    if (!check) await writeStale(out, contents, stale);
    console.log(`${outcome(check, stale, nameOfFile(out))} (${Math.round(performance.now() - started)} ms)`);
    const changed = api && !check && stale.some((name) => name.endsWith('.ts'));
    const written = changed ? { written: { api, operations: model.operations.map(({ id }) => id) } } : {};
    return { code: check && stale.length > 0 ? 1 : 0, sources, ...written };
  } catch (error) {
    if (isTooDeep(error)) return runDeep([...(api ? ['--api', api.name] : ['--spec', spec, '--out', out]), ...(check ? ['--check'] : [])]);
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
  const files = stale.map((name) => posix.join(out, name)).join(', ');
  return check ? `Stale: ${files}. Run npm run generate.` : `Wrote ${files}.`;
}

/** One line per kind of notice, with the first place it stands for. */
function summarize(notices: readonly Problem[]): string[] {
  const byMessage = new Map<string, Problem[]>();
  for (const notice of notices) byMessage.set(notice.message, [...(byMessage.get(notice.message) ?? []), notice]);
  return [...byMessage].map(
    ([message, places]) => `${message} ${places[0]?.pointer ?? ''}${places.length > 1 ? ` and ${places.length - 1} more` : ''}`,
  );
}
