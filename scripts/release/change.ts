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

/** Whether a text is a version as releases are numbered: three plain numbers. */
export function isVersion(text: string): boolean {
  return /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(text) && text.split('.').every((part) => Number.isSafeInteger(Number(part)));
}

/** Whether a version says enough to someone who has the earlier one. */
export function isEnough(before: string, after: string, verdict: Impact | undefined): boolean {
  const bump = bumpOf(before, after);
  if (bump === 'lower') return false;
  if (verdict === undefined) return true;
  return bump !== 'none' && impacts.indexOf(bump) >= impacts.indexOf(verdict);
}

/** The lowest version that says enough. */
export function nextVersion(before: string, verdict: Impact): string {
  const [major, minor, patch] = partsOf(before);
  if (verdict === 'major') return `${major + 1}.0.0`;
  return verdict === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

function bumpOf(before: string, after: string): Impact | 'none' | 'lower' {
  const [one, other] = [partsOf(before), partsOf(after)];
  const place = one.findIndex((part, index) => part !== other[index]);
  if (place < 0) return 'none';
  const names = ['major', 'minor', 'patch'] as const;
  return (other[place] ?? 0) < (one[place] ?? 0) ? 'lower' : (names[place] ?? 'none');
}

function partsOf(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}
