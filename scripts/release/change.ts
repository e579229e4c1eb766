export const impacts = ['patch', 'minor', 'major'] as const;

export type Impact = (typeof impacts)[number];

/** One difference from the last release, in words, and what it means for users. */
export interface Change {
  readonly impact: Impact;
  readonly text: string;
  /** `file:line`, when the change is in one place. */
  readonly position?: string;
}

/** The strongest impact of the changes; nothing when there are none. */
export function verdictOf(changes: readonly Change[]): Impact | undefined {
  return impacts.findLast((impact) => changes.some((change) => change.impact === impact));
}

/** The strongest of some impacts; nothing when there are none. */
export function strongest(...found: readonly (Impact | undefined)[]): Impact | undefined {
  return impacts.findLast((impact) => found.includes(impact));
}

/** Whether a text is a version as releases are numbered: three plain numbers. */
export function isVersion(text: string): boolean {
  return /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(text) && text.split('.').every((part) => Number.isSafeInteger(Number(part)));
}

/** Whether a version says enough to someone who has the earlier one. */
export function isEnough(before: string, after: string, verdict: Impact | undefined): boolean {
  if (isLower(after, before)) return false;
  const bump = bumpOf(before, after);
  return verdict === undefined || (bump !== undefined && impacts.indexOf(bump) >= impacts.indexOf(verdict));
}

/** The lowest version that says enough. */
export function nextVersion(before: string, verdict: Impact): string {
  const [major, minor, patch] = partsOf(before);
  if (verdict === 'major') return `${major + 1}.0.0`;
  return verdict === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Which of its three numbers a version raises first; none where it is the same or lower. */
export function bumpOf(before: string, after: string): Impact | undefined {
  const place = firstDifference(before, after);
  return place < 0 || isLower(after, before) ? undefined : (['major', 'minor', 'patch'] as const)[place];
}

function isLower(version: string, other: string): boolean {
  const place = firstDifference(version, other);
  return place >= 0 && (partsOf(version)[place] ?? 0) < (partsOf(other)[place] ?? 0);
}

function firstDifference(version: string, other: string): number {
  const parts = partsOf(other);
  return partsOf(version).findIndex((part, index) => part !== parts[index]);
}

function partsOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}
