import { InputError } from './errors.js';
import type { LinkId } from '../neopay/types.js';

// A dot segment is folded away by every URL parser, so `..` would reach another route; servers may decode its escaped forms too.
const dots = /^(?:\.|%2e){1,2}$/i;
const unsafe = /[/\\?#\u0000-\u001f\u007f-\u009f]|%2f|%5c/i;

// What every UUID and number is made of; nothing of it is escaped in an address.
const plain = /^[\w-]+$/;

/** An id as one path segment; throws `InputError` for whatever could reach another route. */
export function pathSegment(operation: string, id: unknown): string {
  if (typeof id === 'string' && plain.test(id)) return id;
  const message = idIssue(id);
  if (message !== undefined) throw new InputError(operation, [{ path: 'id', message }]);
  return encodeURIComponent(String(id));
}

function idIssue(id: unknown): string | undefined {
  if (typeof id === 'number') return Number.isSafeInteger(id) && id > 0 ? undefined : 'must be a positive whole number when it is a number';
  if (typeof id !== 'string') return `must be text or a positive whole number, got ${id === null ? 'null' : typeof id}`;
  if (id.trim() === '') return 'must not be empty';
  if (dots.test(id) || unsafe.test(id))
    return 'must not be . or .. nor contain / \\ ? # or control characters, since it would reach another address';
  return /\p{Surrogate}/u.test(id) ? 'must be well-formed text; it holds half a surrogate pair' : undefined;
}

/** The id of a link, or the id itself. */
export function idOf(target: LinkId | { readonly id: string }): LinkId {
  return typeof target === 'object' && target !== null ? target.id : target;
}
