import { isError } from './failure.js';

/** Redacts credentials wherever a text or an error repeats them. */
export interface Redact {
  (text: string): string;
  /** Adds a credential, such as a token that a function gave. */
  remember(secret: string): void;
}

export const mark = '[redacted]';
// Those of the client's own options are never given up for those that come later.
const remembered = 256;
// Shorter ones are words that occur by chance.
const shortestSecret = 6;
const deepestCause = 5;

/** Knows the credentials by value, in the spellings in which a server or a runtime may echo them; `more` redacts what an API has besides. */
export function createRedact(lasting: readonly string[] = [], more: (text: string) => string = (text) => text): Redact {
  const secrets = new Map<string, readonly string[]>();
  let spellings: readonly string[] = [];

  function redact(text: string): string {
    return more(spellings.reduce((clean, spelling) => clean.replaceAll(spelling, mark), text));
  }

  const known: Redact = Object.assign(redact, {
    remember(secret: string) {
      if (secret.length < shortestSecret || secrets.has(secret)) return;
      const oldest = secrets.size < remembered ? undefined : [...secrets.keys()].find((name) => !lasting.includes(name));
      if (oldest !== undefined) secrets.delete(oldest);
      secrets.set(secret, spellingsOf(secret));
      // A token may hold the app key; the shorter one redacted first would leave the rest of the longer one to be read.
      spellings = [...secrets.values()].flat().sort((a, b) => b.length - a.length);
    },
  });
  lasting.forEach(known.remember);
  return known;
}

function spellingsOf(secret: string): readonly string[] {
  // A server repeats a token without the scheme before it.
  const bare = secret.replace(/^\S+\s+/, '');
  const texts = bare.length < shortestSecret ? [secret] : [secret, bare];
  const spelt = texts.flatMap((text) => {
    const json = JSON.stringify(text).slice(1, -1);
    return [text, json, json.replaceAll('/', '\\/'), encodeURIComponent(text)];
  });
  return [...new Set(spelt)];
}

/** JSON or text of a body, redactbed. */
export function redactBody(body: string, redact: Redact): unknown {
  const clean = redact(rewritten(body));
  try {
    return JSON.parse(clean);
  } catch {
    return clean;
  }
}

// A character may hide behind an escape, in a name as well as in a value, until the JSON is written anew.
function rewritten(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}

/** A foreign error as a cause: itself when it holds only text and numbers without a credential, else a copy of what is safe. */
export function safeCause(error: unknown, redact: Redact): unknown {
  try {
    return isSafe(error, redact, 0) ? error : copyOf(error, redact, 0);
  } catch {
    // A member that cannot even be read, such as a getter that throws.
    return new Error('an error that cannot be read was thrown');
  }
}

function isSafe(value: unknown, redact: Redact, depth: number): boolean {
  if (typeof value === 'string') return redact(value) === value;
  if (typeof value === 'function' || typeof value === 'symbol') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (!(value instanceof Error) || depth > deepestCause) return false;
  const members = Reflect.ownKeys(value).map((key): unknown => Reflect.get(value, key));
  return isSafe(value.message, redact, depth) && members.every((member) => isSafe(member, redact, depth + 1));
}

function copyOf(error: unknown, redact: Redact, depth: number): unknown {
  if (!isError(error)) return new Error(`something that is no Error was thrown: ${redact(shown(error))}`);
  if (depth > deepestCause) return undefined;
  const copy = new Error(redact(error.message), error.cause === undefined ? undefined : { cause: copyOf(error.cause, redact, depth + 1) });
  copy.name = redact(error.name);
  copy.stack = redact(error.stack ?? '');
  if ('code' in error && typeof error.code === 'string') Object.assign(copy, { code: redact(error.code) });
  return copy;
}

function shown(value: unknown): string {
  return typeof value === 'object' || typeof value === 'function' ? typeof value : String(value);
}
