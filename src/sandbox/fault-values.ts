import { operations } from '../../generated/neopay/operations.js';

/** Says what is wrong with a value, or nothing. */
export type Check = (value: unknown) => string | undefined;

/** The checks of the faults' options, by what is expected. */
export const isCount: Check = (value) => (Number.isInteger(value) && Number(value) >= 0 ? undefined : 'must be a whole number, 0 or more');
export const isFlag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
export const isText: Check = (value) => (typeof value === 'string' ? undefined : 'must be a string');
export const isDelay: Check = (value) =>
  typeof value === 'number' && value >= 0 && value < 2 ** 31 ? undefined : 'must be milliseconds, 0 or more';
export const isProbability: Check = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'must be a number from 0 to 1';
export const isCode: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599 ? undefined : 'must be a status from 200 to 599';
export const isRedirect: Check = (value) =>
  [301, 302, 303, 307, 308].some((code) => code === value) ? undefined : 'must be 301, 302, 303, 307 or 308';
export const isTexts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'must be an array of strings';
export const isOperation: Check = (value) =>
  typeof value === 'string' && Object.hasOwn(operations, value) ? undefined : `must be one of ${Object.keys(operations).join(', ')}`;
export const isBody: Check = (value) => (isJson(value) ? undefined : 'must be text, or a value that JSON can hold');
export const isExtra: Check = (value) => (isPlain(value) && isJson(value) ? undefined : 'must be an object that JSON can hold');

// What HTTP allows in a header's value, short of what Node refuses to send.
const isHeaderText = (value: unknown): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(String(value));

export const isLocation: Check = (value) =>
  typeof value === 'string' && isHeaderText(value) ? undefined : 'must be an address as a header can hold it: encode other characters';

export const isHeaders: Check = (value) => {
  if (!isPlain(value)) return 'must be an object';
  for (const [name, text] of Object.entries(value)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `has ${JSON.stringify(name)}, which is no name of a header`;
    // Either one contradicts the length that the sandbox announces.
    if (/^(transfer-encoding|trailer)$/i.test(name)) return `has ${name}, which the sandbox cannot send`;
    if (!/^(string|number)$/.test(typeof text) || !isHeaderText(text)) return `has a value for ${name} that no header can hold`;
  }
  return undefined;
};

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    // Circles and bigints have no JSON.
    return false;
  }
}
