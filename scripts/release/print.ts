import { impacts, nextVersion, type Change } from './change.js';
import type { ApiComparison, Comparison } from './comparison.js';

/** The verdict for people: what changed in each document and in the declarations, strongest first, and whether each version says so. */
export function formatComparison({ documents, declarations }: Comparison): string {
  const parts = documents.map((document) => `${document.api.document}\n${formatDocument(document)}`);
  const declared = declarations.length === 0 ? [] : [['The public declarations of the package', ...listChanges(declarations)].join('\n')];
  return [...parts, ...declared, ...formatStale(documents.flatMap(({ stale }) => stale))].join('\n');
}

function formatDocument(document: ApiComparison): string {
  const { changes, verdict, before, after, enough } = document;
  if (verdict === undefined && enough)
    return `Nothing changed since ${before}${after === before ? '' : `, though info.version is ${after}`}.`;
  return [...listChanges(changes), `Verdict: ${verdict ?? 'no change'}. ${judgeVersion(document)}`].join('\n');
}

function listChanges(changes: readonly Change[]): string[] {
  return impacts.toReversed().flatMap((impact) => {
    const lines = changes
      .filter((change) => change.impact === impact)
      .map(({ text, position }) => `  - ${text}${position === undefined ? '' : ` (${position})`}`);
    return lines.length ? [`${impact}:`, ...new Set(lines)] : [];
  });
}

function judgeVersion({ verdict, before, after, enough, position }: ApiComparison): string {
  const wanted = verdict === undefined ? before : nextVersion(before, verdict);
  if (!enough)
    return `info.version is ${after === before ? 'still' : `${after} after`} ${before}; set it to ${wanted} or higher (${position}).`;
  return after === wanted ? `${before} → ${after} says so.` : `${before} → ${after} says more than that; ${wanted} would do.`;
}

/** What is wrong with generated files that were made from another document, where there are any. */
export function formatStale(stale: readonly string[]): string[] {
  const text = `generated/ is stale (${stale.join(', ')}), so its declarations are those of another document. Run npm run generate.`;
  return stale.length === 0 ? [] : [text];
}
