import { explainCreateLinkInput } from '../../generated/neopay/validators.js';
import { InputError } from '../core/errors.js';
import type { Issue } from '../core/errors.js';
import { isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { unknownName } from '../shared/nearest.js';
import type { CreateLinkInput } from './types.js';

/** A create request ready for the wire: a snapshot, so later changes to the caller's object do not reach it. */
export interface WireInput extends Omit<CreateLinkInput, 'expired_at'> {
  readonly expired_at?: string;
}

type Fields<T> = {
  readonly [K in keyof T]-?: NonNullable<T[K]> extends string | number | boolean | Date ? true : Fields<NonNullable<T[K]>>;
};

// Named here to answer a misspelt field with the right one; a field added to the document stops the build until it is listed.
const fields = {
  product: true,
  amount: true,
  description: true,
  communication: true,
  reference: true,
  expired_at: true,
  request_customer_data: true,
  settings: {
    expirationDate: true,
    showPayeeData: true,
    requestCustomerData: true,
    theme: { selected: true, logo: true, logoType: true },
  },
} as const satisfies Fields<CreateLinkInput>;

// The API reads each field only while its flag is on.
const flags = { expired_at: 'expirationDate', request_customer_data: 'requestCustomerData' } as const;
const dateTime = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const deepest = 3;

/** Checks what a caller wants created; throws `InputError` with every fault at once. */
export function prepareInput(operation: string, input: CreateLinkInput): WireInput {
  const wire = snapshot(operation, input);
  const issues = [
    ...flagIssues(wire),
    ...explainCreateLinkInput(wire).map(hinted),
    ...amountIssues(wire['amount']),
    ...dateIssues(wire['expired_at']),
  ];
  if (issues.length > 0) throw new InputError(operation, issues);
  // Every rule of the document has just been checked.
  return wire as Json & WireInput;
}

function snapshot(operation: string, input: unknown): Json {
  try {
    if (holdsFields(input)) return copy(input, 0);
  } catch (cause) {
    throw new InputError(operation, [{ path: '', message: 'could not be read: a getter of it threw' }], cause);
  }
  throw new InputError(operation, [{ path: '', message: 'must be an object with product and amount' }]);
}

function copy(value: Json, depth: number): Json {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries.map(([key, member]) => [key, holdsFields(member) && depth < deepest ? copy(member, depth + 1) : plain(member)]),
  );
}

// The API names no zone; UTC is ours.
function plain(value: unknown): unknown {
  if (!isDate(value)) return value;
  return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString().slice(0, 19).replace('T', ' ');
}

function flagIssues(wire: Json): Issue[] {
  const issues: Issue[] = [];
  for (const [field, flag] of Object.entries(flags)) {
    if (wire[field] === undefined) continue;
    const settings = wire['settings'] ?? (wire['settings'] = {});
    if (!isObject(settings)) continue;
    settings[flag] ??= true;
    const message = `is false, so the API would ignore ${field}; set it to true or leave ${field} out`;
    if (settings[flag] === false) issues.push({ path: `settings.${flag}`, message });
  }
  return issues;
}

function amountIssues(amount: unknown): Issue[] {
  if (typeof amount !== 'number' || !(amount > 0) || amount === Number.POSITIVE_INFINITY) return [];
  const cents = Math.round(amount * 100);
  if (cents / 100 === amount) return [];
  const near = Math.abs(cents / 100 - amount) < 1e-6;
  const hint = near ? `looks like the sum of floating-point numbers; did you mean ${cents / 100}?` : 'round it to cents';
  return [{ path: 'amount', message: `must have at most two decimals, got ${amount}; ${hint}` }];
}

function dateIssues(date: unknown): Issue[] {
  if (typeof date !== 'string' || !dateTime.test(date)) return [];
  const time = new Date(`${date.replace(' ', 'T')}Z`);
  const exists = !Number.isNaN(time.getTime()) && plain(time) === date;
  return exists ? [] : [{ path: 'expired_at', message: `must be a date that exists, got ${date}` }];
}

function hinted(issue: Issue): Issue {
  const { path } = issue;
  if (path === 'expired_at') return { path, message: 'must be a Date, or text as YYYY-MM-DD HH:MM:SS' };
  const names = path.split('.');
  const last = names.pop() ?? '';
  const siblings = names.reduce<unknown>((table, name) => (isObject(table) ? table[name] : undefined), fields);
  if (!isObject(siblings) || path === '' || Object.hasOwn(siblings, last)) return issue;
  return { path, message: unknownName(last, Object.keys(siblings), 'field') };
}

function holdsFields(value: unknown): value is Json {
  return isObject(value) && !isDate(value);
}

// A Date of another realm, such as that of a test runner, is no instance of ours.
function isDate(value: unknown): value is Date {
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Date]';
}
