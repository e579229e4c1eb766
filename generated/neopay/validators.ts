// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import type { components } from './types.js';

/** What is wrong with a value, and where: `settings.theme.logoType`, `items.0.id`, or nothing for the value itself. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

type Inspect = (value: unknown, path: string, issues: Issue[]) => void;

function at(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function tell(issues: Issue[], path: string, message: string): void {
  issues.push({ path, message });
}

function tellKind(issues: Issue[], path: string, expected: string, value: unknown): void {
  issues.push({ path, message: `must be ${expected}, not ${kindOf(value)}` });
}

/** Tells about the member that comes nearest to the value: the one whose problems lie deepest, then the one with the fewest. */
function closest(value: unknown, path: string, issues: Issue[], members: readonly Inspect[]): void {
  const found = members.map((inspect) => problemsOf(inspect, value, path));
  const deep = found.filter((problems) => problems.every((problem) => problem.path !== path));
  const [nearest] = members.length === 1 ? found : deep.sort((one, other) => one.length - other.length);
  if (nearest) issues.push(...nearest);
  else
    issues.push({
      path,
      message: [...new Set(found.flatMap((problems) => problems.map((problem) => problem.message)))].slice(0, 5).join(', or '),
    });
}

function problemsOf(inspect: Inspect, value: unknown, path: string): Issue[] {
  const problems: Issue[] = [];
  inspect(value, path, problems);
  return problems;
}

function record(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Characters as JSON Schema counts them: a surrogate pair is one. */
function lengthOf(text: string): number {
  let pairs = 0;
  for (let index = 1; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) pairs += 1;
  }
  return text.length - pairs;
}

/** Whether the decimal number as it is written has no more digits after its point than `scale`, a power of ten, has zeros. */
function fitsDecimals(value: number, scale: number): boolean {
  return Number.isInteger(value) || Math.round(value * scale) / scale === value;
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const dateTimePattern = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;

const localDateTimePattern = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:[0-5]\d$/;

function fitsDateTime(text: string): boolean {
  return dateTimePattern.test(text) && startsWithDay(text) && hasTimeAt(text, 11);
}

/** `YYYY-MM-DD HH:MM:SS`, without a zone and so without leap seconds. */
function fitsLocalDateTime(text: string): boolean {
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

const pattern = /^[A-Z]{3}$/u;
const values = new Set<unknown>([
  'product',
  'amount',
  'description',
  'communication',
  'reference',
  'expired_at',
  'request_customer_data',
  'settings',
]);

export function isPaymentLink(value: unknown): value is components['schemas']['PaymentLink'] {
  return checkPaymentLink(value);
}

export function explainPaymentLink(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectPaymentLink(value, '', issues);
  return issues;
}

function checkPaymentLinkFields(value: Record<string, unknown>): boolean {
  const field0 = value.id;
  if (!((typeof field0 === 'string' && field0 !== '') || (typeof field0 === 'number' && Number.isInteger(field0) && field0 >= 1)))
    return false;
  const field1 = value.application_id;
  if (!(typeof field1 === 'string' && field1 !== '')) return false;
  const field2 = value.status;
  if (!(typeof field2 === 'string' && field2 !== '')) return false;
  const field3 = value.slug;
  if (field3 !== undefined && !(typeof field3 === 'string' && field3 !== '')) return false;
  const field4 = value.product;
  if (!(typeof field4 === 'string' && field4 !== '')) return false;
  const field5 = value.amount;
  if (!(typeof field5 === 'number' && Number.isFinite(field5) && field5 >= 0 && field5 <= 99999999.99)) return false;
  const field6 = value.description;
  if (field6 !== undefined && !(typeof field6 === 'string' || field6 === null)) return false;
  const field7 = value.communication;
  if (field7 !== undefined && !(typeof field7 === 'string' || field7 === null)) return false;
  const field8 = value.reference;
  if (field8 !== undefined && !((typeof field8 === 'string' && field8 !== '') || field8 === null)) return false;
  const field9 = value.currency;
  if (field9 !== undefined && !(typeof field9 === 'string' && pattern.test(field9))) return false;
  const field10 = value.expired_at;
  if (field10 !== undefined && !(typeof field10 === 'string' || field10 === null)) return false;
  const field11 = value.request_customer_data;
  if (field11 !== undefined && !(typeof field11 === 'string' || typeof field11 === 'boolean' || field11 === null)) return false;
  const field12 = value.show_payee_data;
  if (field12 !== undefined && !(typeof field12 === 'boolean' || field12 === null)) return false;
  const field13 = value.enabled;
  if (field13 !== undefined && !(typeof field13 === 'boolean' || field13 === null)) return false;
  const field14 = value.settings;
  if (field14 !== undefined && !checkLinkSettings(field14)) return false;
  const field15 = value.created_at;
  if (field15 !== undefined && !(typeof field15 === 'string' && fitsDateTime(field15))) return false;
  const field16 = value.updated_at;
  if (field16 !== undefined && !(typeof field16 === 'string' && fitsDateTime(field16))) return false;
  const field17 = value.deleted_at;
  if (field17 !== undefined && !((typeof field17 === 'string' && fitsDateTime(field17)) || field17 === null)) return false;
  return true;
}

function checkPaymentLink(value: unknown): boolean {
  return record(value) && checkPaymentLinkFields(value);
}

function inspectPaymentLinkFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.id;
  if (field0 === undefined) tell(issues, at(path, 'id'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'id'), 'must not be empty');
    } else if (typeof field0 === 'number' && Number.isInteger(field0)) {
      if (!(field0 >= 1)) tell(issues, at(path, 'id'), `must be at least 1, is ${field0}`);
    } else tellKind(issues, at(path, 'id'), 'a string or an integer', field0);
  }
  const field1 = value.application_id;
  if (field1 === undefined) tell(issues, at(path, 'application_id'), 'is required');
  else {
    if (typeof field1 === 'string') {
      if (!(field1 !== '')) tell(issues, at(path, 'application_id'), 'must not be empty');
    } else tellKind(issues, at(path, 'application_id'), 'a string', field1);
  }
  const field2 = value.status;
  if (field2 === undefined) tell(issues, at(path, 'status'), 'is required');
  else {
    if (typeof field2 === 'string') {
      if (!(field2 !== '')) tell(issues, at(path, 'status'), 'must not be empty');
    } else tellKind(issues, at(path, 'status'), 'a string', field2);
  }
  const field3 = value.slug;
  if (field3 !== undefined) {
    if (typeof field3 === 'string') {
      if (!(field3 !== '')) tell(issues, at(path, 'slug'), 'must not be empty');
    } else tellKind(issues, at(path, 'slug'), 'a string', field3);
  }
  const field4 = value.product;
  if (field4 === undefined) tell(issues, at(path, 'product'), 'is required');
  else {
    if (typeof field4 === 'string') {
      if (!(field4 !== '')) tell(issues, at(path, 'product'), 'must not be empty');
    } else tellKind(issues, at(path, 'product'), 'a string', field4);
  }
  const field5 = value.amount;
  if (field5 === undefined) tell(issues, at(path, 'amount'), 'is required');
  else {
    if (typeof field5 === 'number' && Number.isFinite(field5)) {
      if (!(field5 >= 0)) tell(issues, at(path, 'amount'), `must be at least 0, is ${field5}`);
      if (!(field5 <= 99999999.99)) tell(issues, at(path, 'amount'), `must be at most 99999999.99, is ${field5}`);
    } else tellKind(issues, at(path, 'amount'), 'a number', field5);
  }
  const field6 = value.description;
  if (field6 !== undefined && !(typeof field6 === 'string' || field6 === null))
    tellKind(issues, at(path, 'description'), 'a string or null', field6);
  const field7 = value.communication;
  if (field7 !== undefined && !(typeof field7 === 'string' || field7 === null))
    tellKind(issues, at(path, 'communication'), 'a string or null', field7);
  const field8 = value.reference;
  if (field8 !== undefined) {
    if (typeof field8 === 'string') {
      if (!(field8 !== '')) tell(issues, at(path, 'reference'), 'must not be empty');
    } else if (!(field8 === null)) tellKind(issues, at(path, 'reference'), 'a string or null', field8);
  }
  const field9 = value.currency;
  if (field9 !== undefined) {
    if (typeof field9 === 'string') {
      if (!pattern.test(field9)) tell(issues, at(path, 'currency'), 'must match ^[A-Z]{3}$');
    } else tellKind(issues, at(path, 'currency'), 'a string', field9);
  }
  const field10 = value.expired_at;
  if (field10 !== undefined && !(typeof field10 === 'string' || field10 === null))
    tellKind(issues, at(path, 'expired_at'), 'a string or null', field10);
  const field11 = value.request_customer_data;
  if (field11 !== undefined && !(typeof field11 === 'string' || typeof field11 === 'boolean' || field11 === null))
    tellKind(issues, at(path, 'request_customer_data'), 'a string, a boolean or null', field11);
  const field12 = value.show_payee_data;
  if (field12 !== undefined && !(typeof field12 === 'boolean' || field12 === null))
    tellKind(issues, at(path, 'show_payee_data'), 'a boolean or null', field12);
  const field13 = value.enabled;
  if (field13 !== undefined && !(typeof field13 === 'boolean' || field13 === null))
    tellKind(issues, at(path, 'enabled'), 'a boolean or null', field13);
  const field14 = value.settings;
  if (field14 !== undefined) {
    inspectLinkSettings(field14, at(path, 'settings'), issues);
  }
  const field15 = value.created_at;
  if (field15 !== undefined) {
    if (typeof field15 === 'string') {
      if (!fitsDateTime(field15)) tell(issues, at(path, 'created_at'), 'must be a date and time such as 2026-01-31T18:00:00Z');
    } else tellKind(issues, at(path, 'created_at'), 'a string', field15);
  }
  const field16 = value.updated_at;
  if (field16 !== undefined) {
    if (typeof field16 === 'string') {
      if (!fitsDateTime(field16)) tell(issues, at(path, 'updated_at'), 'must be a date and time such as 2026-01-31T18:00:00Z');
    } else tellKind(issues, at(path, 'updated_at'), 'a string', field16);
  }
  const field17 = value.deleted_at;
  if (field17 !== undefined) {
    if (typeof field17 === 'string') {
      if (!fitsDateTime(field17)) tell(issues, at(path, 'deleted_at'), 'must be a date and time such as 2026-01-31T18:00:00Z');
    } else if (!(field17 === null)) tellKind(issues, at(path, 'deleted_at'), 'a string or null', field17);
  }
}

function inspectPaymentLink(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectPaymentLinkFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isLinkSettings(value: unknown): value is components['schemas']['LinkSettings'] {
  return checkLinkSettings(value);
}

export function explainLinkSettings(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectLinkSettings(value, '', issues);
  return issues;
}

function checkLinkSettingsFields(value: Record<string, unknown>): boolean {
  const field0 = value.expirationDate;
  if (field0 !== undefined && !(typeof field0 === 'boolean' || field0 === null)) return false;
  const field1 = value.showPayeeData;
  if (field1 !== undefined && !(typeof field1 === 'boolean' || field1 === null)) return false;
  const field2 = value.requestCustomerData;
  if (field2 !== undefined && !(typeof field2 === 'boolean' || field2 === null)) return false;
  const field3 = value.theme;
  if (field3 !== undefined && !checkLinkTheme(field3)) return false;
  return true;
}

function checkLinkSettings(value: unknown): boolean {
  return (record(value) && checkLinkSettingsFields(value)) || value === null;
}

function inspectLinkSettingsFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.expirationDate;
  if (field0 !== undefined && !(typeof field0 === 'boolean' || field0 === null))
    tellKind(issues, at(path, 'expirationDate'), 'a boolean or null', field0);
  const field1 = value.showPayeeData;
  if (field1 !== undefined && !(typeof field1 === 'boolean' || field1 === null))
    tellKind(issues, at(path, 'showPayeeData'), 'a boolean or null', field1);
  const field2 = value.requestCustomerData;
  if (field2 !== undefined && !(typeof field2 === 'boolean' || field2 === null))
    tellKind(issues, at(path, 'requestCustomerData'), 'a boolean or null', field2);
  const field3 = value.theme;
  if (field3 !== undefined) {
    inspectLinkTheme(field3, at(path, 'theme'), issues);
  }
}

function inspectLinkSettings(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectLinkSettingsFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isLinkTheme(value: unknown): value is components['schemas']['LinkTheme'] {
  return checkLinkTheme(value);
}

export function explainLinkTheme(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectLinkTheme(value, '', issues);
  return issues;
}

function checkLinkThemeFields(value: Record<string, unknown>): boolean {
  const field0 = value.selected;
  if (field0 !== undefined && !((typeof field0 === 'string' && field0 !== '') || typeof field0 === 'boolean' || field0 === null))
    return false;
  const field1 = value.logo;
  if (field1 !== undefined && !((typeof field1 === 'string' && field1 !== '') || typeof field1 === 'boolean' || field1 === null))
    return false;
  const field2 = value.logoType;
  if (field2 !== undefined && !((typeof field2 === 'string' && field2 !== '') || typeof field2 === 'boolean' || field2 === null))
    return false;
  const field3 = value.logoTYpe;
  if (field3 !== undefined && !((typeof field3 === 'string' && field3 !== '') || typeof field3 === 'boolean' || field3 === null))
    return false;
  return true;
}

function checkLinkTheme(value: unknown): boolean {
  return (record(value) && checkLinkThemeFields(value)) || value === null;
}

function inspectLinkThemeFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.selected;
  if (field0 !== undefined) {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'selected'), 'must not be empty');
    } else if (!(typeof field0 === 'boolean' || field0 === null))
      tellKind(issues, at(path, 'selected'), 'a string, a boolean or null', field0);
  }
  const field1 = value.logo;
  if (field1 !== undefined) {
    if (typeof field1 === 'string') {
      if (!(field1 !== '')) tell(issues, at(path, 'logo'), 'must not be empty');
    } else if (!(typeof field1 === 'boolean' || field1 === null)) tellKind(issues, at(path, 'logo'), 'a string, a boolean or null', field1);
  }
  const field2 = value.logoType;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!(field2 !== '')) tell(issues, at(path, 'logoType'), 'must not be empty');
    } else if (!(typeof field2 === 'boolean' || field2 === null))
      tellKind(issues, at(path, 'logoType'), 'a string, a boolean or null', field2);
  }
  const field3 = value.logoTYpe;
  if (field3 !== undefined) {
    if (typeof field3 === 'string') {
      if (!(field3 !== '')) tell(issues, at(path, 'logoTYpe'), 'must not be empty');
    } else if (!(typeof field3 === 'boolean' || field3 === null))
      tellKind(issues, at(path, 'logoTYpe'), 'a string, a boolean or null', field3);
  }
}

function inspectLinkTheme(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectLinkThemeFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isLinkList(value: unknown): value is components['schemas']['LinkList'] {
  return checkLinkList(value);
}

export function explainLinkList(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectLinkList(value, '', issues);
  return issues;
}

function checkLinkListDataOne0Items(value: readonly unknown[]): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!checkPaymentLink(item)) return false;
  }
  return true;
}

function checkLinkListDataOne(value: unknown): boolean {
  let fitting = 0;
  if (list(value) && checkLinkListDataOne0Items(value)) fitting += 1;
  if (checkPaymentLink(value)) fitting += 1;
  return fitting === 1;
}

function checkLinkListLinksFields(value: Record<string, unknown>): boolean {
  const field0 = value.next;
  if (field0 !== undefined && !(typeof field0 === 'string' || field0 === null)) return false;
  return true;
}

function checkLinkListMetaFields(value: Record<string, unknown>): boolean {
  const field0 = value.current_page;
  if (field0 !== undefined && !(typeof field0 === 'number' && Number.isInteger(field0) && field0 >= 1)) return false;
  const field1 = value.total;
  if (field1 !== undefined && !(typeof field1 === 'number' && Number.isInteger(field1) && field1 >= 0)) return false;
  return true;
}

function checkLinkListFields(value: Record<string, unknown>): boolean {
  const field0 = value.data;
  if (!checkLinkListDataOne(field0)) return false;
  const field1 = value.links;
  if (field1 !== undefined && !((record(field1) && checkLinkListLinksFields(field1)) || field1 === null)) return false;
  const field2 = value.meta;
  if (field2 !== undefined && !((record(field2) && checkLinkListMetaFields(field2)) || field2 === null)) return false;
  return true;
}

function checkLinkList(value: unknown): boolean {
  return record(value) && checkLinkListFields(value);
}

function inspectLinkListDataOne0Items(value: readonly unknown[], path: string, issues: Issue[]): void {
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    inspectPaymentLink(item, at(path, index), issues);
  }
}

function inspectLinkListDataOne0(value: unknown, path: string, issues: Issue[]): void {
  if (list(value)) {
    inspectLinkListDataOne0Items(value, path, issues);
  } else tellKind(issues, path, 'an array', value);
}

function inspectLinkListLinksFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.next;
  if (field0 !== undefined && !(typeof field0 === 'string' || field0 === null))
    tellKind(issues, at(path, 'next'), 'a string or null', field0);
}

function inspectLinkListMetaFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.current_page;
  if (field0 !== undefined) {
    if (typeof field0 === 'number' && Number.isInteger(field0)) {
      if (!(field0 >= 1)) tell(issues, at(path, 'current_page'), `must be at least 1, is ${field0}`);
    } else tellKind(issues, at(path, 'current_page'), 'an integer', field0);
  }
  const field1 = value.total;
  if (field1 !== undefined) {
    if (typeof field1 === 'number' && Number.isInteger(field1)) {
      if (!(field1 >= 0)) tell(issues, at(path, 'total'), `must be at least 0, is ${field1}`);
    } else tellKind(issues, at(path, 'total'), 'an integer', field1);
  }
}

function inspectLinkListFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.data;
  if (field0 === undefined) tell(issues, at(path, 'data'), 'is required');
  else {
    if (!checkLinkListDataOne(field0)) {
      if ((list(field0) && checkLinkListDataOne0Items(field0)) || checkPaymentLink(field0))
        tell(issues, at(path, 'data'), 'fits more than one of the forms that exclude each other');
      else closest(field0, at(path, 'data'), issues, [inspectLinkListDataOne0, inspectPaymentLink]);
    }
  }
  const field1 = value.links;
  if (field1 !== undefined) {
    if (record(field1)) {
      inspectLinkListLinksFields(field1, at(path, 'links'), issues);
    } else if (!(field1 === null)) tellKind(issues, at(path, 'links'), 'an object or null', field1);
  }
  const field2 = value.meta;
  if (field2 !== undefined) {
    if (record(field2)) {
      inspectLinkListMetaFields(field2, at(path, 'meta'), issues);
    } else if (!(field2 === null)) tellKind(issues, at(path, 'meta'), 'an object or null', field2);
  }
}

function inspectLinkList(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectLinkListFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isCreateLinkInput(value: unknown): value is components['schemas']['CreateLinkInput'] {
  return checkCreateLinkInput(value);
}

export function explainCreateLinkInput(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCreateLinkInput(value, '', issues);
  return issues;
}

function checkCreateLinkInputFields(value: Record<string, unknown>): boolean {
  const field0 = value.product;
  if (!(typeof field0 === 'string' && field0 !== '' && (field0.length <= 50 || lengthOf(field0) <= 50))) return false;
  const field1 = value.amount;
  if (!(typeof field1 === 'number' && Number.isFinite(field1) && field1 <= 99999999.99 && field1 > 0 && fitsDecimals(field1, 100)))
    return false;
  const field2 = value.description;
  if (field2 !== undefined && !(typeof field2 === 'string' && (field2.length <= 150 || lengthOf(field2) <= 150))) return false;
  const field3 = value.communication;
  if (field3 !== undefined && !(typeof field3 === 'string' && (field3.length <= 18 || lengthOf(field3) <= 18))) return false;
  const field4 = value.reference;
  if (field4 !== undefined && !(typeof field4 === 'string' && field4 !== '')) return false;
  const field5 = value.expired_at;
  if (field5 !== undefined && !(typeof field5 === 'string' && fitsLocalDateTime(field5))) return false;
  const field6 = value.request_customer_data;
  if (field6 !== undefined && !(field6 === 'name' || field6 === 'name_phone' || field6 === 'full_customer')) return false;
  const field7 = value.settings;
  if (field7 !== undefined && !checkCreateLinkSettings(field7)) return false;
  for (const key in value) {
    if (!values.has(key)) return false;
  }
  return true;
}

function checkCreateLinkInput(value: unknown): boolean {
  return record(value) && checkCreateLinkInputFields(value);
}

function inspectCreateLinkInputFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.product;
  if (field0 === undefined) tell(issues, at(path, 'product'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'product'), 'must not be empty');
      if (!(field0.length <= 50 || lengthOf(field0) <= 50))
        tell(issues, at(path, 'product'), `must have at most 50 characters, has ${lengthOf(field0)}`);
    } else tellKind(issues, at(path, 'product'), 'a string', field0);
  }
  const field1 = value.amount;
  if (field1 === undefined) tell(issues, at(path, 'amount'), 'is required');
  else {
    if (typeof field1 === 'number' && Number.isFinite(field1)) {
      if (!(field1 <= 99999999.99)) tell(issues, at(path, 'amount'), `must be at most 99999999.99, is ${field1}`);
      if (!(field1 > 0)) tell(issues, at(path, 'amount'), `must be greater than 0, is ${field1}`);
      if (!fitsDecimals(field1, 100)) tell(issues, at(path, 'amount'), `must have at most two decimals, is ${field1}`);
    } else tellKind(issues, at(path, 'amount'), 'a number', field1);
  }
  const field2 = value.description;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!(field2.length <= 150 || lengthOf(field2) <= 150))
        tell(issues, at(path, 'description'), `must have at most 150 characters, has ${lengthOf(field2)}`);
    } else tellKind(issues, at(path, 'description'), 'a string', field2);
  }
  const field3 = value.communication;
  if (field3 !== undefined) {
    if (typeof field3 === 'string') {
      if (!(field3.length <= 18 || lengthOf(field3) <= 18))
        tell(issues, at(path, 'communication'), `must have at most 18 characters, has ${lengthOf(field3)}`);
    } else tellKind(issues, at(path, 'communication'), 'a string', field3);
  }
  const field4 = value.reference;
  if (field4 !== undefined) {
    if (typeof field4 === 'string') {
      if (!(field4 !== '')) tell(issues, at(path, 'reference'), 'must not be empty');
    } else tellKind(issues, at(path, 'reference'), 'a string', field4);
  }
  const field5 = value.expired_at;
  if (field5 !== undefined) {
    if (typeof field5 === 'string') {
      if (!fitsLocalDateTime(field5))
        tell(issues, at(path, 'expired_at'), 'must be a date that exists and a time, such as 2026-01-31 18:00:00');
    } else tellKind(issues, at(path, 'expired_at'), 'a string', field5);
  }
  const field6 = value.request_customer_data;
  if (field6 !== undefined && !(field6 === 'name' || field6 === 'name_phone' || field6 === 'full_customer'))
    tell(issues, at(path, 'request_customer_data'), 'must be one of "name", "name_phone", "full_customer"');
  const field7 = value.settings;
  if (field7 !== undefined) {
    inspectCreateLinkSettings(field7, at(path, 'settings'), issues);
  }
  for (const key in value) {
    if (!values.has(key)) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectCreateLinkInput(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectCreateLinkInputFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isCreateLinkSettings(value: unknown): value is components['schemas']['CreateLinkSettings'] {
  return checkCreateLinkSettings(value);
}

export function explainCreateLinkSettings(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCreateLinkSettings(value, '', issues);
  return issues;
}

function checkCreateLinkSettingsFields(value: Record<string, unknown>): boolean {
  const field0 = value.expirationDate;
  if (field0 !== undefined && !(typeof field0 === 'boolean')) return false;
  const field1 = value.showPayeeData;
  if (field1 !== undefined && !(typeof field1 === 'boolean')) return false;
  const field2 = value.requestCustomerData;
  if (field2 !== undefined && !(typeof field2 === 'boolean')) return false;
  const field3 = value.theme;
  if (field3 !== undefined && !checkCreateLinkTheme(field3)) return false;
  for (const key in value) {
    if (!(key === 'expirationDate' || key === 'showPayeeData' || key === 'requestCustomerData' || key === 'theme')) return false;
  }
  return true;
}

function checkCreateLinkSettings(value: unknown): boolean {
  return record(value) && checkCreateLinkSettingsFields(value);
}

function inspectCreateLinkSettingsFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.expirationDate;
  if (field0 !== undefined && !(typeof field0 === 'boolean')) tellKind(issues, at(path, 'expirationDate'), 'a boolean', field0);
  const field1 = value.showPayeeData;
  if (field1 !== undefined && !(typeof field1 === 'boolean')) tellKind(issues, at(path, 'showPayeeData'), 'a boolean', field1);
  const field2 = value.requestCustomerData;
  if (field2 !== undefined && !(typeof field2 === 'boolean')) tellKind(issues, at(path, 'requestCustomerData'), 'a boolean', field2);
  const field3 = value.theme;
  if (field3 !== undefined) {
    inspectCreateLinkTheme(field3, at(path, 'theme'), issues);
  }
  for (const key in value) {
    if (!(key === 'expirationDate' || key === 'showPayeeData' || key === 'requestCustomerData' || key === 'theme')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectCreateLinkSettings(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectCreateLinkSettingsFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isCreateLinkTheme(value: unknown): value is components['schemas']['CreateLinkTheme'] {
  return checkCreateLinkTheme(value);
}

export function explainCreateLinkTheme(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCreateLinkTheme(value, '', issues);
  return issues;
}

function checkCreateLinkThemeFields(value: Record<string, unknown>): boolean {
  const field0 = value.selected;
  if (field0 !== undefined && !(typeof field0 === 'string' && field0 !== '')) return false;
  const field1 = value.logo;
  if (field1 !== undefined && !(typeof field1 === 'string' && field1 !== '')) return false;
  const field2 = value.logoType;
  if (field2 !== undefined && !(field2 === 'icon' || field2 === 'icon_name' || field2 === 'logo')) return false;
  for (const key in value) {
    if (!(key === 'selected' || key === 'logo' || key === 'logoType')) return false;
  }
  return true;
}

function checkCreateLinkTheme(value: unknown): boolean {
  return record(value) && checkCreateLinkThemeFields(value);
}

function inspectCreateLinkThemeFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.selected;
  if (field0 !== undefined) {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'selected'), 'must not be empty');
    } else tellKind(issues, at(path, 'selected'), 'a string', field0);
  }
  const field1 = value.logo;
  if (field1 !== undefined) {
    if (typeof field1 === 'string') {
      if (!(field1 !== '')) tell(issues, at(path, 'logo'), 'must not be empty');
    } else tellKind(issues, at(path, 'logo'), 'a string', field1);
  }
  const field2 = value.logoType;
  if (field2 !== undefined && !(field2 === 'icon' || field2 === 'icon_name' || field2 === 'logo'))
    tell(issues, at(path, 'logoType'), 'must be one of "icon", "icon_name", "logo"');
  for (const key in value) {
    if (!(key === 'selected' || key === 'logo' || key === 'logoType')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectCreateLinkTheme(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectCreateLinkThemeFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isProblem(value: unknown): value is components['schemas']['Problem'] {
  return checkProblem(value);
}

export function explainProblem(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectProblem(value, '', issues);
  return issues;
}

function checkProblemFields(value: Record<string, unknown>): boolean {
  const field0 = value.message;
  if (!(typeof field0 === 'string')) return false;
  return true;
}

function checkProblem(value: unknown): boolean {
  return record(value) && checkProblemFields(value);
}

function inspectProblemFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.message;
  if (field0 === undefined) tell(issues, at(path, 'message'), 'is required');
  else {
    if (!(typeof field0 === 'string')) tellKind(issues, at(path, 'message'), 'a string', field0);
  }
}

function inspectProblem(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectProblemFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isValidationProblem(value: unknown): value is components['schemas']['ValidationProblem'] {
  return checkValidationProblem(value);
}

export function explainValidationProblem(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectValidationProblem(value, '', issues);
  return issues;
}

function checkValidationProblemErrorsMoreItems(value: readonly unknown[]): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(typeof item === 'string')) return false;
  }
  return true;
}

function checkValidationProblemErrorsFields(value: Record<string, unknown>): boolean {
  for (const key in value) {
    if (!(list(value[key]) && checkValidationProblemErrorsMoreItems(value[key]))) return false;
  }
  return true;
}

function checkValidationProblemFields(value: Record<string, unknown>): boolean {
  const field0 = value.message;
  if (!(typeof field0 === 'string')) return false;
  const field1 = value.errors;
  if (!(record(field1) && checkValidationProblemErrorsFields(field1))) return false;
  return true;
}

function checkValidationProblem(value: unknown): boolean {
  return record(value) && checkValidationProblemFields(value);
}

function inspectValidationProblemErrorsMoreItems(value: readonly unknown[], path: string, issues: Issue[]): void {
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(typeof item === 'string')) tellKind(issues, at(path, index), 'a string', item);
  }
}

function inspectValidationProblemErrorsFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  for (const key in value) {
    if (!false) {
      if (list(value[key])) {
        inspectValidationProblemErrorsMoreItems(value[key], at(path, key), issues);
      } else tellKind(issues, at(path, key), 'an array', value[key]);
    }
  }
}

function inspectValidationProblemFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.message;
  if (field0 === undefined) tell(issues, at(path, 'message'), 'is required');
  else {
    if (!(typeof field0 === 'string')) tellKind(issues, at(path, 'message'), 'a string', field0);
  }
  const field1 = value.errors;
  if (field1 === undefined) tell(issues, at(path, 'errors'), 'is required');
  else {
    if (record(field1)) {
      inspectValidationProblemErrorsFields(field1, at(path, 'errors'), issues);
    } else tellKind(issues, at(path, 'errors'), 'an object', field1);
  }
}

function inspectValidationProblem(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectValidationProblemFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}
