import { impacts, nextVersion } from './change.js';
import type { Comparison } from './comparison.js';

/** The verdict for people: what changed, strongest first, and whether the version says so. */
export function formatComparison(comparison: Comparison): string {
  const { changes, verdict, before, after, enough, stale } = comparison;
  const note = stale.length > 0 ? [formatStale(stale)] : [];
  if (verdict === undefined && enough)
    return [`Nothing changed since ${before}${after === before ? '' : `, though info.version is ${after}`}.`, ...note].join('\n');
  const sections = impacts.toReversed().flatMap((impact) => {
    const lines = changes
      .filter((change) => change.impact === impact)
      .map(({ text, position }) => `  - ${text}${position === undefined ? '' : ` (${position})`}`);
    return lines.length ? [`${impact}:`, ...new Set(lines)] : [];
  });
  return [...sections, `Verdict: ${verdict ?? 'no change'}. ${judgeVersion(comparison)}`, ...note].join('\n');
}

function judgeVersion({ verdict, before, after, enough, position }: Comparison): string {
  const wanted = verdict === undefined ? before : nextVersion(before, verdict);
  if (!enough)
    return `info.version is ${after === before ? 'still' : `${after} after`} ${before}; set it to ${wanted} or higher (${position}).`;
  return after === wanted ? `${before} → ${after} says so.` : `${before} → ${after} says more than that; ${wanted} would do.`;
}

/** What is wrong with generated files that were made from another document. */
export function formatStale(stale: readonly string[]): string {
  return `generated/ is stale (${stale.join(', ')}), so its declarations are those of another document. Run npm run generate.`;
}
