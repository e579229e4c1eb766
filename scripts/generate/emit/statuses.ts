import type { Model } from '../model.js';
import { toLiteral } from '../names.js';

/** What each number in a status field means; nothing where the document has no `x-statuses`. */
export function emitStatuses({ statuses }: Model): string | undefined {
  if (statuses.length === 0) return undefined;
  const rows = statuses.map(
    ({ number, name, phase, sentence }) =>
      `${number < 0 ? toLiteral(String(number)) : number}: { number: ${number}, name: ${toLiteral(name)}, phase: ${toLiteral(phase)}, sentence: ${toLiteral(sentence)} },`,
  );
  const names = statuses.map(({ number, name }) => `${number < 0 ? toLiteral(String(number)) : number}: ${toLiteral(name)},`);
  return `/** The name of each number in a status field, for who needs no more of it. */
export const statusNames = { ${names.join('\n')} } as const;

/** What each number in a status field means. The list is open: another number may come. */
export const statuses = { ${rows.join('\n')} } as const;

type Listed = (typeof statuses)[keyof typeof statuses];

export type StatusNumber = Listed['number'];

export type StatusName = Listed['name'];

export type StatusPhase = Listed['phase'];`;
}
