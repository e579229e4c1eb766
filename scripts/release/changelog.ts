import type { Change } from './change.js';

const headings = { major: 'Breaking', minor: 'Added', patch: 'Changed' } as const;

/** The section of a release: what it means for users, strongest first. */
export function formatSection(version: string, date: string, changes: readonly Change[], earlier: string): string {
  const groups = (['major', 'minor', 'patch'] as const).flatMap((impact) => {
    const texts = [...new Set(changes.filter((change) => change.impact === impact).map(({ text }) => `- ${text}`))];
    return texts.length ? [`### ${headings[impact]}\n\n${texts.join('\n')}`] : [];
  });
  const nothing = heading.test(earlier) ? 'No change of the document or the declarations.' : 'First release.';
  return [`## ${version} (${date})`, ...(groups.length ? groups : [nothing])].join('\n\n');
}

/** Puts a section in front of the earlier ones and leaves the rest as it is, what is not released yet included. */
export function addSection(changelog: string, section: string): string {
  const at = changelog.search(heading);
  if (at < 0) return `${changelog.trimEnd() || '# Changelog'}\n\n${section}\n`;
  return `${changelog.slice(0, at)}${section}\n\n${changelog.slice(at)}`;
}

export function hasSection(changelog: string, version: string): boolean {
  return changelog.split(/\r?\n/).some((line) => /^## \[?v?([\w.+-]+)/.exec(line)?.[1] === version);
}

/** Where the section of a version begins, however it is written. */
const heading = /^## \[?v?\d/m;
