/** Whether a header's value is the one expected. Takes the same time for every wrong value of one length. */
export function isSecret(given: string | undefined, expected: string): boolean {
  const text = given ?? '';
  let difference = text.length ^ expected.length;
  for (let index = 0; index < text.length; index += 1) difference |= text.charCodeAt(index) ^ expected.charCodeAt(index % expected.length);
  return difference === 0;
}

/** A token for this run; a worker's module may draw nothing while it loads, and no browser page ever reaches such a sandbox, so there it is fixed. */
export function drawToken(): string {
  try {
    return `sandbox-${[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  } catch {
    return 'sandbox-token';
  }
}
