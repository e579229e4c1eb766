const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const dateTimePattern = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;
const localDateTimePattern = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:[0-5]\d$/;
const timePattern = /^\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;
const emailPattern = /^[^\s@"<>()[\]\\,;:]+@[^\s@"<>()[\]\\,;:]+$/;
const hostnamePattern = /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.?$/i;
const ipv4Pattern = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const hextetPattern = /^[0-9a-f]{1,4}$/i;
const uriPattern = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i;
const uuidPattern = /^(?:urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function fitsBase64(text: string): boolean {
  return base64Pattern.test(text);
}

export function fitsDate(text: string): boolean {
  return datePattern.test(text) && startsWithDay(text);
}

export function fitsTime(text: string): boolean {
  return timePattern.test(text) && hasTimeAt(text, 0);
}

export function fitsDateTime(text: string): boolean {
  return dateTimePattern.test(text) && startsWithDay(text) && hasTimeAt(text, 11);
}

/** `YYYY-MM-DD HH:MM:SS`, without a zone and so without leap seconds. */
export function fitsLocalDateTime(text: string): boolean {
  return localDateTimePattern.test(text) && startsWithDay(text) && hasTimeAt(text, 11);
}

/** Whether the date at the start is in the calendar; its form has been checked. */
function startsWithDay(text: string): boolean {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month >= 1 && day >= 1 && day <= (daysOfMonth[month - 1] ?? 0);
}

/** Whether the time from an index on is on the clock, leap seconds included; its form has been checked. */
function hasTimeAt(text: string, index: number): boolean {
  return twoDigits(text, index) <= 23 && twoDigits(text, index + 3) <= 59 && twoDigits(text, index + 6) <= 60;
}

/** The number that two digits of a text make, without cutting them out of it. */
function twoDigits(text: string, index: number): number {
  return text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 528;
}

export function fitsEmail(text: string): boolean {
  return emailPattern.test(text);
}

export function fitsHostname(text: string): boolean {
  return hostnamePattern.test(text);
}

export function fitsIpv4(text: string): boolean {
  return ipv4Pattern.test(text);
}

export function fitsIpv6(text: string): boolean {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const tail = last.includes('.') && fitsIpv4(last) ? 2 : 1;
  const hex = tail === 2 ? groups.slice(0, -1) : groups;
  const count = groups.length + tail - 1;
  return (
    halves.length <= 2 &&
    hex.every((group) => hextetPattern.test(group)) &&
    (halves.length === 2 ? count <= 7 : groups.length > 0 && count === 8)
  );
}

export function fitsUri(text: string): boolean {
  return uriPattern.test(text);
}

export function fitsUuid(text: string): boolean {
  return uuidPattern.test(text);
}
