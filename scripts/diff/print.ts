import { impacts, nextVersion } from './change.js';
import type { Comparison } from './comparison.js';

/** The verdict for people: what changed, strongest first, and whether the version says so. */
export function formatComparison({ changes, verdict, before, after, enough }: Comparison): string {
  if (verdict === undefined && enough) return `Nothing changed since ${before}.`;
  const sections = impacts.toReversed().flatMap((impact) => {
    const texts = changes.filter((change) => change.impact === impact).map(({ text }) => `  - ${text}`);
    return texts.length ? [`${impact}:`, ...texts] : [];
  });
  const wanted = verdict === undefined ? before : nextVersion(before, verdict);
  const remedy = `info.version is ${after} after ${before}; set it to ${wanted} or higher in spec/links.yaml.`;
  return [...sections, `Verdict: ${verdict ?? 'no change'}. ${enough ? `${before} → ${after} says so.` : remedy}`].join('\n');
}
