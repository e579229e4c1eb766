import { requestFields } from '../../generated/neopay/operations.js';
import { explainCreateLinkInput, isCreateLinkInput } from '../../generated/neopay/validators.js';
import type { components } from '../../generated/neopay/types.js';
import { InputError } from '../core/errors.js';
import type { Issue } from '../core/errors.js';
import { isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { unknownName } from '../shared/nearest.js';
import type { CreateLinkInput } from './types.js';

/** A create request ready for the wire: a snapshot, so later changes to the caller's object do not reach it. */
export type WireInput = Readonly<components['schemas']['CreateLinkInput']>;

// Names a misspelt field's nearest.
const fields = requestFields.createLink;

// The API reads each field only while its flag is on.
const flags = { expired_at: 'expirationDate', request_customer_data: 'requestCustomerData' } as const;
const flagged = ['expired_at', 'request_customer_data'] as const;
const deepest = 3;
const dateTime = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
// The API names no zone, so a text means its moment in the last of all zones at the latest, UTC-12.
const lastZone = 12 * 3_600_000;

/** Checks what a caller wants created, without outer white space in the fields named; throws `InputError` with every fault at once. */
export function prepareInput(operation: string, input: CreateLinkInput, trimmed: readonly string[] = []): WireInput {
  const wire = snapshot(operation, input);
  for (const field of trimmed) if (typeof wire[field] === 'string') wire[field] = wire[field].trim();
  const end = takeDate(wire);
  setFlags(wire);
  const ignored = flagged.filter((field) => isIgnored(wire, field));
  const inherited = inheritedFields(input);
  const told = ignored.length + inherited.length === 0;
  // The verdict comes first: what is at fault is explained only where something is.
  if (told && isCreateLinkInput(wire) && (wire.expired_at === undefined || end > Date.now())) return wire;
  const explained = explainCreateLinkInput(wire).map((issue) => hinted(issue, wire));
  const over = end <= Date.now() && !ignored.includes('expired_at') && !explained.some(({ path }) => path === 'expired_at');
  throw new InputError(operation, [
    ...ignored.map(flagIssue),
    ...explained,
    ...(over ? [{ path: 'expired_at', message: `must be in the future, got ${String(wire['expired_at'])}` }] : []),
    ...inherited.map((path) => ({ path, message: 'is inherited, so it would not be sent; make it a member of the object itself' })),
  ]);
}

function snapshot(operation: string, input: unknown): Json {
  try {
    if (isPlain(input)) return copy(input, 0);
  } catch (cause) {
    throw new InputError(operation, [{ path: '', message: 'could not be read: a getter of it threw' }], cause);
  }
  throw new InputError(operation, [{ path: '', message: 'must be an object with product and amount' }]);
}

function copy(value: Json, depth: number): Json {
  const result: Json = {};
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member === undefined) continue;
    const copied = isObject(member) && depth < deepest ? copyMember(member, depth) : member;
    // An assignment would set the prototype.
    if (key === '__proto__') Object.defineProperty(result, key, { value: copied, enumerable: true });
    else result[key] = copied;
  }
  return result;
}

// A Map or another object with a life of its own has its members elsewhere, so no field can be one.
function copyMember(member: Json, depth: number): unknown {
  if (isPlain(member)) return copy(member, depth + 1);
  return isDate(member) ? member : null;
}

/** Puts a date into the API's words; gives the moment it is over at the latest, or `NaN`. Whether a text is a date is for the document to say. */
function takeDate(wire: Json): number {
  const date = wire['expired_at'];
  if (typeof date === 'string') return Date.parse(`${date.replace(' ', 'T')}Z`) + lastZone;
  if (!isDate(date)) return Number.NaN;
  const time = date.getTime();
  wire['expired_at'] = Number.isNaN(time) ? 'an invalid Date' : textOf(date);
  return time;
}

// UTC is ours: the API names no zone.
function textOf(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

function setFlags(wire: Json): void {
  for (const field of flagged) {
    if (wire[field] === undefined) continue;
    const settings = wire['settings'] ?? (wire['settings'] = {});
    if (isObject(settings)) settings[flags[field]] ??= true;
  }
}

/** Whether the field is there, but its flag tells the API to ignore it. */
function isIgnored(wire: Json, field: (typeof flagged)[number]): boolean {
  return wire[field] !== undefined && isObject(wire['settings']) && wire['settings'][flags[field]] === false;
}

function flagIssue(field: (typeof flagged)[number]): Issue {
  return {
    path: `settings.${flags[field]}`,
    message: `is false, so the API would ignore ${field}; set it to true or leave ${field} out`,
  };
}

/** What the document says of an amount with too many decimals, and the amount that was probably meant. */
function decimalsMessage(message: string, amount: unknown): string {
  if (typeof amount !== 'number' || !message.includes('decimals')) return message;
  const rounded = Math.round(amount * 100) / 100;
  const near = rounded > 0 && Math.abs(rounded - amount) < 1e-6;
  return `${message}; ${near ? `looks like the sum of floating-point numbers; did you mean ${rounded}?` : 'round it to cents'}`;
}

function dateMessage(date: unknown): string {
  return typeof date === 'string' && dateTime.test(date)
    ? `must be a date that exists, got ${date}`
    : 'must be a Date, or text as YYYY-MM-DD HH:MM:SS';
}

/** The fields that the input only inherits: they would not be sent. */
function inheritedFields(input: object): string[] {
  const prototype: unknown = Object.getPrototypeOf(input);
  if (prototype === Object.prototype || prototype === null) return [];
  return Object.keys(fields).filter((field) => field in input && !Object.hasOwn(input, field));
}

function hinted(issue: Issue, wire: Json): Issue {
  const { path } = issue;
  if (path === 'expired_at') return { path, message: dateMessage(wire[path]) };
  if (path === 'amount') return { path, message: decimalsMessage(issue.message, wire[path]) };
  const names = path.split('.');
  const last = names.pop() ?? '';
  const siblings = names.reduce<unknown>((table, name) => (isObject(table) ? table[name] : undefined), fields);
  if (!isObject(siblings) || path === '' || Object.hasOwn(siblings, last)) return issue;
  return { path, message: unknownName(last, Object.keys(siblings), 'field') };
}

function isPlain(value: unknown): value is Json {
  return isObject(value) && Object.prototype.toString.call(value) === '[object Object]';
}

// A Date of another realm, such as that of a test runner, is no instance of ours.
function isDate(value: unknown): value is Date {
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Date]';
}
