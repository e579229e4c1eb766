import type { Lifecycle } from '../generate/lifecycle.js';
import type { Change } from './change.js';

/** What changed in the life of a link: a step taken away breaks callers, a step added does not. */
export function lifecycleChanges(before: Lifecycle, after: Lifecycle): Change[] {
  const statuses = compare(before.statuses, after.statuses, (status) => `The status \`${status}\``);
  const steps = compare(stepsOf(before), stepsOf(after), (step) => `The transition ${step}`);
  const aliases = compare(aliasesOf(before), aliasesOf(after), (alias) => `The spelling ${alias}`);
  const initial: Change[] =
    before.initial === after.initial
      ? []
      : [{ impact: 'major', text: `A new link has ${statusOf(after)} instead of ${statusOf(before)}.` }];
  return [...statuses, ...steps, ...aliases, ...initial];
}

function stepsOf({ transitions }: Lifecycle): string[] {
  return transitions.flatMap(({ action, from, to }) => from.map((status) => `\`${action}\` from \`${status}\` to \`${to}\``));
}

function aliasesOf({ aliases }: Lifecycle): string[] {
  return [...aliases].map(([alias, status]) => `\`${alias}\` of \`${status}\``);
}

function statusOf({ initial }: Lifecycle): string {
  return initial === undefined ? 'no status' : `the status \`${initial}\``;
}

function compare(before: readonly string[], after: readonly string[], describe: (name: string) => string): Change[] {
  const removed = before
    .filter((name) => !after.includes(name))
    .map((name): Change => ({ impact: 'major', text: `${describe(name)} was removed.` }));
  const added = after
    .filter((name) => !before.includes(name))
    .map((name): Change => ({ impact: 'minor', text: `${describe(name)} was added.` }));
  return [...removed, ...added];
}
