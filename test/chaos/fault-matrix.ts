import type { Evidence } from './checker/evidence.js';
import { tagOf } from './tags.js';

/** What became of the creates and transitions that met a fault. */
export interface FaultRow {
  met: number;
  applied: number;
  succeeded: number;
  /** The call said that the server may have acted, or has. */
  unsure: number;
  refused: number;
}

export type FaultMatrix = Record<string, FaultRow>;

export function addFaults(matrix: FaultMatrix, { calls, entries }: Evidence): void {
  const results = new Map(calls.map(({ id, result }) => [id, result]));
  for (const entry of entries) {
    const result = results.get(tagOf(entry).call);
    if (entry.method === 'GET' || entry.fault === undefined || !result) continue;
    const row = (matrix[entry.fault] ??= { met: 0, applied: 0, succeeded: 0, unsure: 0, refused: 0 });
    row.met += 1;
    row.applied += entry.status !== undefined && entry.status < 300 ? 1 : 0;
    if (result.ok) row.succeeded += 1;
    else if (result.outcome === 'unknown' || result.outcome === 'done') row.unsure += 1;
    else row.refused += 1;
  }
}

/** One row for each fault: how many writes met it, and how their calls ended. */
export function matrixRows(matrix: FaultMatrix): string[][] {
  const head = ['creates and transitions that met', 'requests', 'applied', 'call succeeded', 'said unknown or done', 'said refused'];
  const rows = Object.entries(matrix).sort(([one], [other]) => (one < other ? -1 : 1));
  return [head, ...rows.map(([name, row]) => [name, ...[row.met, row.applied, row.succeeded, row.unsure, row.refused].map(String)])];
}
