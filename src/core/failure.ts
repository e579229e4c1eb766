/** How an attempt ended without a response that can be judged. */
export type FailureKind = 'connection' | 'timeout' | 'deadline' | 'cut' | 'too-large' | 'unreadable' | 'credential';

/** An attempt without a usable response; the outcome layer makes the public error of it. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
  readonly kind: FailureKind;
  readonly notSent: boolean;
  /** The status, where the headers had come. */
  readonly status: number | undefined;
  readonly code: string | undefined;
  /** What had come of the body, where some had; of a credential, its option's name. */
  readonly text: string;

  constructor(
    kind: FailureKind,
    details: { notSent?: boolean; status?: number; code?: string | undefined; text?: string; cause?: unknown } = {},
  ) {
    super(kind, { cause: details.cause });
    this.kind = kind;
    this.notSent = details.notSent ?? false;
    this.status = details.status;
    this.code = details.code;
    this.text = details.text ?? '';
  }
}

const notSentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
]);
const notSentWhileConnecting = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);
const deepestCause = 10;

/** A failure of `fetch` itself: certainly not sent only for the codes that every runtime gives before it writes a byte. */
export function connectionFailure(cause: unknown): Failure {
  try {
    return new Failure('connection', { notSent: neverLeft(cause, 0), code: codeOf(cause, 0), cause });
  } catch {
    // An error that cannot even be read tells nothing.
    return new Failure('connection', { cause: new Error('fetch threw an error that cannot be read') });
  }
}

// Every member of an AggregateError must agree: one address that was reached is enough to doubt.
function neverLeft(error: unknown, depth: number): boolean {
  if (!isError(error) || depth > deepestCause) return false;
  const members = membersOf(error);
  if (members.length > 0) return members.every((member) => neverLeft(member, depth + 1));
  const code = 'code' in error ? String(error.code) : '';
  if (notSentCodes.has(code) || code.startsWith('CERT_') || code.startsWith('UNABLE_TO_')) return true;
  if (notSentWhileConnecting.has(code)) return 'syscall' in error && error.syscall === 'connect';
  // Deno gives no code; its wording for a connection that never stood is fixed. So is that of the standard for a port that no `fetch` may call.
  if (error.message.includes('client error (Connect)') || error.message === 'bad port') return true;
  return neverLeft(error.cause, depth + 1);
}

function codeOf(error: unknown, depth: number): string | undefined {
  if (!isError(error) || depth > deepestCause) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  const [first = error.cause] = membersOf(error);
  return codeOf(first, depth + 1);
}

/** Whether the value is an error, be it of another realm: test runners that give each file its own throw those of the runtime. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

/** Whether a framework threw the value to steer its own work: such errors carry a text as `digest` and must reach the framework as they are. */
export function isControlFlow(value: unknown): boolean {
  try {
    return typeof value === 'object' && value !== null && 'digest' in value && typeof value.digest === 'string';
  } catch {
    return false;
  }
}

function membersOf(error: Error): readonly unknown[] {
  return 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
}
