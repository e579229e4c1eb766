import { inspect } from 'node:util';

/** Credentials that appear nowhere else, so that finding them anywhere is a leak. */
export const canary = { appKey: 'canary-key-7f3a91c2', token: 'canary-token-5d20e86b' } as const;

const secrets = Object.values(canary);

/** Every place in which a value shows a secret: text, JSON, deep inspection, clones, stacks and causes. */
export function findSecrets(value: unknown): string[] {
  const views = {
    inspect: inspectDeeply(value),
    json: stringify(value),
    text: String(value),
    clone: inspectDeeply(clone(value)),
    ...errorViews(value),
  };
  return Object.entries(views).flatMap(([place, text]) => (showsSecret(text) ? [place] : []));
}

export function showsSecret(text: string): boolean {
  return secrets.some((secret) => text.includes(secret));
}

function inspectDeeply(value: unknown): string {
  return inspect(value, { showHidden: true, depth: 12, getters: true, maxStringLength: null, maxArrayLength: null });
}

function errorViews(error: unknown, depth = 0): Record<string, string> {
  if (!(error instanceof Error) || depth > 10) return {};
  const own = Object.getOwnPropertyNames(error).map((name) => inspectDeeply(Reflect.get(error, name)));
  const members = error instanceof AggregateError ? error.errors : [];
  const below = [error.cause, ...members].map((cause) => errorViews(cause, depth + 1));
  return Object.assign({}, ...below, { [`error ${depth}`]: [error.message, error.stack, ...own].join('\n') });
}

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}

function clone(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}
