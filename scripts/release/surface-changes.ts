import type { Change } from './change.js';
import { forgiveRenames } from './renames.js';
import { isCompatible, isSignature } from './signature.js';

/** What changed in the public declarations. What was there must stay; a new name, member or choice is an addition. */
export function surfaceChanges(before: readonly string[], after: readonly string[]): Change[] {
  const [old, current] = [byPlace(forgiveRenames(before, after)), byPlace(after)];
  const owners = new Set([...old.keys()].map(ownerOf));
  return [...new Set([...old.keys(), ...current.keys()])].sort().flatMap((place) => {
    const gone = (old.get(place) ?? []).filter((type) => !current.get(place)?.includes(type));
    const come = (current.get(place) ?? []).filter((type) => !old.get(place)?.includes(type));
    if (gone.length === 0) return come.map((type) => added(place, type, rateAddition(place, type, old.get(place), owners)));
    // What callers had to give and may now leave out stands as another member.
    if (isGiven(place) && !current.has(place) && sameTypes(old.get(place), current.get(`${place}?`))) return [];
    if (gone.length > 1 || come.length !== 1) {
      const removed = gone.map((type): Change => ({ impact: 'major', text: `Declarations: \`${lineOf(place, type)}\` was removed.` }));
      return [...removed, ...come.map((type) => added(place, type, 'major'))];
    }
    const [was = '', is = ''] = [...gone, ...come];
    const impact = isCalled(place) && isCompatible(was, is) ? 'minor' : 'major';
    return [{ impact, text: `Declarations: \`${place}\` changed from \`${was}\` to \`${is}\`.` }];
  });
}

function rateAddition(place: string, type: string, known: readonly string[] | undefined, owners: ReadonlySet<string>): Change['impact'] {
  // One more word in a list of words is expected, and one more kind of value where callers give it, or way to call what they call, breaks none;
  // elsewhere callers have relied on the kinds there were.
  if (known) {
    const overload = isCalled(place) && [type, ...known].every(isSignature);
    return /^'[^']*'$/.test(type) || isGiven(place) || overload ? 'minor' : 'major';
  }
  // A member that callers must give breaks the objects they write.
  return isGiven(place) && !place.endsWith('?') && owners.has(ownerOf(place)) ? 'major' : 'minor';
}

/** Whether it is a member of objects that callers write themselves. */
function isGiven(place: string): boolean {
  return /^([\w-]+\/)?\w*(Options|Input)(\.[\w'-]+)*\.[\w'-]+\??$/.test(place);
}

/** Whether it is a function that callers call, and not one that they give. */
function isCalled(place: string): boolean {
  return !isGiven(place) && /^([\w-]+\/)?([a-z]\w*|\w+\.\w+|\w+ new)$/.test(place);
}

function added(place: string, type: string, impact: Change['impact']): Change {
  return { impact, text: `Declarations: \`${lineOf(place, type)}\` was added.` };
}

function sameTypes(before: readonly string[] = [], after: readonly string[] = []): boolean {
  return after.length > 0 && before.every((type) => after.includes(type));
}

function ownerOf(place: string): string {
  return place.slice(0, place.lastIndexOf('.'));
}

function byPlace(lines: readonly string[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const line of lines) {
    const at = line.indexOf(': ') < 0 ? line.length : line.indexOf(': ');
    const place = line.slice(0, at);
    places.set(place, [...(places.get(place) ?? []), line.slice(at + 2)]);
  }
  return places;
}

function lineOf(place: string, type: string): string {
  return type === '' ? place : `${place}: ${type}`;
}
