/** One thing that is wrong, and where: a path with dots, empty for the whole. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/**
 * What the server may have done: `not-sent` it cannot have acted, `rejected` it refused, `unknown` it may have acted, `done` it acted but its response was unusable.
 */
export type Outcome = 'not-sent' | 'rejected' | 'unknown' | 'done';

/** Where an error comes from and what it means for the server's state. */
export interface ErrorOrigin {
  readonly operation: string;
  readonly outcome: Outcome;
  readonly cause?: unknown;
}

const brand = Symbol.for('paylinks.error');
const deepestCause = 5;

/**
 * Names an error class, so that its instances are recognised across two copies of the package and both module formats, and keep the name in a minified file.
 * Each class calls it once; `id` tells classes of one name apart.
 */
export function nameError(errorClass: { readonly prototype: PaylinksError }, name: string, id = name): void {
  Object.defineProperties(errorClass.prototype, { name: { value: name, configurable: true, writable: true }, [brand]: { value: id } });
}

function brandsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.getOwnPropertyDescriptor(value, brand)?.value as unknown;
  return [...(own === undefined ? [] : [own]), ...brandsOf(Object.getPrototypeOf(value))];
}

/** Base of every error that a client throws. */
export class PaylinksError extends Error {
  /** The operation's id in the document, or the function that refused its arguments. */
  readonly operation: string;
  /** What the server may have done. */
  readonly outcome: Outcome;

  static {
    nameError(this, 'PaylinksError');
  }

  constructor(message: string, origin: ErrorOrigin) {
    super(message, origin.cause === undefined ? undefined : { cause: origin.cause });
    this.operation = origin.operation;
    this.outcome = origin.outcome;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (Object.prototype.isPrototypeOf.call(this.prototype, Object(value))) return true;
    return Object.hasOwn(this.prototype, brand) && brandsOf(value).includes(brandsOf(this.prototype)[0]);
  }

  /** What loggers write: name, message and every member, without secrets. */
  toJSON(): unknown {
    return described(this, 0);
  }
}

// The cause of a foreign error may hold anything, so only what says what it was is shown.
function described(error: Error, depth: number): object {
  const { name, message, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const members = error instanceof PaylinksError ? error : { code };
  const shown = cause instanceof Error && depth < deepestCause ? { cause: described(cause, depth + 1) } : {};
  return { name, message, ...members, ...shown };
}

/** Arguments or options that cannot work; nothing was sent. */
export class InputError extends PaylinksError {
  readonly issues: readonly Issue[];

  static {
    nameError(this, 'InputError');
  }

  constructor(operation: string, issues: readonly Issue[], cause?: unknown) {
    const list = issues.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join('; ');
    super(`${operation} refused its input: ${list}`, { operation, outcome: 'not-sent', cause });
    this.issues = issues;
  }
}
