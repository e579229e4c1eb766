import { mark } from '../core/redact.js';

// Also where the text breaks off within the value.
const members = /"(token|authenticationToken|secretCode|account|cvv|paReq|paRes)"(\s*:\s*)"(?:[^"\\]|\\.)*(?:"|\\?$)/gi;
const formData = /"formData"(\s*:\s*)\{[^{}]*(?:\}|$)/g;
const deepest = 4;
const digits = /(?<![\d.])\d(?:[ -]?\d){11,18}(?![\d])/g;

/** Redacts from a text of this API what pays or proves: tokens, what the bank's page exchanges, and numbers of cards. */
export function redactPayment(text: string): string {
  return text
    .replace(members, `"$1"$2"${mark}"`)
    .replace(formData, `"formData"$1"${mark}"`)
    .replace(digits, (number) => (isCardNumber(number) ? mark : number));
}

// Luhn's sum tells cards from ids of the same length nine times out of ten.
function isCardNumber(text: string): boolean {
  const sum = [...text.replace(/\D/g, '')].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Every token and every answer of the bank that a body holds, to be redacted from whatever is said later. */
export function secretsIn(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    if (typeof member === 'string') return /^(token|authenticationToken)$/.test(name) ? [member] : [];
    if (name !== 'formData') return secretsIn(member, depth + 1);
    return Object.values(Object(member)).filter((field) => typeof field === 'string');
  });
}
