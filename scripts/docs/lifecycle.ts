import type { Lifecycle } from './document.js';

/** The lifecycle as one sentence per action. */
export function describeLifecycle({ initial, transitions }: Lifecycle): string {
  const steps = transitions.map(({ action, from, to }) => `${action} leads from ${listed(from)} to ${to}.`);
  return [`A link begins as ${initial}.`, ...steps].join(' ');
}

/** Which action is allowed in which status, as a Markdown table. */
export function tabulateLifecycle(lifecycle: Lifecycle): string {
  const { open, final } = sortStatuses(lifecycle);
  const rows = [...open, ...final].map((status) => {
    const steps = lifecycle.transitions.filter(({ from }) => from.includes(status)).map(({ action, to }) => `\`${action}\` → \`${to}\``);
    return `| \`${status}\` | ${steps.join(', ') || 'none, it is final'} |`;
  });
  return ['| A link that is | may take |', '|---|---|', ...rows].join('\n');
}

/** Statuses that lead somewhere, the initial one first, and statuses that end a link's life. */
export function sortStatuses({ initial, statuses, transitions }: Lifecycle): Record<'open' | 'final', readonly string[]> {
  const sorted = [...new Set([initial, ...statuses])];
  const leadsOn = (status: string): boolean => transitions.some(({ from }) => from.includes(status));
  return { open: sorted.filter(leadsOn), final: sorted.filter((status) => !leadsOn(status)) };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
