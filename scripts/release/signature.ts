/** Whether every call that suited one signature suits another and gets the same back. */
export function isCompatible(before: string, after: string): boolean {
  const [one, other] = [read(before), read(after)];
  if (!one || !other || one.head !== other.head || one.tail !== other.tail) return false;
  const kept = one.parameters.every((parameter, index) => takes(other.parameters[index], parameter));
  return kept && other.parameters.slice(one.parameters.length).every((parameter) => /\?$|^\.\.\./.test(parameter));
}

export function isSignature(text: string): boolean {
  return /^(<.*>)?\(.*\) => /.test(text);
}

interface Signature {
  /** Type parameters. */
  readonly head: string;
  readonly parameters: readonly string[];
  /** What comes back. */
  readonly tail: string;
}

function read(text: string): Signature | undefined {
  const [start = -1] = placesOf('(', text);
  const [end = -1] = placesOf(')', text).filter((place) => place > start);
  if (start < 0 || end < 0) return undefined;
  return { head: text.slice(0, start), parameters: cut(text.slice(start + 1, end), ','), tail: text.slice(end + 1) };
}

/** Whether a parameter takes whatever an earlier one took. */
function takes(parameter: string | undefined, earlier: string): boolean {
  if (parameter === undefined || (earlier.endsWith('?') && !parameter.endsWith('?'))) return false;
  const choices = cut(parameter.replace(/\?$/, ''), '|');
  return cut(earlier.replace(/\?$/, ''), '|').every((choice) => choices.includes(choice));
}

function cut(text: string, at: string): string[] {
  const places = [-1, ...placesOf(at, text), text.length];
  return places.slice(1).flatMap((place, index) => text.slice((places[index] ?? 0) + 1, place).trim() || []);
}

/** Where a character stands outside all brackets. */
function placesOf(wanted: string, text: string): number[] {
  let depth = 0;
  return [...text].flatMap((character, index) => {
    if (')]}>'.includes(character) && !(character === '>' && text[index - 1] === '=')) depth -= 1;
    const here = depth === 0 && character === wanted ? [index] : [];
    if ('([{<'.includes(character)) depth += 1;
    return here;
  });
}
