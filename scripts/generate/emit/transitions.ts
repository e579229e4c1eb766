import type { Model } from '../model.js';
import { toKey, toLiteral } from '../names.js';

/** The lifecycle of the document as tables; nothing where it has no `x-lifecycle`. */
export function emitTransitions({ lifecycle }: Model): string | undefined {
  if (lifecycle.statuses.length === 0) return undefined;
  const { statuses, initial, aliases, transitions } = lifecycle;
  const names = [...aliases].map(([alias, status]) => `${toKey(alias)}: ${toLiteral(status)},`);
  const rows = transitions.map(
    ({ action, operation, from, to }) =>
      `${toKey(action)}: { operation: ${toLiteral(operation)}, from: [${from.map(toLiteral).join(', ')}], to: ${toLiteral(to)} },`,
  );
  return `export const statuses = [${statuses.map(toLiteral).join(', ')}] as const;

export type Status = (typeof statuses)[number];

/** The status of what was just created. */
export const initialStatus = ${initial === undefined ? 'undefined' : toLiteral(initial)};

/** Other spellings of a status, with the status they mean. */
export const statusAliases = { ${names.join(' ')} } as const;

/** What each action needs and leads to. */
export const transitions = { ${rows.join('\n')} } as const;

export type Action = keyof typeof transitions;`;
}
