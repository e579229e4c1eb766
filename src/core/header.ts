// Anything but visible characters, space, tab and the upper half of Latin-1; such a value would be refused or cut by `fetch`, whose error quotes it.
const illegal = /[^\t\x20-\x7e\x80-\xff]/;

/** Why a value cannot be sent as a header, or `undefined`. Never quotes the value, which may be a key. */
export function headerValueIssue(value: unknown): string | undefined {
  if (typeof value !== 'string') return `must be text, got ${value === null ? 'null' : typeof value}`;
  if (illegal.test(value)) return 'must not contain line breaks, control characters or characters outside Latin-1';
  if (value.trim() === '') return 'must not be empty';
  return undefined;
}
