const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;
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
  if (!datePattern.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month >= 1 && day >= 1 && day <= (daysOfMonth[month - 1] ?? 0);
}

export function fitsTime(text: string): boolean {
  if (!timePattern.test(text)) return false;
  const second = Number(text.slice(6, 8));
  return Number(text.slice(0, 2)) <= 23 && Number(text.slice(3, 5)) <= 59 && second <= 60;
}

export function fitsDateTime(text: string): boolean {
  const mark = text.charAt(10);
  return (mark === 'T' || mark === 't' || mark === ' ') && fitsDate(text.slice(0, 10)) && fitsTime(text.slice(11));
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
