/** Formats of strings that are checked, with the run-time function that checks them and what to call them in a message. */
export const textFormats = {
  byte: { check: 'fitsBase64', noun: 'base64 text' },
  date: { check: 'fitsDate', noun: 'a date such as 2026-01-31' },
  'date-time': { check: 'fitsDateTime', noun: 'a date and time such as 2026-01-31T18:00:00Z' },
  email: { check: 'fitsEmail', noun: 'an e-mail address' },
  hostname: { check: 'fitsHostname', noun: 'a host name' },
  ipv4: { check: 'fitsIpv4', noun: 'an IPv4 address' },
  ipv6: { check: 'fitsIpv6', noun: 'an IPv6 address' },
  'local-date-time': { check: 'fitsLocalDateTime', noun: 'a date that exists and a time, such as 2026-01-31 18:00:00' },
  time: { check: 'fitsTime', noun: 'a time such as 18:00:00Z' },
  uri: { check: 'fitsUri', noun: 'a URI' },
  uuid: { check: 'fitsUuid', noun: 'a UUID' },
} as const;

export type FormatName = keyof typeof textFormats;

/** Formats of numbers that are checked, as the range they allow. */
export const numberFormats: ReadonlyMap<string, { readonly minimum: number; readonly maximum: number }> = new Map([
  ['int8', { minimum: -128, maximum: 127 }],
  ['uint8', { minimum: 0, maximum: 255 }],
  ['int16', { minimum: -32768, maximum: 32767 }],
  ['uint16', { minimum: 0, maximum: 65535 }],
  ['int32', { minimum: -2147483648, maximum: 2147483647 }],
  ['uint32', { minimum: 0, maximum: 4294967295 }],
  // The 64-bit limits as the doubles nearest to them: JSON numbers hold no more.
  ['int64', { minimum: -9223372036854775808, maximum: 9223372036854775807 }],
  ['uint64', { minimum: 0, maximum: 18446744073709551615 }],
]);

/** Formats that say nothing a JSON value could violate. */
export const silentFormats: ReadonlySet<string> = new Set(['binary', 'double', 'float', 'password']);

export function isTextFormat(name: string): name is FormatName {
  return Object.hasOwn(textFormats, name);
}
