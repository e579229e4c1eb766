import type { Change } from '../diff/change.js';

const headings = { major: 'Breaking', minor: 'Added', patch: 'Changed' } as const;

/** The section of a release: what it means for users, strongest first. */
export function formatSection(version: string, date: string, changes: readonly Change[]): string {
  const groups = (['major', 'minor', 'patch'] as const).flatMap((impact) => {
    const texts = [...new Set(changes.filter((change) => change.impact === impact).map(({ text }) => `- ${text}`))];
    return texts.length ? [`### ${headings[impact]}\n\n${texts.join('\n')}`] : [];
  });
  return [`## ${version} (${date})`, ...(groups.length ? groups : ['First release.'])].join('\n\n');
}

/** Puts a section in front of the earlier ones. */
export function addSection(changelog: string, section: string): string {
  const [title = '# Changelog', ...earlier] = changelog.trim().split(/\n+(?=## )/);
  return `${[title, section, ...earlier].join('\n\n')}\n`;
}

export function hasSection(changelog: string, version: string): boolean {
  return changelog.split('\n').some((line) => line.startsWith(`## ${version} `) || line === `## ${version}`);
}
