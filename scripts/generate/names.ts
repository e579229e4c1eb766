const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements ' +
    'import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/** Gives each name an identifier of its own: the name itself where it is one, else its parts in camel case, numbered when two would collide. */
export function identifiersFor(names: Iterable<string>, taken: Iterable<string> = []): Map<string, string> {
  const used = new Set([...reserved, ...taken]);
  const all = [...names];
  const chosen = new Map<string, string>();
  for (const name of all.filter((each) => isIdentifier(each) && !used.has(each))) claim(name, name);
  for (const name of all.filter((each) => !chosen.has(each))) claim(name, toIdentifier(name));
  return chosen;

  function claim(name: string, wanted: string): void {
    const identifier = unused(wanted, used);
    used.add(identifier);
    chosen.set(name, identifier);
  }
}

export function unused(wanted: string, used: { has(name: string): boolean }): string {
  if (!used.has(wanted)) return wanted;
  let count = 2;
  while (used.has(`${wanted}_${count}`)) count += 1;
  return `${wanted}_${count}`;
}

export function toIdentifier(name: string): string {
  const [first = '', ...rest] = name.split(/[^\p{ID_Continue}]+/u).filter(Boolean);
  const joined = first + rest.map(capitalise).join('');
  return isIdentifier(joined) ? joined : `_${joined}`;
}

export function capitalise(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
}

/** The name as an object key in source text. */
export function toKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return isIdentifier(name) ? name : toLiteral(name);
}

/** `value.name` or `value['na-me']` in source text. */
export function toMember(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${toLiteral(name)}]`;
}

/** A JSON value as source text. */
export function toLiteral(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
