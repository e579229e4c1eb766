// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

/** What is wrong with a value, and where: `settings.theme.logoType`, `items.0.id`, or nothing for the value itself. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** Whether a value fits; nothing is a no. */
export type Verdict = boolean | undefined;

/** Tells whether a value fits. With a report it tells that one of every problem instead, and goes on to the next. */
export type Check = (value: unknown, report?: Report) => Verdict;

/** Collects the problems of a value that stands at a path. Whatever it is told, it says yes, so that the check goes on. */
export class Report {
  readonly #path: string;
  readonly #issues: Issue[];

  constructor(path: string, issues: Issue[]) {
    this.#path = path;
    this.#issues = issues;
  }

  /** The report about a member. */
  at(name: string | number): Report {
    return new Report(this.#path === '' ? String(name) : `${this.#path}.${name}`, this.#issues);
  }

  tell(message: string, actual?: number): true {
    this.#issues.push({ path: this.#path, message: actual === undefined ? message : `${message} ${actual}` });
    return true;
  }

  tellType(expected: string, value: unknown): true {
    return this.tell(this.#isMissing(value) ? 'is required' : `must be ${expected}, not ${typeOf(value)}`);
  }

  tellChoice(choice: string, value: unknown): true {
    return this.tell(this.#isMissing(value) ? 'is required' : `must be ${choice}`);
  }

  /** Tells about the member of a choice that comes nearest to the value: the one whose problems lie deepest, then the one with the fewest. */
  closest(value: unknown, members: readonly Check[]): true {
    const found = members.map((check) => problemsOf(check, value, this.#path));
    const deep = found.filter((problems) => problems.every(({ path }) => path !== this.#path));
    const [nearest] = members.length === 1 ? found : deep.sort((one, other) => one.length - other.length);
    if (!nearest) return this.tell([...new Set(found.flat().map(({ message }) => message))].slice(0, 5).join(', or '));
    this.#issues.push(...nearest);
    return true;
  }

  #isMissing(value: unknown): boolean {
    return value === undefined && this.#path !== '';
  }
}

export function explain(check: Check, value: unknown): Issue[] {
  return problemsOf(check, value, '');
}

function problemsOf(check: Check, value: unknown, path: string): Issue[] {
  const issues: Issue[] = [];
  check(value, new Report(path, issues));
  return issues;
}

function typeOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The member that the value of the discriminating property names. */
export function tagged(value: unknown, property: string, members: readonly (readonly [string, Check])[]): readonly Check[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const tag = Object.getOwnPropertyDescriptor(value, property)?.value;
  const member = members.find(([name]) => name === tag)?.[1];
  return member && [member];
}

export function record(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Reads a member whose name objects inherit, such as `constructor`, only when the value itself has it. */
export function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Characters as JSON Schema counts them: a surrogate pair is one. */
export function lengthOf(text: string): number {
  let pairs = 0;
  for (let index = 1; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) pairs += 1;
  }
  return text.length - pairs;
}

/** Whether the decimal number as it is written is a multiple of `step / scale`; `scale` is a power of ten. */
export function multiple(value: number, step: number, scale: number): boolean {
  const scaled = Math.round(value * scale);
  return scaled / scale === value && scaled % step === 0;
}

/** Whether the decimal number as it is written has no more digits after its point than `scale`, a power of ten, has zeros. */
export function fitsDecimals(value: number, scale: number): boolean {
  return Number.isInteger(value) || Math.round(value * scale) / scale === value;
}

export function countOf(value: Record<string, unknown>): number {
  let count = 0;
  for (const key in value) if (Object.hasOwn(value, key)) count += 1;
  return count;
}

/** Equality of JSON values. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (list(one)) return list(other) && one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (!record(one) || !record(other) || countOf(one) !== countOf(other)) return false;
  return Object.keys(one).every((key) => Object.hasOwn(other, key) && same(one[key], other[key]));
}

export function distinct(items: readonly unknown[]): boolean {
  const scalars = new Set<unknown>();
  const others: unknown[] = [];
  for (const item of items) {
    const scalar = typeof item !== 'object' || item === null;
    if (scalar ? scalars.has(item) : others.some((other) => same(other, item))) return false;
    if (scalar) scalars.add(item);
    else others.push(item);
  }
  return true;
}

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
