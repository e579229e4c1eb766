// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import type { components } from './types.js';

/** What is wrong with a value, and where: `settings.theme.logoType`, `items.0.id`, or nothing for the value itself. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

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

function countOf(value: Record<string, unknown>): number {
  let count = 0;
  for (const key in value) if (Object.hasOwn(value, key)) count += 1;
  return count;
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const dateTimePattern = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;

const emailPattern = /^[^\s@"<>()[\]\\,;:]+@[^\s@"<>()[\]\\,;:]+$/;

const uriPattern = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i;

function fitsDateTime(text: string): boolean {
  return dateTimePattern.test(text) && startsWithDay(text) && hasTimeAt(text, 11);
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

function fitsEmail(text: string): boolean {
  return emailPattern.test(text);
}

function fitsUri(text: string): boolean {
  return uriPattern.test(text);
}

const pattern = /^[A-Za-z]{2}$/u;
const values = new Set<unknown>(['notifyUrl', 'redirectUrl', 'cancelUrl', 'language', 'emailTemplate', 'emailSubject']);
const pattern_2 = /^(?:.{5,})?$/u;
const pattern_3 = /^\d{12,19}$/u;
const pattern_4 = /^\d{3,4}$/u;
const values_2 = new Set<unknown>(['type', 'token', 'account', 'expMonth', 'expYear', 'secretCode', 'clientID']);
const values_3 = new Set<unknown>([
  'posSignature',
  'orderID',
  'amount',
  'currency',
  'description',
  'dateTime',
  'billing',
  'shipping',
  'products',
  'data',
  'clientID',
  'scaExemptionInd',
  'ntpID',
  'installments',
]);
const pattern_5 = /^[A-Z]{3}$/u;
const pattern_6 = /^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3,4}$/u;
const pattern_7 = /^(?:\D*\d){6}/u;
const values_4 = new Set<unknown>([
  'email',
  'firstName',
  'lastName',
  'phone',
  'city',
  'country',
  'countryName',
  'state',
  'postalCode',
  'details',
]);
const values_5 = new Set<unknown>(['name', 'code', 'category', 'price', 'vat']);

export function isStartRequest(value: unknown): value is components['schemas']['StartRequest'] {
  return checkStartRequest(value);
}

export function explainStartRequest(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStartRequest(value, '', issues);
  return issues;
}

function checkStartRequestFields(value: Record<string, unknown>): boolean {
  const field0 = value.config;
  if (!checkStartConfig(field0)) return false;
  const field1 = value.payment;
  if (field1 !== undefined && !checkStartPaymentInput(field1)) return false;
  const field2 = value.order;
  if (!checkStartOrder(field2)) return false;
  for (const key in value) {
    if (!(key === 'config' || key === 'payment' || key === 'order')) return false;
  }
  return true;
}

function checkStartRequest(value: unknown): boolean {
  return record(value) && checkStartRequestFields(value);
}

function inspectStartRequestFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.config;
  if (field0 === undefined) tell(issues, at(path, 'config'), 'is required');
  else {
    inspectStartConfig(field0, at(path, 'config'), issues);
  }
  const field1 = value.payment;
  if (field1 !== undefined) {
    inspectStartPaymentInput(field1, at(path, 'payment'), issues);
  }
  const field2 = value.order;
  if (field2 === undefined) tell(issues, at(path, 'order'), 'is required');
  else {
    inspectStartOrder(field2, at(path, 'order'), issues);
  }
  for (const key in value) {
    if (!(key === 'config' || key === 'payment' || key === 'order')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectStartRequest(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStartRequestFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isStartConfig(value: unknown): value is components['schemas']['StartConfig'] {
  return checkStartConfig(value);
}

export function explainStartConfig(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStartConfig(value, '', issues);
  return issues;
}

function checkStartConfigFields(value: Record<string, unknown>): boolean {
  const field0 = value.notifyUrl;
  if (!(typeof field0 === 'string' && (field0.length <= 2048 || lengthOf(field0) <= 2048) && fitsUri(field0))) return false;
  const field1 = value.redirectUrl;
  if (!(typeof field1 === 'string' && (field1.length <= 2048 || lengthOf(field1) <= 2048) && fitsUri(field1))) return false;
  const field2 = value.cancelUrl;
  if (field2 !== undefined && !(typeof field2 === 'string' && (field2.length <= 2048 || lengthOf(field2) <= 2048) && fitsUri(field2)))
    return false;
  const field3 = value.language;
  if (!(typeof field3 === 'string' && pattern.test(field3))) return false;
  const field4 = value.emailTemplate;
  if (field4 !== undefined && !(typeof field4 === 'string' && (field4.length <= 255 || lengthOf(field4) <= 255))) return false;
  const field5 = value.emailSubject;
  if (field5 !== undefined && !(typeof field5 === 'string' && (field5.length <= 255 || lengthOf(field5) <= 255))) return false;
  for (const key in value) {
    if (!values.has(key)) return false;
  }
  return true;
}

function checkStartConfig(value: unknown): boolean {
  return record(value) && checkStartConfigFields(value);
}

function inspectStartConfigFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.notifyUrl;
  if (field0 === undefined) tell(issues, at(path, 'notifyUrl'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0.length <= 2048 || lengthOf(field0) <= 2048))
        tell(issues, at(path, 'notifyUrl'), `must have at most 2048 characters, has ${lengthOf(field0)}`);
      if (!fitsUri(field0)) tell(issues, at(path, 'notifyUrl'), 'must be a URI');
    } else tellKind(issues, at(path, 'notifyUrl'), 'a string', field0);
  }
  const field1 = value.redirectUrl;
  if (field1 === undefined) tell(issues, at(path, 'redirectUrl'), 'is required');
  else {
    if (typeof field1 === 'string') {
      if (!(field1.length <= 2048 || lengthOf(field1) <= 2048))
        tell(issues, at(path, 'redirectUrl'), `must have at most 2048 characters, has ${lengthOf(field1)}`);
      if (!fitsUri(field1)) tell(issues, at(path, 'redirectUrl'), 'must be a URI');
    } else tellKind(issues, at(path, 'redirectUrl'), 'a string', field1);
  }
  const field2 = value.cancelUrl;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!(field2.length <= 2048 || lengthOf(field2) <= 2048))
        tell(issues, at(path, 'cancelUrl'), `must have at most 2048 characters, has ${lengthOf(field2)}`);
      if (!fitsUri(field2)) tell(issues, at(path, 'cancelUrl'), 'must be a URI');
    } else tellKind(issues, at(path, 'cancelUrl'), 'a string', field2);
  }
  const field3 = value.language;
  if (field3 === undefined) tell(issues, at(path, 'language'), 'is required');
  else {
    if (typeof field3 === 'string') {
      if (!pattern.test(field3)) tell(issues, at(path, 'language'), 'must match ^[A-Za-z]{2}$');
    } else tellKind(issues, at(path, 'language'), 'a string', field3);
  }
  const field4 = value.emailTemplate;
  if (field4 !== undefined) {
    if (typeof field4 === 'string') {
      if (!(field4.length <= 255 || lengthOf(field4) <= 255))
        tell(issues, at(path, 'emailTemplate'), `must have at most 255 characters, has ${lengthOf(field4)}`);
    } else tellKind(issues, at(path, 'emailTemplate'), 'a string', field4);
  }
  const field5 = value.emailSubject;
  if (field5 !== undefined) {
    if (typeof field5 === 'string') {
      if (!(field5.length <= 255 || lengthOf(field5) <= 255))
        tell(issues, at(path, 'emailSubject'), `must have at most 255 characters, has ${lengthOf(field5)}`);
    } else tellKind(issues, at(path, 'emailSubject'), 'a string', field5);
  }
  for (const key in value) {
    if (!values.has(key)) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectStartConfig(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStartConfigFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isStartPaymentInput(value: unknown): value is components['schemas']['StartPaymentInput'] {
  return checkStartPaymentInput(value);
}

export function explainStartPaymentInput(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStartPaymentInput(value, '', issues);
  return issues;
}

function checkStartPaymentInputFields(value: Record<string, unknown>): boolean {
  const field0 = value.options;
  if (field0 !== undefined && !checkPaymentOptions(field0)) return false;
  const field1 = value.instrument;
  if (field1 !== undefined && !checkInstrument(field1)) return false;
  const field2 = value.data;
  if (field2 !== undefined && !checkBrowserData(field2)) return false;
  for (const key in value) {
    if (!(key === 'options' || key === 'instrument' || key === 'data')) return false;
  }
  return true;
}

function checkStartPaymentInput(value: unknown): boolean {
  return record(value) && checkStartPaymentInputFields(value);
}

function inspectStartPaymentInputFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.options;
  if (field0 !== undefined) {
    inspectPaymentOptions(field0, at(path, 'options'), issues);
  }
  const field1 = value.instrument;
  if (field1 !== undefined) {
    inspectInstrument(field1, at(path, 'instrument'), issues);
  }
  const field2 = value.data;
  if (field2 !== undefined) {
    inspectBrowserData(field2, at(path, 'data'), issues);
  }
  for (const key in value) {
    if (!(key === 'options' || key === 'instrument' || key === 'data')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectStartPaymentInput(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStartPaymentInputFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isPaymentOptions(value: unknown): value is components['schemas']['PaymentOptions'] {
  return checkPaymentOptions(value);
}

export function explainPaymentOptions(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectPaymentOptions(value, '', issues);
  return issues;
}

function checkPaymentOptionsFields(value: Record<string, unknown>): boolean {
  const field0 = value.installments;
  if (field0 !== undefined && !(typeof field0 === 'number' && Number.isInteger(field0) && field0 >= 0 && field0 <= 99)) return false;
  const field1 = value.bonus;
  if (field1 !== undefined && !(typeof field1 === 'number' && Number.isInteger(field1) && field1 >= 0 && field1 <= 2147483647))
    return false;
  for (const key in value) {
    if (!(key === 'installments' || key === 'bonus')) return false;
  }
  return true;
}

function checkPaymentOptions(value: unknown): boolean {
  return record(value) && checkPaymentOptionsFields(value);
}

function inspectPaymentOptionsFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.installments;
  if (field0 !== undefined) {
    if (typeof field0 === 'number' && Number.isInteger(field0)) {
      if (!(field0 >= 0)) tell(issues, at(path, 'installments'), `must be at least 0, is ${field0}`);
      if (!(field0 <= 99)) tell(issues, at(path, 'installments'), `must be at most 99, is ${field0}`);
    } else tellKind(issues, at(path, 'installments'), 'an integer', field0);
  }
  const field1 = value.bonus;
  if (field1 !== undefined) {
    if (typeof field1 === 'number' && Number.isInteger(field1)) {
      if (!(field1 >= 0)) tell(issues, at(path, 'bonus'), `must be at least 0, is ${field1}`);
      if (!(field1 <= 2147483647)) tell(issues, at(path, 'bonus'), `must be at most 2147483647, is ${field1}`);
    } else tellKind(issues, at(path, 'bonus'), 'an integer', field1);
  }
  for (const key in value) {
    if (!(key === 'installments' || key === 'bonus')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectPaymentOptions(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectPaymentOptionsFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isBrowserData(value: unknown): value is components['schemas']['BrowserData'] {
  return checkBrowserData(value);
}

export function explainBrowserData(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectBrowserData(value, '', issues);
  return issues;
}

function checkBrowserDataFields(value: Record<string, unknown>): boolean {
  for (const key in value) {
    if (!(typeof value[key] === 'string')) return false;
  }
  return true;
}

function checkBrowserData(value: unknown): boolean {
  return (record(value) && checkBrowserDataFields(value)) || value === null;
}

function inspectBrowserDataFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  for (const key in value) {
    if (!false && !(typeof value[key] === 'string')) tellKind(issues, at(path, key), 'a string', value[key]);
  }
}

function inspectBrowserData(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectBrowserDataFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isInstrument(value: unknown): value is components['schemas']['Instrument'] {
  return checkInstrument(value);
}

export function explainInstrument(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectInstrument(value, '', issues);
  return issues;
}

function checkInstrumentFields(value: Record<string, unknown>): boolean {
  const field0 = value.type;
  if (field0 !== undefined && !(field0 === 'card')) return false;
  const field1 = value.token;
  if (
    field1 !== undefined &&
    !(typeof field1 === 'string' && (field1.length <= 1024 || lengthOf(field1) <= 1024) && pattern_2.test(field1))
  )
    return false;
  const field2 = value.account;
  if (field2 !== undefined && !(typeof field2 === 'string' && pattern_3.test(field2))) return false;
  const field3 = value.expMonth;
  if (field3 !== undefined && !(typeof field3 === 'number' && Number.isInteger(field3) && field3 >= 1 && field3 <= 12)) return false;
  const field4 = value.expYear;
  if (field4 !== undefined && !(typeof field4 === 'number' && Number.isInteger(field4) && field4 >= 2000 && field4 <= 9999)) return false;
  const field5 = value.secretCode;
  if (field5 !== undefined && !(typeof field5 === 'string' && pattern_4.test(field5))) return false;
  const field6 = value.clientID;
  if (field6 !== undefined && !(typeof field6 === 'string' && (field6.length <= 255 || lengthOf(field6) <= 255))) return false;
  for (const key in value) {
    if (!values_2.has(key)) return false;
  }
  return true;
}

function checkInstrument(value: unknown): boolean {
  return (record(value) && checkInstrumentFields(value)) || value === null;
}

function inspectInstrumentFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.type;
  if (field0 !== undefined && !(field0 === 'card')) tell(issues, at(path, 'type'), 'must be "card"');
  const field1 = value.token;
  if (field1 !== undefined) {
    if (typeof field1 === 'string') {
      if (!(field1.length <= 1024 || lengthOf(field1) <= 1024))
        tell(issues, at(path, 'token'), `must have at most 1024 characters, has ${lengthOf(field1)}`);
      if (!pattern_2.test(field1)) tell(issues, at(path, 'token'), 'must match ^(?:.{5,})?$');
    } else tellKind(issues, at(path, 'token'), 'a string', field1);
  }
  const field2 = value.account;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!pattern_3.test(field2)) tell(issues, at(path, 'account'), 'must match ^\\d{12,19}$');
    } else tellKind(issues, at(path, 'account'), 'a string', field2);
  }
  const field3 = value.expMonth;
  if (field3 !== undefined) {
    if (typeof field3 === 'number' && Number.isInteger(field3)) {
      if (!(field3 >= 1)) tell(issues, at(path, 'expMonth'), `must be at least 1, is ${field3}`);
      if (!(field3 <= 12)) tell(issues, at(path, 'expMonth'), `must be at most 12, is ${field3}`);
    } else tellKind(issues, at(path, 'expMonth'), 'an integer', field3);
  }
  const field4 = value.expYear;
  if (field4 !== undefined) {
    if (typeof field4 === 'number' && Number.isInteger(field4)) {
      if (!(field4 >= 2000)) tell(issues, at(path, 'expYear'), `must be at least 2000, is ${field4}`);
      if (!(field4 <= 9999)) tell(issues, at(path, 'expYear'), `must be at most 9999, is ${field4}`);
    } else tellKind(issues, at(path, 'expYear'), 'an integer', field4);
  }
  const field5 = value.secretCode;
  if (field5 !== undefined) {
    if (typeof field5 === 'string') {
      if (!pattern_4.test(field5)) tell(issues, at(path, 'secretCode'), 'must match ^\\d{3,4}$');
    } else tellKind(issues, at(path, 'secretCode'), 'a string', field5);
  }
  const field6 = value.clientID;
  if (field6 !== undefined) {
    if (typeof field6 === 'string') {
      if (!(field6.length <= 255 || lengthOf(field6) <= 255))
        tell(issues, at(path, 'clientID'), `must have at most 255 characters, has ${lengthOf(field6)}`);
    } else tellKind(issues, at(path, 'clientID'), 'a string', field6);
  }
  for (const key in value) {
    if (!values_2.has(key)) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectInstrument(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectInstrumentFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isStartOrder(value: unknown): value is components['schemas']['StartOrder'] {
  return checkStartOrder(value);
}

export function explainStartOrder(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStartOrder(value, '', issues);
  return issues;
}

function checkStartOrderProductsItems(value: readonly unknown[]): boolean {
  if (!(value.length <= 1000)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!checkProduct(item)) return false;
  }
  return true;
}

function checkStartOrderFields(value: Record<string, unknown>): boolean {
  const field0 = value.posSignature;
  if (!checkPosSignature(field0)) return false;
  const field1 = value.orderID;
  if (!(typeof field1 === 'string' && field1 !== '' && (field1.length <= 64 || lengthOf(field1) <= 64))) return false;
  const field2 = value.amount;
  if (!(typeof field2 === 'number' && Number.isFinite(field2) && field2 >= 0 && field2 <= 100000 && fitsDecimals(field2, 100)))
    return false;
  const field3 = value.currency;
  if (!checkStartCurrency(field3)) return false;
  const field4 = value.description;
  if (!(typeof field4 === 'string' && field4 !== '' && (field4.length <= 255 || lengthOf(field4) <= 255))) return false;
  const field5 = value.dateTime;
  if (!(typeof field5 === 'string' && fitsDateTime(field5))) return false;
  const field6 = value.billing;
  if (!checkAddress(field6)) return false;
  const field7 = value.shipping;
  if (field7 !== undefined && !checkAddress(field7)) return false;
  const field8 = value.products;
  if (field8 !== undefined && !(list(field8) && checkStartOrderProductsItems(field8))) return false;
  const field9 = value.data;
  if (field9 !== undefined && !((record(field9) && checkBrowserDataFields(field9)) || field9 === null)) return false;
  const field10 = value.clientID;
  if (field10 !== undefined && !(typeof field10 === 'string' && field10 !== '' && (field10.length <= 255 || lengthOf(field10) <= 255)))
    return false;
  const field11 = value.scaExemptionInd;
  if (field11 !== undefined && !(field11 === 'MIT')) return false;
  const field12 = value.ntpID;
  if (field12 !== undefined && !((typeof field12 === 'string' && (field12.length <= 64 || lengthOf(field12) <= 64)) || field12 === null))
    return false;
  const field13 = value.installments;
  if (field13 !== undefined && !checkOrderInstallments(field13)) return false;
  for (const key in value) {
    if (!values_3.has(key)) return false;
  }
  return true;
}

function checkStartOrder(value: unknown): boolean {
  return record(value) && checkStartOrderFields(value);
}

function inspectStartOrderProductsItems(value: readonly unknown[], path: string, issues: Issue[]): void {
  if (!(value.length <= 1000)) tell(issues, path, `must have at most 1000 items, has ${value.length}`);
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    inspectProduct(item, at(path, index), issues);
  }
}

function inspectStartOrderFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.posSignature;
  if (field0 === undefined) tell(issues, at(path, 'posSignature'), 'is required');
  else {
    inspectPosSignature(field0, at(path, 'posSignature'), issues);
  }
  const field1 = value.orderID;
  if (field1 === undefined) tell(issues, at(path, 'orderID'), 'is required');
  else {
    if (typeof field1 === 'string') {
      if (!(field1 !== '')) tell(issues, at(path, 'orderID'), 'must not be empty');
      if (!(field1.length <= 64 || lengthOf(field1) <= 64))
        tell(issues, at(path, 'orderID'), `must have at most 64 characters, has ${lengthOf(field1)}`);
    } else tellKind(issues, at(path, 'orderID'), 'a string', field1);
  }
  const field2 = value.amount;
  if (field2 === undefined) tell(issues, at(path, 'amount'), 'is required');
  else {
    if (typeof field2 === 'number' && Number.isFinite(field2)) {
      if (!(field2 >= 0)) tell(issues, at(path, 'amount'), `must be at least 0, is ${field2}`);
      if (!(field2 <= 100000)) tell(issues, at(path, 'amount'), `must be at most 100000, is ${field2}`);
      if (!fitsDecimals(field2, 100)) tell(issues, at(path, 'amount'), `must have at most two decimals, is ${field2}`);
    } else tellKind(issues, at(path, 'amount'), 'a number', field2);
  }
  const field3 = value.currency;
  if (field3 === undefined) tell(issues, at(path, 'currency'), 'is required');
  else {
    inspectStartCurrency(field3, at(path, 'currency'), issues);
  }
  const field4 = value.description;
  if (field4 === undefined) tell(issues, at(path, 'description'), 'is required');
  else {
    if (typeof field4 === 'string') {
      if (!(field4 !== '')) tell(issues, at(path, 'description'), 'must not be empty');
      if (!(field4.length <= 255 || lengthOf(field4) <= 255))
        tell(issues, at(path, 'description'), `must have at most 255 characters, has ${lengthOf(field4)}`);
    } else tellKind(issues, at(path, 'description'), 'a string', field4);
  }
  const field5 = value.dateTime;
  if (field5 === undefined) tell(issues, at(path, 'dateTime'), 'is required');
  else {
    if (typeof field5 === 'string') {
      if (!fitsDateTime(field5)) tell(issues, at(path, 'dateTime'), 'must be a date and time such as 2026-01-31T18:00:00Z');
    } else tellKind(issues, at(path, 'dateTime'), 'a string', field5);
  }
  const field6 = value.billing;
  if (field6 === undefined) tell(issues, at(path, 'billing'), 'is required');
  else {
    inspectAddress(field6, at(path, 'billing'), issues);
  }
  const field7 = value.shipping;
  if (field7 !== undefined) {
    inspectAddress(field7, at(path, 'shipping'), issues);
  }
  const field8 = value.products;
  if (field8 !== undefined) {
    if (list(field8)) {
      inspectStartOrderProductsItems(field8, at(path, 'products'), issues);
    } else tellKind(issues, at(path, 'products'), 'an array', field8);
  }
  const field9 = value.data;
  if (field9 !== undefined) {
    if (record(field9)) {
      inspectBrowserDataFields(field9, at(path, 'data'), issues);
    } else if (!(field9 === null)) tellKind(issues, at(path, 'data'), 'an object or null', field9);
  }
  const field10 = value.clientID;
  if (field10 !== undefined) {
    if (typeof field10 === 'string') {
      if (!(field10 !== '')) tell(issues, at(path, 'clientID'), 'must not be empty');
      if (!(field10.length <= 255 || lengthOf(field10) <= 255))
        tell(issues, at(path, 'clientID'), `must have at most 255 characters, has ${lengthOf(field10)}`);
    } else tellKind(issues, at(path, 'clientID'), 'a string', field10);
  }
  const field11 = value.scaExemptionInd;
  if (field11 !== undefined && !(field11 === 'MIT')) tell(issues, at(path, 'scaExemptionInd'), 'must be "MIT"');
  const field12 = value.ntpID;
  if (field12 !== undefined) {
    if (typeof field12 === 'string') {
      if (!(field12.length <= 64 || lengthOf(field12) <= 64))
        tell(issues, at(path, 'ntpID'), `must have at most 64 characters, has ${lengthOf(field12)}`);
    } else if (!(field12 === null)) tellKind(issues, at(path, 'ntpID'), 'a string or null', field12);
  }
  const field13 = value.installments;
  if (field13 !== undefined) {
    inspectOrderInstallments(field13, at(path, 'installments'), issues);
  }
  for (const key in value) {
    if (!values_3.has(key)) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectStartOrder(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStartOrderFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isOrderInstallments(value: unknown): value is components['schemas']['OrderInstallments'] {
  return checkOrderInstallments(value);
}

export function explainOrderInstallments(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectOrderInstallments(value, '', issues);
  return issues;
}

function checkOrderInstallmentsAvailableItems(value: readonly unknown[]): boolean {
  if (!(value.length <= 100)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(typeof item === 'number' && Number.isInteger(item) && item >= 0 && item <= 99)) return false;
  }
  return true;
}

function checkOrderInstallmentsFields(value: Record<string, unknown>): boolean {
  const field0 = value.selected;
  if (field0 !== undefined && !(typeof field0 === 'number' && Number.isInteger(field0) && field0 >= 0 && field0 <= 99)) return false;
  const field1 = value.available;
  if (field1 !== undefined && !(list(field1) && checkOrderInstallmentsAvailableItems(field1))) return false;
  for (const key in value) {
    if (!(key === 'selected' || key === 'available')) return false;
  }
  return true;
}

function checkOrderInstallments(value: unknown): boolean {
  return record(value) && checkOrderInstallmentsFields(value);
}

function inspectOrderInstallmentsAvailableItems(value: readonly unknown[], path: string, issues: Issue[]): void {
  if (!(value.length <= 100)) tell(issues, path, `must have at most 100 items, has ${value.length}`);
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (typeof item === 'number' && Number.isInteger(item)) {
      if (!(item >= 0)) tell(issues, at(path, index), `must be at least 0, is ${item}`);
      if (!(item <= 99)) tell(issues, at(path, index), `must be at most 99, is ${item}`);
    } else tellKind(issues, at(path, index), 'an integer', item);
  }
}

function inspectOrderInstallmentsFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.selected;
  if (field0 !== undefined) {
    if (typeof field0 === 'number' && Number.isInteger(field0)) {
      if (!(field0 >= 0)) tell(issues, at(path, 'selected'), `must be at least 0, is ${field0}`);
      if (!(field0 <= 99)) tell(issues, at(path, 'selected'), `must be at most 99, is ${field0}`);
    } else tellKind(issues, at(path, 'selected'), 'an integer', field0);
  }
  const field1 = value.available;
  if (field1 !== undefined) {
    if (list(field1)) {
      inspectOrderInstallmentsAvailableItems(field1, at(path, 'available'), issues);
    } else tellKind(issues, at(path, 'available'), 'an array', field1);
  }
  for (const key in value) {
    if (!(key === 'selected' || key === 'available')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectOrderInstallments(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectOrderInstallmentsFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isStartCurrency(value: unknown): value is components['schemas']['StartCurrency'] {
  return checkStartCurrency(value);
}

export function explainStartCurrency(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStartCurrency(value, '', issues);
  return issues;
}

function checkStartCurrency(value: unknown): boolean {
  return typeof value === 'string' && pattern_5.test(value);
}

function inspectStartCurrency(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'string') {
    if (!pattern_5.test(value)) tell(issues, path, 'must match ^[A-Z]{3}$');
  } else tellKind(issues, path, 'a string', value);
}

export function isPosSignature(value: unknown): value is components['schemas']['PosSignature'] {
  return checkPosSignature(value);
}

export function explainPosSignature(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectPosSignature(value, '', issues);
  return issues;
}

function checkPosSignature(value: unknown): boolean {
  return typeof value === 'string' && pattern_6.test(value);
}

function inspectPosSignature(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'string') {
    if (!pattern_6.test(value)) tell(issues, path, 'must match ^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3,4}$');
  } else tellKind(issues, path, 'a string', value);
}

export function isAddress(value: unknown): value is components['schemas']['Address'] {
  return checkAddress(value);
}

export function explainAddress(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectAddress(value, '', issues);
  return issues;
}

function checkAddressFields(value: Record<string, unknown>): boolean {
  const field0 = value.email;
  if (!(typeof field0 === 'string' && (field0.length <= 255 || lengthOf(field0) <= 255) && fitsEmail(field0))) return false;
  const field1 = value.firstName;
  if (!(typeof field1 === 'string' && field1 !== '' && (field1.length <= 255 || lengthOf(field1) <= 255))) return false;
  const field2 = value.lastName;
  if (!(typeof field2 === 'string' && field2 !== '' && (field2.length <= 255 || lengthOf(field2) <= 255))) return false;
  const field3 = value.phone;
  if (field3 !== undefined && !(typeof field3 === 'string' && (field3.length <= 64 || lengthOf(field3) <= 64) && pattern_7.test(field3)))
    return false;
  const field4 = value.city;
  if (!(typeof field4 === 'string' && field4 !== '' && (field4.length <= 255 || lengthOf(field4) <= 255))) return false;
  const field5 = value.country;
  if (!(typeof field5 === 'number' && Number.isInteger(field5) && field5 >= 1 && field5 <= 999)) return false;
  const field6 = value.countryName;
  if (field6 !== undefined && !(typeof field6 === 'string' && (field6.length <= 255 || lengthOf(field6) <= 255))) return false;
  const field7 = value.state;
  if (field7 !== undefined && !(typeof field7 === 'string' && (field7.length <= 255 || lengthOf(field7) <= 255))) return false;
  const field8 = value.postalCode;
  if (field8 !== undefined && !(typeof field8 === 'string' && (field8.length <= 64 || lengthOf(field8) <= 64))) return false;
  const field9 = value.details;
  if (field9 !== undefined && !(typeof field9 === 'string' && (field9.length <= 1024 || lengthOf(field9) <= 1024))) return false;
  for (const key in value) {
    if (!values_4.has(key)) return false;
  }
  return true;
}

function checkAddress(value: unknown): boolean {
  return record(value) && checkAddressFields(value);
}

function inspectAddressFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.email;
  if (field0 === undefined) tell(issues, at(path, 'email'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0.length <= 255 || lengthOf(field0) <= 255))
        tell(issues, at(path, 'email'), `must have at most 255 characters, has ${lengthOf(field0)}`);
      if (!fitsEmail(field0)) tell(issues, at(path, 'email'), 'must be an e-mail address');
    } else tellKind(issues, at(path, 'email'), 'a string', field0);
  }
  const field1 = value.firstName;
  if (field1 === undefined) tell(issues, at(path, 'firstName'), 'is required');
  else {
    if (typeof field1 === 'string') {
      if (!(field1 !== '')) tell(issues, at(path, 'firstName'), 'must not be empty');
      if (!(field1.length <= 255 || lengthOf(field1) <= 255))
        tell(issues, at(path, 'firstName'), `must have at most 255 characters, has ${lengthOf(field1)}`);
    } else tellKind(issues, at(path, 'firstName'), 'a string', field1);
  }
  const field2 = value.lastName;
  if (field2 === undefined) tell(issues, at(path, 'lastName'), 'is required');
  else {
    if (typeof field2 === 'string') {
      if (!(field2 !== '')) tell(issues, at(path, 'lastName'), 'must not be empty');
      if (!(field2.length <= 255 || lengthOf(field2) <= 255))
        tell(issues, at(path, 'lastName'), `must have at most 255 characters, has ${lengthOf(field2)}`);
    } else tellKind(issues, at(path, 'lastName'), 'a string', field2);
  }
  const field3 = value.phone;
  if (field3 !== undefined) {
    if (typeof field3 === 'string') {
      if (!(field3.length <= 64 || lengthOf(field3) <= 64))
        tell(issues, at(path, 'phone'), `must have at most 64 characters, has ${lengthOf(field3)}`);
      if (!pattern_7.test(field3)) tell(issues, at(path, 'phone'), 'must match ^(?:\\D*\\d){6}');
    } else tellKind(issues, at(path, 'phone'), 'a string', field3);
  }
  const field4 = value.city;
  if (field4 === undefined) tell(issues, at(path, 'city'), 'is required');
  else {
    if (typeof field4 === 'string') {
      if (!(field4 !== '')) tell(issues, at(path, 'city'), 'must not be empty');
      if (!(field4.length <= 255 || lengthOf(field4) <= 255))
        tell(issues, at(path, 'city'), `must have at most 255 characters, has ${lengthOf(field4)}`);
    } else tellKind(issues, at(path, 'city'), 'a string', field4);
  }
  const field5 = value.country;
  if (field5 === undefined) tell(issues, at(path, 'country'), 'is required');
  else {
    if (typeof field5 === 'number' && Number.isInteger(field5)) {
      if (!(field5 >= 1)) tell(issues, at(path, 'country'), `must be at least 1, is ${field5}`);
      if (!(field5 <= 999)) tell(issues, at(path, 'country'), `must be at most 999, is ${field5}`);
    } else tellKind(issues, at(path, 'country'), 'an integer', field5);
  }
  const field6 = value.countryName;
  if (field6 !== undefined) {
    if (typeof field6 === 'string') {
      if (!(field6.length <= 255 || lengthOf(field6) <= 255))
        tell(issues, at(path, 'countryName'), `must have at most 255 characters, has ${lengthOf(field6)}`);
    } else tellKind(issues, at(path, 'countryName'), 'a string', field6);
  }
  const field7 = value.state;
  if (field7 !== undefined) {
    if (typeof field7 === 'string') {
      if (!(field7.length <= 255 || lengthOf(field7) <= 255))
        tell(issues, at(path, 'state'), `must have at most 255 characters, has ${lengthOf(field7)}`);
    } else tellKind(issues, at(path, 'state'), 'a string', field7);
  }
  const field8 = value.postalCode;
  if (field8 !== undefined) {
    if (typeof field8 === 'string') {
      if (!(field8.length <= 64 || lengthOf(field8) <= 64))
        tell(issues, at(path, 'postalCode'), `must have at most 64 characters, has ${lengthOf(field8)}`);
    } else tellKind(issues, at(path, 'postalCode'), 'a string', field8);
  }
  const field9 = value.details;
  if (field9 !== undefined) {
    if (typeof field9 === 'string') {
      if (!(field9.length <= 1024 || lengthOf(field9) <= 1024))
        tell(issues, at(path, 'details'), `must have at most 1024 characters, has ${lengthOf(field9)}`);
    } else tellKind(issues, at(path, 'details'), 'a string', field9);
  }
  for (const key in value) {
    if (!values_4.has(key)) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectAddress(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectAddressFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isProduct(value: unknown): value is components['schemas']['Product'] {
  return checkProduct(value);
}

export function explainProduct(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectProduct(value, '', issues);
  return issues;
}

function checkProductFields(value: Record<string, unknown>): boolean {
  const field0 = value.name;
  if (!(typeof field0 === 'string' && field0 !== '' && (field0.length <= 255 || lengthOf(field0) <= 255))) return false;
  const field1 = value.code;
  if (field1 !== undefined && !(typeof field1 === 'string' && (field1.length <= 255 || lengthOf(field1) <= 255))) return false;
  const field2 = value.category;
  if (field2 !== undefined && !(typeof field2 === 'string' && (field2.length <= 255 || lengthOf(field2) <= 255))) return false;
  const field3 = value.price;
  if (!(typeof field3 === 'number' && Number.isFinite(field3) && field3 >= 0 && field3 <= 100000 && fitsDecimals(field3, 100)))
    return false;
  const field4 = value.vat;
  if (field4 !== undefined && !(typeof field4 === 'number' && Number.isFinite(field4) && field4 >= 0 && field4 <= 100)) return false;
  for (const key in value) {
    if (!values_5.has(key)) return false;
  }
  return true;
}

function checkProduct(value: unknown): boolean {
  return record(value) && checkProductFields(value);
}

function inspectProductFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.name;
  if (field0 === undefined) tell(issues, at(path, 'name'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'name'), 'must not be empty');
      if (!(field0.length <= 255 || lengthOf(field0) <= 255))
        tell(issues, at(path, 'name'), `must have at most 255 characters, has ${lengthOf(field0)}`);
    } else tellKind(issues, at(path, 'name'), 'a string', field0);
  }
  const field1 = value.code;
  if (field1 !== undefined) {
    if (typeof field1 === 'string') {
      if (!(field1.length <= 255 || lengthOf(field1) <= 255))
        tell(issues, at(path, 'code'), `must have at most 255 characters, has ${lengthOf(field1)}`);
    } else tellKind(issues, at(path, 'code'), 'a string', field1);
  }
  const field2 = value.category;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!(field2.length <= 255 || lengthOf(field2) <= 255))
        tell(issues, at(path, 'category'), `must have at most 255 characters, has ${lengthOf(field2)}`);
    } else tellKind(issues, at(path, 'category'), 'a string', field2);
  }
  const field3 = value.price;
  if (field3 === undefined) tell(issues, at(path, 'price'), 'is required');
  else {
    if (typeof field3 === 'number' && Number.isFinite(field3)) {
      if (!(field3 >= 0)) tell(issues, at(path, 'price'), `must be at least 0, is ${field3}`);
      if (!(field3 <= 100000)) tell(issues, at(path, 'price'), `must be at most 100000, is ${field3}`);
      if (!fitsDecimals(field3, 100)) tell(issues, at(path, 'price'), `must have at most two decimals, is ${field3}`);
    } else tellKind(issues, at(path, 'price'), 'a number', field3);
  }
  const field4 = value.vat;
  if (field4 !== undefined) {
    if (typeof field4 === 'number' && Number.isFinite(field4)) {
      if (!(field4 >= 0)) tell(issues, at(path, 'vat'), `must be at least 0, is ${field4}`);
      if (!(field4 <= 100)) tell(issues, at(path, 'vat'), `must be at most 100, is ${field4}`);
    } else tellKind(issues, at(path, 'vat'), 'a number', field4);
  }
  for (const key in value) {
    if (!values_5.has(key)) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectProduct(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectProductFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isStatusRequest(value: unknown): value is components['schemas']['StatusRequest'] {
  return checkStatusRequest(value);
}

export function explainStatusRequest(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStatusRequest(value, '', issues);
  return issues;
}

function checkStatusRequestFields(value: Record<string, unknown>): boolean {
  const field0 = value.posID;
  if (!checkPosSignature(field0)) return false;
  const field1 = value.ntpID;
  if (field1 !== undefined && !(typeof field1 === 'string' && (field1.length <= 64 || lengthOf(field1) <= 64))) return false;
  const field2 = value.orderID;
  if (field2 !== undefined && !(typeof field2 === 'string' && (field2.length <= 64 || lengthOf(field2) <= 64))) return false;
  if (!(countOf(value) >= 2)) return false;
  for (const key in value) {
    if (!(key === 'posID' || key === 'ntpID' || key === 'orderID')) return false;
  }
  return true;
}

function checkStatusRequest(value: unknown): boolean {
  return record(value) && checkStatusRequestFields(value);
}

function inspectStatusRequestFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.posID;
  if (field0 === undefined) tell(issues, at(path, 'posID'), 'is required');
  else {
    inspectPosSignature(field0, at(path, 'posID'), issues);
  }
  const field1 = value.ntpID;
  if (field1 !== undefined) {
    if (typeof field1 === 'string') {
      if (!(field1.length <= 64 || lengthOf(field1) <= 64))
        tell(issues, at(path, 'ntpID'), `must have at most 64 characters, has ${lengthOf(field1)}`);
    } else tellKind(issues, at(path, 'ntpID'), 'a string', field1);
  }
  const field2 = value.orderID;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!(field2.length <= 64 || lengthOf(field2) <= 64))
        tell(issues, at(path, 'orderID'), `must have at most 64 characters, has ${lengthOf(field2)}`);
    } else tellKind(issues, at(path, 'orderID'), 'a string', field2);
  }
  if (!(countOf(value) >= 2)) tell(issues, path, `must have at least 2 fields, has ${countOf(value)}`);
  for (const key in value) {
    if (!(key === 'posID' || key === 'ntpID' || key === 'orderID')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectStatusRequest(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStatusRequestFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isVerifyAuthRequest(value: unknown): value is components['schemas']['VerifyAuthRequest'] {
  return checkVerifyAuthRequest(value);
}

export function explainVerifyAuthRequest(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectVerifyAuthRequest(value, '', issues);
  return issues;
}

function checkVerifyAuthRequestFormDataFields(value: Record<string, unknown>): boolean {
  if (!(countOf(value) <= 100)) return false;
  for (const key in value) {
    if (!(typeof value[key] === 'string')) return false;
  }
  return true;
}

function checkVerifyAuthRequestFields(value: Record<string, unknown>): boolean {
  const field0 = value.ntpID;
  if (!(typeof field0 === 'string' && field0 !== '' && (field0.length <= 64 || lengthOf(field0) <= 64))) return false;
  const field1 = value.authenticationToken;
  if (field1 !== undefined && !(typeof field1 === 'string' && field1 !== '' && (field1.length <= 4096 || lengthOf(field1) <= 4096)))
    return false;
  const field2 = value.formData;
  if (!(record(field2) && checkVerifyAuthRequestFormDataFields(field2))) return false;
  for (const key in value) {
    if (!(key === 'ntpID' || key === 'authenticationToken' || key === 'formData')) return false;
  }
  return true;
}

function checkVerifyAuthRequest(value: unknown): boolean {
  return record(value) && checkVerifyAuthRequestFields(value);
}

function inspectVerifyAuthRequestFormDataFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  if (!(countOf(value) <= 100)) tell(issues, path, `must have at most 100 fields, has ${countOf(value)}`);
  for (const key in value) {
    if (!false && !(typeof value[key] === 'string')) tellKind(issues, at(path, key), 'a string', value[key]);
  }
}

function inspectVerifyAuthRequestFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.ntpID;
  if (field0 === undefined) tell(issues, at(path, 'ntpID'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'ntpID'), 'must not be empty');
      if (!(field0.length <= 64 || lengthOf(field0) <= 64))
        tell(issues, at(path, 'ntpID'), `must have at most 64 characters, has ${lengthOf(field0)}`);
    } else tellKind(issues, at(path, 'ntpID'), 'a string', field0);
  }
  const field1 = value.authenticationToken;
  if (field1 !== undefined) {
    if (typeof field1 === 'string') {
      if (!(field1 !== '')) tell(issues, at(path, 'authenticationToken'), 'must not be empty');
      if (!(field1.length <= 4096 || lengthOf(field1) <= 4096))
        tell(issues, at(path, 'authenticationToken'), `must have at most 4096 characters, has ${lengthOf(field1)}`);
    } else tellKind(issues, at(path, 'authenticationToken'), 'a string', field1);
  }
  const field2 = value.formData;
  if (field2 === undefined) tell(issues, at(path, 'formData'), 'is required');
  else {
    if (record(field2)) {
      inspectVerifyAuthRequestFormDataFields(field2, at(path, 'formData'), issues);
    } else tellKind(issues, at(path, 'formData'), 'an object', field2);
  }
  for (const key in value) {
    if (!(key === 'ntpID' || key === 'authenticationToken' || key === 'formData')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectVerifyAuthRequest(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectVerifyAuthRequestFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isCreditRequest(value: unknown): value is components['schemas']['CreditRequest'] {
  return checkCreditRequest(value);
}

export function explainCreditRequest(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCreditRequest(value, '', issues);
  return issues;
}

function checkCreditRequestSplitItems(value: readonly unknown[]): boolean {
  if (!(value.length <= 0)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!record(item)) return false;
  }
  return true;
}

function checkCreditRequestFields(value: Record<string, unknown>): boolean {
  const field0 = value.ntpID;
  if (!(typeof field0 === 'string' && field0 !== '' && (field0.length <= 64 || lengthOf(field0) <= 64))) return false;
  const field1 = value.amount;
  if (!(typeof field1 === 'number' && Number.isFinite(field1) && field1 <= 100000 && field1 > 0 && fitsDecimals(field1, 100))) return false;
  const field2 = value.split;
  if (field2 !== undefined && !(list(field2) && checkCreditRequestSplitItems(field2))) return false;
  for (const key in value) {
    if (!(key === 'ntpID' || key === 'amount' || key === 'split')) return false;
  }
  return true;
}

function checkCreditRequest(value: unknown): boolean {
  return record(value) && checkCreditRequestFields(value);
}

function inspectCreditRequestSplitItems(value: readonly unknown[], path: string, issues: Issue[]): void {
  if (!(value.length <= 0)) tell(issues, path, `must have at most 0 items, has ${value.length}`);
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!record(item)) tellKind(issues, at(path, index), 'an object', item);
  }
}

function inspectCreditRequestFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.ntpID;
  if (field0 === undefined) tell(issues, at(path, 'ntpID'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'ntpID'), 'must not be empty');
      if (!(field0.length <= 64 || lengthOf(field0) <= 64))
        tell(issues, at(path, 'ntpID'), `must have at most 64 characters, has ${lengthOf(field0)}`);
    } else tellKind(issues, at(path, 'ntpID'), 'a string', field0);
  }
  const field1 = value.amount;
  if (field1 === undefined) tell(issues, at(path, 'amount'), 'is required');
  else {
    if (typeof field1 === 'number' && Number.isFinite(field1)) {
      if (!(field1 <= 100000)) tell(issues, at(path, 'amount'), `must be at most 100000, is ${field1}`);
      if (!(field1 > 0)) tell(issues, at(path, 'amount'), `must be greater than 0, is ${field1}`);
      if (!fitsDecimals(field1, 100)) tell(issues, at(path, 'amount'), `must have at most two decimals, is ${field1}`);
    } else tellKind(issues, at(path, 'amount'), 'a number', field1);
  }
  const field2 = value.split;
  if (field2 !== undefined) {
    if (list(field2)) {
      inspectCreditRequestSplitItems(field2, at(path, 'split'), issues);
    } else tellKind(issues, at(path, 'split'), 'an array', field2);
  }
  for (const key in value) {
    if (!(key === 'ntpID' || key === 'amount' || key === 'split')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectCreditRequest(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectCreditRequestFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isStartPayLaterRequest(value: unknown): value is components['schemas']['StartPayLaterRequest'] {
  return checkStartPayLaterRequest(value);
}

export function explainStartPayLaterRequest(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStartPayLaterRequest(value, '', issues);
  return issues;
}

function checkStartPayLaterRequestFields(value: Record<string, unknown>): boolean {
  const field0 = value.config;
  if (!checkStartConfig(field0)) return false;
  const field1 = value.payment;
  if (!checkPayLaterInput(field1)) return false;
  const field2 = value.order;
  if (!checkStartOrder(field2)) return false;
  for (const key in value) {
    if (!(key === 'config' || key === 'payment' || key === 'order')) return false;
  }
  return true;
}

function checkStartPayLaterRequest(value: unknown): boolean {
  return record(value) && checkStartPayLaterRequestFields(value);
}

function inspectStartPayLaterRequestFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.config;
  if (field0 === undefined) tell(issues, at(path, 'config'), 'is required');
  else {
    inspectStartConfig(field0, at(path, 'config'), issues);
  }
  const field1 = value.payment;
  if (field1 === undefined) tell(issues, at(path, 'payment'), 'is required');
  else {
    inspectPayLaterInput(field1, at(path, 'payment'), issues);
  }
  const field2 = value.order;
  if (field2 === undefined) tell(issues, at(path, 'order'), 'is required');
  else {
    inspectStartOrder(field2, at(path, 'order'), issues);
  }
  for (const key in value) {
    if (!(key === 'config' || key === 'payment' || key === 'order')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectStartPayLaterRequest(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStartPayLaterRequestFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isPayLaterInput(value: unknown): value is components['schemas']['PayLaterInput'] {
  return checkPayLaterInput(value);
}

export function explainPayLaterInput(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectPayLaterInput(value, '', issues);
  return issues;
}

function checkPayLaterInputFields(value: Record<string, unknown>): boolean {
  const field0 = value.instrument;
  if (!checkPayLaterInstrument(field0)) return false;
  const field1 = value.options;
  if (field1 !== undefined && !checkPaymentOptions(field1)) return false;
  const field2 = value.data;
  if (field2 !== undefined && !checkBrowserData(field2)) return false;
  for (const key in value) {
    if (!(key === 'instrument' || key === 'options' || key === 'data')) return false;
  }
  return true;
}

function checkPayLaterInput(value: unknown): boolean {
  return record(value) && checkPayLaterInputFields(value);
}

function inspectPayLaterInputFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.instrument;
  if (field0 === undefined) tell(issues, at(path, 'instrument'), 'is required');
  else {
    inspectPayLaterInstrument(field0, at(path, 'instrument'), issues);
  }
  const field1 = value.options;
  if (field1 !== undefined) {
    inspectPaymentOptions(field1, at(path, 'options'), issues);
  }
  const field2 = value.data;
  if (field2 !== undefined) {
    inspectBrowserData(field2, at(path, 'data'), issues);
  }
  for (const key in value) {
    if (!(key === 'instrument' || key === 'options' || key === 'data')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectPayLaterInput(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectPayLaterInputFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isPayLaterInstrument(value: unknown): value is components['schemas']['PayLaterInstrument'] {
  return checkPayLaterInstrument(value);
}

export function explainPayLaterInstrument(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectPayLaterInstrument(value, '', issues);
  return issues;
}

function checkPayLaterInstrumentFields(value: Record<string, unknown>): boolean {
  const field0 = value.type;
  if (!(field0 === 'bnpl.paypo' || field0 === 'bnpl.oney')) return false;
  for (const key in value) {
    if (!(key === 'type')) return false;
  }
  return true;
}

function checkPayLaterInstrument(value: unknown): boolean {
  return record(value) && checkPayLaterInstrumentFields(value);
}

function inspectPayLaterInstrumentFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.type;
  if (field0 === undefined) tell(issues, at(path, 'type'), 'is required');
  else {
    if (!(field0 === 'bnpl.paypo' || field0 === 'bnpl.oney')) tell(issues, at(path, 'type'), 'must be one of "bnpl.paypo", "bnpl.oney"');
  }
  for (const key in value) {
    if (!(key === 'type')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectPayLaterInstrument(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectPayLaterInstrumentFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isReturnPayLaterRequest(value: unknown): value is components['schemas']['ReturnPayLaterRequest'] {
  return checkReturnPayLaterRequest(value);
}

export function explainReturnPayLaterRequest(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectReturnPayLaterRequest(value, '', issues);
  return issues;
}

function checkReturnPayLaterRequestFields(value: Record<string, unknown>): boolean {
  const field0 = value.ntpID;
  if (!(typeof field0 === 'string' && field0 !== '' && (field0.length <= 64 || lengthOf(field0) <= 64))) return false;
  for (const key in value) {
    if (!(key === 'ntpID')) return false;
  }
  return true;
}

function checkReturnPayLaterRequest(value: unknown): boolean {
  return record(value) && checkReturnPayLaterRequestFields(value);
}

function inspectReturnPayLaterRequestFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.ntpID;
  if (field0 === undefined) tell(issues, at(path, 'ntpID'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'ntpID'), 'must not be empty');
      if (!(field0.length <= 64 || lengthOf(field0) <= 64))
        tell(issues, at(path, 'ntpID'), `must have at most 64 characters, has ${lengthOf(field0)}`);
    } else tellKind(issues, at(path, 'ntpID'), 'a string', field0);
  }
  for (const key in value) {
    if (!(key === 'ntpID')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectReturnPayLaterRequest(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectReturnPayLaterRequestFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isStartResponse(value: unknown): value is components['schemas']['StartResponse'] {
  return checkStartResponse(value);
}

export function explainStartResponse(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStartResponse(value, '', issues);
  return issues;
}

function checkStartResponseFields(value: Record<string, unknown>): boolean {
  const field0 = value.error;
  if (field0 !== undefined && !checkOutcome(field0)) return false;
  const field1 = value.payment;
  if (field1 !== undefined && !checkStartedPayment(field1)) return false;
  const field2 = value.customerAction;
  if (field2 !== undefined && !checkCustomerAction(field2)) return false;
  const field3 = value.code;
  if (field3 !== undefined && !checkFlatCode(field3)) return false;
  const field4 = value.message;
  if (field4 !== undefined && !checkFlatMessage(field4)) return false;
  return true;
}

function checkStartResponse(value: unknown): boolean {
  return record(value) && checkStartResponseFields(value);
}

function inspectStartResponseFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.error;
  if (field0 !== undefined) {
    inspectOutcome(field0, at(path, 'error'), issues);
  }
  const field1 = value.payment;
  if (field1 !== undefined) {
    inspectStartedPayment(field1, at(path, 'payment'), issues);
  }
  const field2 = value.customerAction;
  if (field2 !== undefined) {
    inspectCustomerAction(field2, at(path, 'customerAction'), issues);
  }
  const field3 = value.code;
  if (field3 !== undefined) {
    inspectFlatCode(field3, at(path, 'code'), issues);
  }
  const field4 = value.message;
  if (field4 !== undefined) {
    inspectFlatMessage(field4, at(path, 'message'), issues);
  }
}

function inspectStartResponse(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStartResponseFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isStatusResponse(value: unknown): value is components['schemas']['StatusResponse'] {
  return checkStatusResponse(value);
}

export function explainStatusResponse(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStatusResponse(value, '', issues);
  return issues;
}

function checkStatusResponseBnplFields(_value: Record<string, unknown>): boolean {
  return true;
}

function checkStatusResponseFields(value: Record<string, unknown>): boolean {
  const field0 = value.error;
  if (field0 !== undefined && !checkOutcome(field0)) return false;
  const field1 = value.payment;
  if (field1 !== undefined && !checkReadPayment(field1)) return false;
  const field2 = value.order;
  if (field2 !== undefined && !checkReadOrder(field2)) return false;
  const field3 = value.customerAction;
  if (field3 !== undefined && !checkCustomerAction(field3)) return false;
  const field4 = value.config;
  if (field4 !== undefined && !checkReadConfig(field4)) return false;
  const field5 = value.merchant;
  if (field5 !== undefined && !checkMerchant(field5)) return false;
  const field6 = value.bnpl;
  if (field6 !== undefined && !((record(field6) && checkStatusResponseBnplFields(field6)) || field6 === null)) return false;
  const field7 = value.code;
  if (field7 !== undefined && !checkFlatCode(field7)) return false;
  const field8 = value.message;
  if (field8 !== undefined && !checkFlatMessage(field8)) return false;
  return true;
}

function checkStatusResponse(value: unknown): boolean {
  return record(value) && checkStatusResponseFields(value);
}

function inspectStatusResponseBnplFields(_value: Record<string, unknown>, _path: string, _issues: Issue[]): void {}

function inspectStatusResponseFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.error;
  if (field0 !== undefined) {
    inspectOutcome(field0, at(path, 'error'), issues);
  }
  const field1 = value.payment;
  if (field1 !== undefined) {
    inspectReadPayment(field1, at(path, 'payment'), issues);
  }
  const field2 = value.order;
  if (field2 !== undefined) {
    inspectReadOrder(field2, at(path, 'order'), issues);
  }
  const field3 = value.customerAction;
  if (field3 !== undefined) {
    inspectCustomerAction(field3, at(path, 'customerAction'), issues);
  }
  const field4 = value.config;
  if (field4 !== undefined) {
    inspectReadConfig(field4, at(path, 'config'), issues);
  }
  const field5 = value.merchant;
  if (field5 !== undefined) {
    inspectMerchant(field5, at(path, 'merchant'), issues);
  }
  const field6 = value.bnpl;
  if (field6 !== undefined) {
    if (record(field6)) {
      inspectStatusResponseBnplFields(field6, at(path, 'bnpl'), issues);
    } else if (!(field6 === null)) tellKind(issues, at(path, 'bnpl'), 'an object or null', field6);
  }
  const field7 = value.code;
  if (field7 !== undefined) {
    inspectFlatCode(field7, at(path, 'code'), issues);
  }
  const field8 = value.message;
  if (field8 !== undefined) {
    inspectFlatMessage(field8, at(path, 'message'), issues);
  }
}

function inspectStatusResponse(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStatusResponseFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isVerifyAuthResponse(value: unknown): value is components['schemas']['VerifyAuthResponse'] {
  return checkVerifyAuthResponse(value);
}

export function explainVerifyAuthResponse(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectVerifyAuthResponse(value, '', issues);
  return issues;
}

function checkVerifyAuthResponseFields(value: Record<string, unknown>): boolean {
  const field0 = value.error;
  if (field0 !== undefined && !checkOutcome(field0)) return false;
  const field1 = value.payment;
  if (field1 !== undefined && !checkStartedPayment(field1)) return false;
  const field2 = value.code;
  if (field2 !== undefined && !checkFlatCode(field2)) return false;
  const field3 = value.message;
  if (field3 !== undefined && !checkFlatMessage(field3)) return false;
  return true;
}

function checkVerifyAuthResponse(value: unknown): boolean {
  return record(value) && checkVerifyAuthResponseFields(value);
}

function inspectVerifyAuthResponseFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.error;
  if (field0 !== undefined) {
    inspectOutcome(field0, at(path, 'error'), issues);
  }
  const field1 = value.payment;
  if (field1 !== undefined) {
    inspectStartedPayment(field1, at(path, 'payment'), issues);
  }
  const field2 = value.code;
  if (field2 !== undefined) {
    inspectFlatCode(field2, at(path, 'code'), issues);
  }
  const field3 = value.message;
  if (field3 !== undefined) {
    inspectFlatMessage(field3, at(path, 'message'), issues);
  }
}

function inspectVerifyAuthResponse(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectVerifyAuthResponseFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isCreditResponse(value: unknown): value is components['schemas']['CreditResponse'] {
  return checkCreditResponse(value);
}

export function explainCreditResponse(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCreditResponse(value, '', issues);
  return issues;
}

function checkCreditResponseFields(value: Record<string, unknown>): boolean {
  const field0 = value.error;
  if (field0 !== undefined && !checkOutcome(field0)) return false;
  const field1 = value.payment;
  if (field1 !== undefined && !checkCreditedPayment(field1)) return false;
  const field2 = value.code;
  if (field2 !== undefined && !checkFlatCode(field2)) return false;
  const field3 = value.message;
  if (field3 !== undefined && !checkFlatMessage(field3)) return false;
  return true;
}

function checkCreditResponse(value: unknown): boolean {
  return record(value) && checkCreditResponseFields(value);
}

function inspectCreditResponseFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.error;
  if (field0 !== undefined) {
    inspectOutcome(field0, at(path, 'error'), issues);
  }
  const field1 = value.payment;
  if (field1 !== undefined) {
    inspectCreditedPayment(field1, at(path, 'payment'), issues);
  }
  const field2 = value.code;
  if (field2 !== undefined) {
    inspectFlatCode(field2, at(path, 'code'), issues);
  }
  const field3 = value.message;
  if (field3 !== undefined) {
    inspectFlatMessage(field3, at(path, 'message'), issues);
  }
}

function inspectCreditResponse(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectCreditResponseFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isReturnPayLaterResponse(value: unknown): value is components['schemas']['ReturnPayLaterResponse'] {
  return checkReturnPayLaterResponse(value);
}

export function explainReturnPayLaterResponse(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectReturnPayLaterResponse(value, '', issues);
  return issues;
}

function checkReturnPayLaterResponse(value: unknown): boolean {
  return record(value) && checkVerifyAuthResponseFields(value);
}

function inspectReturnPayLaterResponse(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectVerifyAuthResponseFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isOutcome(value: unknown): value is components['schemas']['Outcome'] {
  return checkOutcome(value);
}

export function explainOutcome(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectOutcome(value, '', issues);
  return issues;
}

function checkOutcomeDetailsItems(value: readonly unknown[]): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(record(item) && checkStatusResponseBnplFields(item))) return false;
  }
  return true;
}

function checkOutcomeFields(value: Record<string, unknown>): boolean {
  const field0 = value.code;
  if (field0 !== undefined && !checkErrorCode(field0)) return false;
  const field1 = value.message;
  if (field1 !== undefined && !(typeof field1 === 'string')) return false;
  const field2 = value.details;
  if (field2 !== undefined && !((list(field2) && checkOutcomeDetailsItems(field2)) || field2 === null)) return false;
  return true;
}

function checkOutcome(value: unknown): boolean {
  return (record(value) && checkOutcomeFields(value)) || value === null;
}

function inspectOutcomeDetailsItems(value: readonly unknown[], path: string, issues: Issue[]): void {
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (record(item)) {
      inspectStatusResponseBnplFields(item, at(path, index), issues);
    } else tellKind(issues, at(path, index), 'an object', item);
  }
}

function inspectOutcomeFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.code;
  if (field0 !== undefined) {
    inspectErrorCode(field0, at(path, 'code'), issues);
  }
  const field1 = value.message;
  if (field1 !== undefined && !(typeof field1 === 'string')) tellKind(issues, at(path, 'message'), 'a string', field1);
  const field2 = value.details;
  if (field2 !== undefined) {
    if (list(field2)) {
      inspectOutcomeDetailsItems(field2, at(path, 'details'), issues);
    } else if (!(field2 === null)) tellKind(issues, at(path, 'details'), 'an array or null', field2);
  }
}

function inspectOutcome(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectOutcomeFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isErrorCode(value: unknown): value is components['schemas']['ErrorCode'] {
  return checkErrorCode(value);
}

export function explainErrorCode(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectErrorCode(value, '', issues);
  return issues;
}

function checkErrorCode(value: unknown): boolean {
  return typeof value === 'string' && (value.length <= 64 || lengthOf(value) <= 64);
}

function inspectErrorCode(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'string') {
    if (!(value.length <= 64 || lengthOf(value) <= 64)) tell(issues, path, `must have at most 64 characters, has ${lengthOf(value)}`);
  } else tellKind(issues, path, 'a string', value);
}

export function isFlatCode(value: unknown): value is components['schemas']['FlatCode'] {
  return checkFlatCode(value);
}

export function explainFlatCode(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectFlatCode(value, '', issues);
  return issues;
}

function checkFlatCode(value: unknown): boolean {
  return typeof value === 'string' && (value.length <= 64 || lengthOf(value) <= 64);
}

function inspectFlatCode(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'string') {
    if (!(value.length <= 64 || lengthOf(value) <= 64)) tell(issues, path, `must have at most 64 characters, has ${lengthOf(value)}`);
  } else tellKind(issues, path, 'a string', value);
}

export function isFlatMessage(value: unknown): value is components['schemas']['FlatMessage'] {
  return checkFlatMessage(value);
}

export function explainFlatMessage(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectFlatMessage(value, '', issues);
  return issues;
}

function checkFlatMessage(value: unknown): boolean {
  return typeof value === 'string';
}

function inspectFlatMessage(value: unknown, path: string, issues: Issue[]): void {
  if (!(typeof value === 'string')) tellKind(issues, path, 'a string', value);
}

export function isPaymentStatus(value: unknown): value is components['schemas']['PaymentStatus'] {
  return checkPaymentStatus(value);
}

export function explainPaymentStatus(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectPaymentStatus(value, '', issues);
  return issues;
}

function checkPaymentStatus(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

function inspectPaymentStatus(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'number' && Number.isInteger(value)) {
    if (!(value >= -2147483648)) tell(issues, path, `must be at least -2147483648, is ${value}`);
    if (!(value <= 2147483647)) tell(issues, path, `must be at most 2147483647, is ${value}`);
  } else tellKind(issues, path, 'an integer', value);
}

export function isPaymentId(value: unknown): value is components['schemas']['PaymentId'] {
  return checkPaymentId(value);
}

export function explainPaymentId(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectPaymentId(value, '', issues);
  return issues;
}

function checkPaymentId(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && (value.length <= 255 || lengthOf(value) <= 255);
}

function inspectPaymentId(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'string') {
    if (!(value !== '')) tell(issues, path, 'must not be empty');
    if (!(value.length <= 255 || lengthOf(value) <= 255)) tell(issues, path, `must have at most 255 characters, has ${lengthOf(value)}`);
  } else tellKind(issues, path, 'a string', value);
}

export function isAmount(value: unknown): value is components['schemas']['Amount'] {
  return checkAmount(value);
}

export function explainAmount(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectAmount(value, '', issues);
  return issues;
}

function checkAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function inspectAmount(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (!(value >= 0)) tell(issues, path, `must be at least 0, is ${value}`);
  } else tellKind(issues, path, 'a number', value);
}

export function isCurrency(value: unknown): value is components['schemas']['Currency'] {
  return checkCurrency(value);
}

export function explainCurrency(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCurrency(value, '', issues);
  return issues;
}

function checkCurrency(value: unknown): boolean {
  return typeof value === 'string' && (value.length <= 16 || lengthOf(value) <= 16);
}

function inspectCurrency(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'string') {
    if (!(value.length <= 16 || lengthOf(value) <= 16)) tell(issues, path, `must have at most 16 characters, has ${lengthOf(value)}`);
  } else tellKind(issues, path, 'a string', value);
}

export function isStartedPayment(value: unknown): value is components['schemas']['StartedPayment'] {
  return checkStartedPayment(value);
}

export function explainStartedPayment(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectStartedPayment(value, '', issues);
  return issues;
}

function checkStartedPaymentFields(value: Record<string, unknown>): boolean {
  const field0 = value.ntpID;
  if (field0 !== undefined && !checkPaymentId(field0)) return false;
  const field1 = value.status;
  if (field1 !== undefined && !checkPaymentStatus(field1)) return false;
  const field2 = value.amount;
  if (field2 !== undefined && !checkAmount(field2)) return false;
  const field3 = value.currency;
  if (field3 !== undefined && !checkCurrency(field3)) return false;
  const field4 = value.paymentURL;
  if (field4 !== undefined && !(typeof field4 === 'string')) return false;
  const field5 = value.token;
  if (field5 !== undefined && !checkCardToken(field5)) return false;
  const field6 = value.binding;
  if (field6 !== undefined && !checkBinding(field6)) return false;
  const field7 = value.data;
  if (field7 !== undefined && !checkAuthorisationData(field7)) return false;
  const field8 = value.operationDate;
  if (field8 !== undefined && !checkLocalTime(field8)) return false;
  return true;
}

function checkStartedPayment(value: unknown): boolean {
  return (record(value) && checkStartedPaymentFields(value)) || value === null;
}

function inspectStartedPaymentFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.ntpID;
  if (field0 !== undefined) {
    inspectPaymentId(field0, at(path, 'ntpID'), issues);
  }
  const field1 = value.status;
  if (field1 !== undefined) {
    inspectPaymentStatus(field1, at(path, 'status'), issues);
  }
  const field2 = value.amount;
  if (field2 !== undefined) {
    inspectAmount(field2, at(path, 'amount'), issues);
  }
  const field3 = value.currency;
  if (field3 !== undefined) {
    inspectCurrency(field3, at(path, 'currency'), issues);
  }
  const field4 = value.paymentURL;
  if (field4 !== undefined && !(typeof field4 === 'string')) tellKind(issues, at(path, 'paymentURL'), 'a string', field4);
  const field5 = value.token;
  if (field5 !== undefined) {
    inspectCardToken(field5, at(path, 'token'), issues);
  }
  const field6 = value.binding;
  if (field6 !== undefined) {
    inspectBinding(field6, at(path, 'binding'), issues);
  }
  const field7 = value.data;
  if (field7 !== undefined) {
    inspectAuthorisationData(field7, at(path, 'data'), issues);
  }
  const field8 = value.operationDate;
  if (field8 !== undefined) {
    inspectLocalTime(field8, at(path, 'operationDate'), issues);
  }
}

function inspectStartedPayment(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectStartedPaymentFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isReadPayment(value: unknown): value is components['schemas']['ReadPayment'] {
  return checkReadPayment(value);
}

export function explainReadPayment(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectReadPayment(value, '', issues);
  return issues;
}

function checkReadPaymentAllowedMethodsItems(value: readonly unknown[]): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(typeof item === 'string')) return false;
  }
  return true;
}

function checkReadPaymentFields(value: Record<string, unknown>): boolean {
  const field0 = value.ntpID;
  if (field0 !== undefined && !checkPaymentId(field0)) return false;
  const field1 = value.status;
  if (field1 !== undefined && !checkPaymentStatus(field1)) return false;
  const field2 = value.amount;
  if (field2 !== undefined && !checkAmount(field2)) return false;
  const field3 = value.currency;
  if (field3 !== undefined && !checkCurrency(field3)) return false;
  const field4 = value.method;
  if (field4 !== undefined && !(typeof field4 === 'string' && (field4.length <= 255 || lengthOf(field4) <= 255))) return false;
  const field5 = value.allowedMethods;
  if (field5 !== undefined && !((list(field5) && checkReadPaymentAllowedMethodsItems(field5)) || field5 === null)) return false;
  const field6 = value.token;
  if (field6 !== undefined && !checkCardToken(field6)) return false;
  const field7 = value.binding;
  if (field7 !== undefined && !checkBinding(field7)) return false;
  const field8 = value.instrument;
  if (field8 !== undefined && !checkCardSeen(field8)) return false;
  const field9 = value.data;
  if (field9 !== undefined && !checkAuthorisationData(field9)) return false;
  const field10 = value.rrn;
  if (field10 !== undefined && !(typeof field10 === 'string' && (field10.length <= 255 || lengthOf(field10) <= 255))) return false;
  const field11 = value.operationDate;
  if (field11 !== undefined && !checkLocalTime(field11)) return false;
  const field12 = value.options;
  if (field12 !== undefined && !checkOptionsSeen(field12)) return false;
  return true;
}

function checkReadPayment(value: unknown): boolean {
  return (record(value) && checkReadPaymentFields(value)) || value === null;
}

function inspectReadPaymentAllowedMethodsItems(value: readonly unknown[], path: string, issues: Issue[]): void {
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(typeof item === 'string')) tellKind(issues, at(path, index), 'a string', item);
  }
}

function inspectReadPaymentFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.ntpID;
  if (field0 !== undefined) {
    inspectPaymentId(field0, at(path, 'ntpID'), issues);
  }
  const field1 = value.status;
  if (field1 !== undefined) {
    inspectPaymentStatus(field1, at(path, 'status'), issues);
  }
  const field2 = value.amount;
  if (field2 !== undefined) {
    inspectAmount(field2, at(path, 'amount'), issues);
  }
  const field3 = value.currency;
  if (field3 !== undefined) {
    inspectCurrency(field3, at(path, 'currency'), issues);
  }
  const field4 = value.method;
  if (field4 !== undefined) {
    if (typeof field4 === 'string') {
      if (!(field4.length <= 255 || lengthOf(field4) <= 255))
        tell(issues, at(path, 'method'), `must have at most 255 characters, has ${lengthOf(field4)}`);
    } else tellKind(issues, at(path, 'method'), 'a string', field4);
  }
  const field5 = value.allowedMethods;
  if (field5 !== undefined) {
    if (list(field5)) {
      inspectReadPaymentAllowedMethodsItems(field5, at(path, 'allowedMethods'), issues);
    } else if (!(field5 === null)) tellKind(issues, at(path, 'allowedMethods'), 'an array or null', field5);
  }
  const field6 = value.token;
  if (field6 !== undefined) {
    inspectCardToken(field6, at(path, 'token'), issues);
  }
  const field7 = value.binding;
  if (field7 !== undefined) {
    inspectBinding(field7, at(path, 'binding'), issues);
  }
  const field8 = value.instrument;
  if (field8 !== undefined) {
    inspectCardSeen(field8, at(path, 'instrument'), issues);
  }
  const field9 = value.data;
  if (field9 !== undefined) {
    inspectAuthorisationData(field9, at(path, 'data'), issues);
  }
  const field10 = value.rrn;
  if (field10 !== undefined) {
    if (typeof field10 === 'string') {
      if (!(field10.length <= 255 || lengthOf(field10) <= 255))
        tell(issues, at(path, 'rrn'), `must have at most 255 characters, has ${lengthOf(field10)}`);
    } else tellKind(issues, at(path, 'rrn'), 'a string', field10);
  }
  const field11 = value.operationDate;
  if (field11 !== undefined) {
    inspectLocalTime(field11, at(path, 'operationDate'), issues);
  }
  const field12 = value.options;
  if (field12 !== undefined) {
    inspectOptionsSeen(field12, at(path, 'options'), issues);
  }
}

function inspectReadPayment(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectReadPaymentFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isCreditedPayment(value: unknown): value is components['schemas']['CreditedPayment'] {
  return checkCreditedPayment(value);
}

export function explainCreditedPayment(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCreditedPayment(value, '', issues);
  return issues;
}

function checkCreditedPaymentFields(value: Record<string, unknown>): boolean {
  const field0 = value.ntpID;
  if (field0 !== undefined && !checkPaymentId(field0)) return false;
  const field1 = value.status;
  if (field1 !== undefined && !checkPaymentStatus(field1)) return false;
  const field2 = value.amount;
  if (field2 !== undefined && !checkAmount(field2)) return false;
  const field3 = value.currency;
  if (field3 !== undefined && !checkCurrency(field3)) return false;
  return true;
}

function checkCreditedPayment(value: unknown): boolean {
  return (record(value) && checkCreditedPaymentFields(value)) || value === null;
}

function inspectCreditedPaymentFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.ntpID;
  if (field0 !== undefined) {
    inspectPaymentId(field0, at(path, 'ntpID'), issues);
  }
  const field1 = value.status;
  if (field1 !== undefined) {
    inspectPaymentStatus(field1, at(path, 'status'), issues);
  }
  const field2 = value.amount;
  if (field2 !== undefined) {
    inspectAmount(field2, at(path, 'amount'), issues);
  }
  const field3 = value.currency;
  if (field3 !== undefined) {
    inspectCurrency(field3, at(path, 'currency'), issues);
  }
}

function inspectCreditedPayment(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectCreditedPaymentFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isNotifiedPayment(value: unknown): value is components['schemas']['NotifiedPayment'] {
  return checkNotifiedPayment(value);
}

export function explainNotifiedPayment(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectNotifiedPayment(value, '', issues);
  return issues;
}

function checkNotifiedPaymentFields(value: Record<string, unknown>): boolean {
  const field0 = value.ntpID;
  if (!checkPaymentId(field0)) return false;
  const field1 = value.status;
  if (!checkPaymentStatus(field1)) return false;
  const field2 = value.amount;
  if (field2 !== undefined && !checkAmount(field2)) return false;
  const field3 = value.currency;
  if (field3 !== undefined && !checkCurrency(field3)) return false;
  const field4 = value.method;
  if (field4 !== undefined && !(typeof field4 === 'string' && (field4.length <= 255 || lengthOf(field4) <= 255))) return false;
  const field5 = value.code;
  if (field5 !== undefined && !checkErrorCode(field5)) return false;
  const field6 = value.message;
  if (field6 !== undefined && !(typeof field6 === 'string')) return false;
  const field7 = value.token;
  if (field7 !== undefined && !checkCardToken(field7)) return false;
  const field8 = value.binding;
  if (field8 !== undefined && !checkBinding(field8)) return false;
  const field9 = value.instrument;
  if (field9 !== undefined && !checkCardSeen(field9)) return false;
  const field10 = value.data;
  if (field10 !== undefined && !checkAuthorisationData(field10)) return false;
  return true;
}

function checkNotifiedPayment(value: unknown): boolean {
  return record(value) && checkNotifiedPaymentFields(value);
}

function inspectNotifiedPaymentFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.ntpID;
  if (field0 === undefined) tell(issues, at(path, 'ntpID'), 'is required');
  else {
    inspectPaymentId(field0, at(path, 'ntpID'), issues);
  }
  const field1 = value.status;
  if (field1 === undefined) tell(issues, at(path, 'status'), 'is required');
  else {
    inspectPaymentStatus(field1, at(path, 'status'), issues);
  }
  const field2 = value.amount;
  if (field2 !== undefined) {
    inspectAmount(field2, at(path, 'amount'), issues);
  }
  const field3 = value.currency;
  if (field3 !== undefined) {
    inspectCurrency(field3, at(path, 'currency'), issues);
  }
  const field4 = value.method;
  if (field4 !== undefined) {
    if (typeof field4 === 'string') {
      if (!(field4.length <= 255 || lengthOf(field4) <= 255))
        tell(issues, at(path, 'method'), `must have at most 255 characters, has ${lengthOf(field4)}`);
    } else tellKind(issues, at(path, 'method'), 'a string', field4);
  }
  const field5 = value.code;
  if (field5 !== undefined) {
    inspectErrorCode(field5, at(path, 'code'), issues);
  }
  const field6 = value.message;
  if (field6 !== undefined && !(typeof field6 === 'string')) tellKind(issues, at(path, 'message'), 'a string', field6);
  const field7 = value.token;
  if (field7 !== undefined) {
    inspectCardToken(field7, at(path, 'token'), issues);
  }
  const field8 = value.binding;
  if (field8 !== undefined) {
    inspectBinding(field8, at(path, 'binding'), issues);
  }
  const field9 = value.instrument;
  if (field9 !== undefined) {
    inspectCardSeen(field9, at(path, 'instrument'), issues);
  }
  const field10 = value.data;
  if (field10 !== undefined) {
    inspectAuthorisationData(field10, at(path, 'data'), issues);
  }
}

function inspectNotifiedPayment(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectNotifiedPaymentFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isCardToken(value: unknown): value is components['schemas']['CardToken'] {
  return checkCardToken(value);
}

export function explainCardToken(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCardToken(value, '', issues);
  return issues;
}

function checkCardToken(value: unknown): boolean {
  return typeof value === 'string' && (value.length <= 4096 || lengthOf(value) <= 4096);
}

function inspectCardToken(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'string') {
    if (!(value.length <= 4096 || lengthOf(value) <= 4096)) tell(issues, path, `must have at most 4096 characters, has ${lengthOf(value)}`);
  } else tellKind(issues, path, 'a string', value);
}

export function isBinding(value: unknown): value is components['schemas']['Binding'] {
  return checkBinding(value);
}

export function explainBinding(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectBinding(value, '', issues);
  return issues;
}

function checkBindingFields(value: Record<string, unknown>): boolean {
  const field0 = value.token;
  if (field0 !== undefined && !checkCardToken(field0)) return false;
  const field1 = value.expireMonth;
  if (field1 !== undefined && !(typeof field1 === 'number' && Number.isInteger(field1) && field1 >= -2147483648 && field1 <= 2147483647))
    return false;
  const field2 = value.expireYear;
  if (field2 !== undefined && !(typeof field2 === 'number' && Number.isInteger(field2) && field2 >= -2147483648 && field2 <= 2147483647))
    return false;
  return true;
}

function checkBinding(value: unknown): boolean {
  return (record(value) && checkBindingFields(value)) || value === null;
}

function inspectBindingFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.token;
  if (field0 !== undefined) {
    inspectCardToken(field0, at(path, 'token'), issues);
  }
  const field1 = value.expireMonth;
  if (field1 !== undefined) {
    if (typeof field1 === 'number' && Number.isInteger(field1)) {
      if (!(field1 >= -2147483648)) tell(issues, at(path, 'expireMonth'), `must be at least -2147483648, is ${field1}`);
      if (!(field1 <= 2147483647)) tell(issues, at(path, 'expireMonth'), `must be at most 2147483647, is ${field1}`);
    } else tellKind(issues, at(path, 'expireMonth'), 'an integer', field1);
  }
  const field2 = value.expireYear;
  if (field2 !== undefined) {
    if (typeof field2 === 'number' && Number.isInteger(field2)) {
      if (!(field2 >= -2147483648)) tell(issues, at(path, 'expireYear'), `must be at least -2147483648, is ${field2}`);
      if (!(field2 <= 2147483647)) tell(issues, at(path, 'expireYear'), `must be at most 2147483647, is ${field2}`);
    } else tellKind(issues, at(path, 'expireYear'), 'an integer', field2);
  }
}

function inspectBinding(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectBindingFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isCardSeen(value: unknown): value is components['schemas']['CardSeen'] {
  return checkCardSeen(value);
}

export function explainCardSeen(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCardSeen(value, '', issues);
  return issues;
}

function checkCardSeenFields(value: Record<string, unknown>): boolean {
  const field0 = value.panMasked;
  if (field0 !== undefined && !(typeof field0 === 'string' && (field0.length <= 255 || lengthOf(field0) <= 255))) return false;
  const field1 = value.panCategory;
  if (field1 !== undefined && !(typeof field1 === 'string' && (field1.length <= 255 || lengthOf(field1) <= 255))) return false;
  const field2 = value.issuer;
  if (field2 !== undefined && !(typeof field2 === 'string' && (field2.length <= 255 || lengthOf(field2) <= 255))) return false;
  const field3 = value.country;
  if (field3 !== undefined && !(typeof field3 === 'number' && Number.isInteger(field3) && field3 >= -2147483648 && field3 <= 2147483647))
    return false;
  return true;
}

function checkCardSeen(value: unknown): boolean {
  return (record(value) && checkCardSeenFields(value)) || value === null;
}

function inspectCardSeenFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.panMasked;
  if (field0 !== undefined) {
    if (typeof field0 === 'string') {
      if (!(field0.length <= 255 || lengthOf(field0) <= 255))
        tell(issues, at(path, 'panMasked'), `must have at most 255 characters, has ${lengthOf(field0)}`);
    } else tellKind(issues, at(path, 'panMasked'), 'a string', field0);
  }
  const field1 = value.panCategory;
  if (field1 !== undefined) {
    if (typeof field1 === 'string') {
      if (!(field1.length <= 255 || lengthOf(field1) <= 255))
        tell(issues, at(path, 'panCategory'), `must have at most 255 characters, has ${lengthOf(field1)}`);
    } else tellKind(issues, at(path, 'panCategory'), 'a string', field1);
  }
  const field2 = value.issuer;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!(field2.length <= 255 || lengthOf(field2) <= 255))
        tell(issues, at(path, 'issuer'), `must have at most 255 characters, has ${lengthOf(field2)}`);
    } else tellKind(issues, at(path, 'issuer'), 'a string', field2);
  }
  const field3 = value.country;
  if (field3 !== undefined) {
    if (typeof field3 === 'number' && Number.isInteger(field3)) {
      if (!(field3 >= -2147483648)) tell(issues, at(path, 'country'), `must be at least -2147483648, is ${field3}`);
      if (!(field3 <= 2147483647)) tell(issues, at(path, 'country'), `must be at most 2147483647, is ${field3}`);
    } else tellKind(issues, at(path, 'country'), 'an integer', field3);
  }
}

function inspectCardSeen(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectCardSeenFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isOptionsSeen(value: unknown): value is components['schemas']['OptionsSeen'] {
  return checkOptionsSeen(value);
}

export function explainOptionsSeen(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectOptionsSeen(value, '', issues);
  return issues;
}

function checkOptionsSeenFields(value: Record<string, unknown>): boolean {
  const field0 = value.installments;
  if (field0 !== undefined && !(typeof field0 === 'number' && Number.isInteger(field0) && field0 >= -2147483648 && field0 <= 2147483647))
    return false;
  const field1 = value.bonus;
  if (field1 !== undefined && !(typeof field1 === 'number' && Number.isInteger(field1) && field1 >= -2147483648 && field1 <= 2147483647))
    return false;
  return true;
}

function checkOptionsSeen(value: unknown): boolean {
  return (record(value) && checkOptionsSeenFields(value)) || value === null;
}

function inspectOptionsSeenFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.installments;
  if (field0 !== undefined) {
    if (typeof field0 === 'number' && Number.isInteger(field0)) {
      if (!(field0 >= -2147483648)) tell(issues, at(path, 'installments'), `must be at least -2147483648, is ${field0}`);
      if (!(field0 <= 2147483647)) tell(issues, at(path, 'installments'), `must be at most 2147483647, is ${field0}`);
    } else tellKind(issues, at(path, 'installments'), 'an integer', field0);
  }
  const field1 = value.bonus;
  if (field1 !== undefined) {
    if (typeof field1 === 'number' && Number.isInteger(field1)) {
      if (!(field1 >= -2147483648)) tell(issues, at(path, 'bonus'), `must be at least -2147483648, is ${field1}`);
      if (!(field1 <= 2147483647)) tell(issues, at(path, 'bonus'), `must be at most 2147483647, is ${field1}`);
    } else tellKind(issues, at(path, 'bonus'), 'an integer', field1);
  }
}

function inspectOptionsSeen(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectOptionsSeenFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isAuthorisationData(value: unknown): value is components['schemas']['AuthorisationData'] {
  return checkAuthorisationData(value);
}

export function explainAuthorisationData(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectAuthorisationData(value, '', issues);
  return issues;
}

function checkAuthorisationData(value: unknown): boolean {
  return (record(value) && checkBrowserDataFields(value)) || value === null;
}

function inspectAuthorisationData(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectBrowserDataFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isLocalTime(value: unknown): value is components['schemas']['LocalTime'] {
  return checkLocalTime(value);
}

export function explainLocalTime(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectLocalTime(value, '', issues);
  return issues;
}

function checkLocalTime(value: unknown): boolean {
  return typeof value === 'string' && (value.length <= 64 || lengthOf(value) <= 64);
}

function inspectLocalTime(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value === 'string') {
    if (!(value.length <= 64 || lengthOf(value) <= 64)) tell(issues, path, `must have at most 64 characters, has ${lengthOf(value)}`);
  } else tellKind(issues, path, 'a string', value);
}

export function isCustomerAction(value: unknown): value is components['schemas']['CustomerAction'] {
  return checkCustomerAction(value);
}

export function explainCustomerAction(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectCustomerAction(value, '', issues);
  return issues;
}

function checkCustomerActionFields(value: Record<string, unknown>): boolean {
  const field0 = value.type;
  if (field0 !== undefined && !(typeof field0 === 'string' && (field0.length <= 255 || lengthOf(field0) <= 255))) return false;
  const field1 = value.url;
  if (field1 !== undefined && !(typeof field1 === 'string')) return false;
  const field2 = value.authenticationToken;
  if (field2 !== undefined && !(typeof field2 === 'string' && (field2.length <= 4096 || lengthOf(field2) <= 4096))) return false;
  const field3 = value.formData;
  if (field3 !== undefined && !((record(field3) && checkBrowserDataFields(field3)) || field3 === null)) return false;
  return true;
}

function checkCustomerAction(value: unknown): boolean {
  return (record(value) && checkCustomerActionFields(value)) || value === null;
}

function inspectCustomerActionFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.type;
  if (field0 !== undefined) {
    if (typeof field0 === 'string') {
      if (!(field0.length <= 255 || lengthOf(field0) <= 255))
        tell(issues, at(path, 'type'), `must have at most 255 characters, has ${lengthOf(field0)}`);
    } else tellKind(issues, at(path, 'type'), 'a string', field0);
  }
  const field1 = value.url;
  if (field1 !== undefined && !(typeof field1 === 'string')) tellKind(issues, at(path, 'url'), 'a string', field1);
  const field2 = value.authenticationToken;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!(field2.length <= 4096 || lengthOf(field2) <= 4096))
        tell(issues, at(path, 'authenticationToken'), `must have at most 4096 characters, has ${lengthOf(field2)}`);
    } else tellKind(issues, at(path, 'authenticationToken'), 'a string', field2);
  }
  const field3 = value.formData;
  if (field3 !== undefined) {
    if (record(field3)) {
      inspectBrowserDataFields(field3, at(path, 'formData'), issues);
    } else if (!(field3 === null)) tellKind(issues, at(path, 'formData'), 'an object or null', field3);
  }
}

function inspectCustomerAction(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectCustomerActionFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isReadOrder(value: unknown): value is components['schemas']['ReadOrder'] {
  return checkReadOrder(value);
}

export function explainReadOrder(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectReadOrder(value, '', issues);
  return issues;
}

function checkReadOrderFields(value: Record<string, unknown>): boolean {
  const field0 = value.ntpID;
  if (field0 !== undefined && !checkPaymentId(field0)) return false;
  const field1 = value.posSignature;
  if (field1 !== undefined && !(typeof field1 === 'string' && (field1.length <= 255 || lengthOf(field1) <= 255))) return false;
  const field2 = value.orderID;
  if (field2 !== undefined && !(typeof field2 === 'string' && (field2.length <= 255 || lengthOf(field2) <= 255))) return false;
  const field3 = value.dateTime;
  if (field3 !== undefined && !checkLocalTime(field3)) return false;
  const field4 = value.description;
  if (field4 !== undefined && !(typeof field4 === 'string')) return false;
  const field5 = value.amount;
  if (field5 !== undefined && !checkAmount(field5)) return false;
  const field6 = value.currency;
  if (field6 !== undefined && !checkCurrency(field6)) return false;
  const field7 = value.billing;
  if (field7 !== undefined && !checkReadAddress(field7)) return false;
  const field8 = value.shipping;
  if (field8 !== undefined && !checkReadAddress(field8)) return false;
  const field9 = value.installments;
  if (field9 !== undefined && !((record(field9) && checkStatusResponseBnplFields(field9)) || field9 === null)) return false;
  const field10 = value.data;
  if (field10 !== undefined && !((record(field10) && checkStatusResponseBnplFields(field10)) || field10 === null)) return false;
  return true;
}

function checkReadOrder(value: unknown): boolean {
  return (record(value) && checkReadOrderFields(value)) || value === null;
}

function inspectReadOrderFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.ntpID;
  if (field0 !== undefined) {
    inspectPaymentId(field0, at(path, 'ntpID'), issues);
  }
  const field1 = value.posSignature;
  if (field1 !== undefined) {
    if (typeof field1 === 'string') {
      if (!(field1.length <= 255 || lengthOf(field1) <= 255))
        tell(issues, at(path, 'posSignature'), `must have at most 255 characters, has ${lengthOf(field1)}`);
    } else tellKind(issues, at(path, 'posSignature'), 'a string', field1);
  }
  const field2 = value.orderID;
  if (field2 !== undefined) {
    if (typeof field2 === 'string') {
      if (!(field2.length <= 255 || lengthOf(field2) <= 255))
        tell(issues, at(path, 'orderID'), `must have at most 255 characters, has ${lengthOf(field2)}`);
    } else tellKind(issues, at(path, 'orderID'), 'a string', field2);
  }
  const field3 = value.dateTime;
  if (field3 !== undefined) {
    inspectLocalTime(field3, at(path, 'dateTime'), issues);
  }
  const field4 = value.description;
  if (field4 !== undefined && !(typeof field4 === 'string')) tellKind(issues, at(path, 'description'), 'a string', field4);
  const field5 = value.amount;
  if (field5 !== undefined) {
    inspectAmount(field5, at(path, 'amount'), issues);
  }
  const field6 = value.currency;
  if (field6 !== undefined) {
    inspectCurrency(field6, at(path, 'currency'), issues);
  }
  const field7 = value.billing;
  if (field7 !== undefined) {
    inspectReadAddress(field7, at(path, 'billing'), issues);
  }
  const field8 = value.shipping;
  if (field8 !== undefined) {
    inspectReadAddress(field8, at(path, 'shipping'), issues);
  }
  const field9 = value.installments;
  if (field9 !== undefined) {
    if (record(field9)) {
      inspectStatusResponseBnplFields(field9, at(path, 'installments'), issues);
    } else if (!(field9 === null)) tellKind(issues, at(path, 'installments'), 'an object or null', field9);
  }
  const field10 = value.data;
  if (field10 !== undefined) {
    if (record(field10)) {
      inspectStatusResponseBnplFields(field10, at(path, 'data'), issues);
    } else if (!(field10 === null)) tellKind(issues, at(path, 'data'), 'an object or null', field10);
  }
}

function inspectReadOrder(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectReadOrderFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isReadAddress(value: unknown): value is components['schemas']['ReadAddress'] {
  return checkReadAddress(value);
}

export function explainReadAddress(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectReadAddress(value, '', issues);
  return issues;
}

function checkReadAddressFields(value: Record<string, unknown>): boolean {
  const field0 = value.email;
  if (field0 !== undefined && !(typeof field0 === 'string')) return false;
  const field1 = value.firstName;
  if (field1 !== undefined && !(typeof field1 === 'string')) return false;
  const field2 = value.lastName;
  if (field2 !== undefined && !(typeof field2 === 'string')) return false;
  const field3 = value.phone;
  if (field3 !== undefined && !(typeof field3 === 'string')) return false;
  const field4 = value.city;
  if (field4 !== undefined && !(typeof field4 === 'string')) return false;
  const field5 = value.country;
  if (field5 !== undefined && !(typeof field5 === 'number' && Number.isInteger(field5) && field5 >= -2147483648 && field5 <= 2147483647))
    return false;
  const field6 = value.countryName;
  if (field6 !== undefined && !(typeof field6 === 'string')) return false;
  const field7 = value.state;
  if (field7 !== undefined && !(typeof field7 === 'string')) return false;
  const field8 = value.postalCode;
  if (field8 !== undefined && !(typeof field8 === 'string')) return false;
  const field9 = value.details;
  if (field9 !== undefined && !(typeof field9 === 'string')) return false;
  return true;
}

function checkReadAddress(value: unknown): boolean {
  return (record(value) && checkReadAddressFields(value)) || value === null;
}

function inspectReadAddressFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.email;
  if (field0 !== undefined && !(typeof field0 === 'string')) tellKind(issues, at(path, 'email'), 'a string', field0);
  const field1 = value.firstName;
  if (field1 !== undefined && !(typeof field1 === 'string')) tellKind(issues, at(path, 'firstName'), 'a string', field1);
  const field2 = value.lastName;
  if (field2 !== undefined && !(typeof field2 === 'string')) tellKind(issues, at(path, 'lastName'), 'a string', field2);
  const field3 = value.phone;
  if (field3 !== undefined && !(typeof field3 === 'string')) tellKind(issues, at(path, 'phone'), 'a string', field3);
  const field4 = value.city;
  if (field4 !== undefined && !(typeof field4 === 'string')) tellKind(issues, at(path, 'city'), 'a string', field4);
  const field5 = value.country;
  if (field5 !== undefined) {
    if (typeof field5 === 'number' && Number.isInteger(field5)) {
      if (!(field5 >= -2147483648)) tell(issues, at(path, 'country'), `must be at least -2147483648, is ${field5}`);
      if (!(field5 <= 2147483647)) tell(issues, at(path, 'country'), `must be at most 2147483647, is ${field5}`);
    } else tellKind(issues, at(path, 'country'), 'an integer', field5);
  }
  const field6 = value.countryName;
  if (field6 !== undefined && !(typeof field6 === 'string')) tellKind(issues, at(path, 'countryName'), 'a string', field6);
  const field7 = value.state;
  if (field7 !== undefined && !(typeof field7 === 'string')) tellKind(issues, at(path, 'state'), 'a string', field7);
  const field8 = value.postalCode;
  if (field8 !== undefined && !(typeof field8 === 'string')) tellKind(issues, at(path, 'postalCode'), 'a string', field8);
  const field9 = value.details;
  if (field9 !== undefined && !(typeof field9 === 'string')) tellKind(issues, at(path, 'details'), 'a string', field9);
}

function inspectReadAddress(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectReadAddressFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isReadConfig(value: unknown): value is components['schemas']['ReadConfig'] {
  return checkReadConfig(value);
}

export function explainReadConfig(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectReadConfig(value, '', issues);
  return issues;
}

function checkReadConfigFields(value: Record<string, unknown>): boolean {
  const field0 = value.notifyUrl;
  if (field0 !== undefined && !(typeof field0 === 'string')) return false;
  const field1 = value.redirectUrl;
  if (field1 !== undefined && !(typeof field1 === 'string')) return false;
  const field2 = value.cancelUrl;
  if (field2 !== undefined && !(typeof field2 === 'string')) return false;
  const field3 = value.language;
  if (field3 !== undefined && !(typeof field3 === 'string' && (field3.length <= 255 || lengthOf(field3) <= 255))) return false;
  const field4 = value.emailTemplate;
  if (field4 !== undefined && !(typeof field4 === 'string')) return false;
  return true;
}

function checkReadConfig(value: unknown): boolean {
  return (record(value) && checkReadConfigFields(value)) || value === null;
}

function inspectReadConfigFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.notifyUrl;
  if (field0 !== undefined && !(typeof field0 === 'string')) tellKind(issues, at(path, 'notifyUrl'), 'a string', field0);
  const field1 = value.redirectUrl;
  if (field1 !== undefined && !(typeof field1 === 'string')) tellKind(issues, at(path, 'redirectUrl'), 'a string', field1);
  const field2 = value.cancelUrl;
  if (field2 !== undefined && !(typeof field2 === 'string')) tellKind(issues, at(path, 'cancelUrl'), 'a string', field2);
  const field3 = value.language;
  if (field3 !== undefined) {
    if (typeof field3 === 'string') {
      if (!(field3.length <= 255 || lengthOf(field3) <= 255))
        tell(issues, at(path, 'language'), `must have at most 255 characters, has ${lengthOf(field3)}`);
    } else tellKind(issues, at(path, 'language'), 'a string', field3);
  }
  const field4 = value.emailTemplate;
  if (field4 !== undefined && !(typeof field4 === 'string')) tellKind(issues, at(path, 'emailTemplate'), 'a string', field4);
}

function inspectReadConfig(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectReadConfigFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isMerchant(value: unknown): value is components['schemas']['Merchant'] {
  return checkMerchant(value);
}

export function explainMerchant(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectMerchant(value, '', issues);
  return issues;
}

function checkMerchantFields(value: Record<string, unknown>): boolean {
  const field0 = value.merchantName;
  if (field0 !== undefined && !(typeof field0 === 'string')) return false;
  const field1 = value.posID;
  if (
    field1 !== undefined &&
    !(typeof field1 === 'number' && Number.isInteger(field1) && field1 >= -9223372036854776000 && field1 <= 9223372036854776000)
  )
    return false;
  const field2 = value.posName;
  if (field2 !== undefined && !(typeof field2 === 'string')) return false;
  const field3 = value.posType;
  if (field3 !== undefined && !(typeof field3 === 'number' && Number.isInteger(field3) && field3 >= -2147483648 && field3 <= 2147483647))
    return false;
  const field4 = value.posUrl;
  if (field4 !== undefined && !(typeof field4 === 'string')) return false;
  const field5 = value.qrType;
  if (field5 !== undefined && !(typeof field5 === 'number' && Number.isInteger(field5) && field5 >= -2147483648 && field5 <= 2147483647))
    return false;
  const field6 = value.showCancel;
  if (field6 !== undefined && !(typeof field6 === 'boolean')) return false;
  return true;
}

function checkMerchant(value: unknown): boolean {
  return (record(value) && checkMerchantFields(value)) || value === null;
}

function inspectMerchantFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.merchantName;
  if (field0 !== undefined && !(typeof field0 === 'string')) tellKind(issues, at(path, 'merchantName'), 'a string', field0);
  const field1 = value.posID;
  if (field1 !== undefined) {
    if (typeof field1 === 'number' && Number.isInteger(field1)) {
      if (!(field1 >= -9223372036854776000)) tell(issues, at(path, 'posID'), `must be at least -9223372036854776000, is ${field1}`);
      if (!(field1 <= 9223372036854776000)) tell(issues, at(path, 'posID'), `must be at most 9223372036854776000, is ${field1}`);
    } else tellKind(issues, at(path, 'posID'), 'an integer', field1);
  }
  const field2 = value.posName;
  if (field2 !== undefined && !(typeof field2 === 'string')) tellKind(issues, at(path, 'posName'), 'a string', field2);
  const field3 = value.posType;
  if (field3 !== undefined) {
    if (typeof field3 === 'number' && Number.isInteger(field3)) {
      if (!(field3 >= -2147483648)) tell(issues, at(path, 'posType'), `must be at least -2147483648, is ${field3}`);
      if (!(field3 <= 2147483647)) tell(issues, at(path, 'posType'), `must be at most 2147483647, is ${field3}`);
    } else tellKind(issues, at(path, 'posType'), 'an integer', field3);
  }
  const field4 = value.posUrl;
  if (field4 !== undefined && !(typeof field4 === 'string')) tellKind(issues, at(path, 'posUrl'), 'a string', field4);
  const field5 = value.qrType;
  if (field5 !== undefined) {
    if (typeof field5 === 'number' && Number.isInteger(field5)) {
      if (!(field5 >= -2147483648)) tell(issues, at(path, 'qrType'), `must be at least -2147483648, is ${field5}`);
      if (!(field5 <= 2147483647)) tell(issues, at(path, 'qrType'), `must be at most 2147483647, is ${field5}`);
    } else tellKind(issues, at(path, 'qrType'), 'an integer', field5);
  }
  const field6 = value.showCancel;
  if (field6 !== undefined && !(typeof field6 === 'boolean')) tellKind(issues, at(path, 'showCancel'), 'a boolean', field6);
}

function inspectMerchant(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectMerchantFields(value, path, issues);
  } else if (!(value === null)) tellKind(issues, path, 'an object or null', value);
}

export function isNotification(value: unknown): value is components['schemas']['Notification'] {
  return checkNotification(value);
}

export function explainNotification(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectNotification(value, '', issues);
  return issues;
}

function checkNotificationFields(value: Record<string, unknown>): boolean {
  const field0 = value.order;
  if (!checkNotifiedOrder(field0)) return false;
  const field1 = value.payment;
  if (!checkNotifiedPayment(field1)) return false;
  return true;
}

function checkNotification(value: unknown): boolean {
  return record(value) && checkNotificationFields(value);
}

function inspectNotificationFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.order;
  if (field0 === undefined) tell(issues, at(path, 'order'), 'is required');
  else {
    inspectNotifiedOrder(field0, at(path, 'order'), issues);
  }
  const field1 = value.payment;
  if (field1 === undefined) tell(issues, at(path, 'payment'), 'is required');
  else {
    inspectNotifiedPayment(field1, at(path, 'payment'), issues);
  }
}

function inspectNotification(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectNotificationFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isNotifiedOrder(value: unknown): value is components['schemas']['NotifiedOrder'] {
  return checkNotifiedOrder(value);
}

export function explainNotifiedOrder(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectNotifiedOrder(value, '', issues);
  return issues;
}

function checkNotifiedOrderFields(value: Record<string, unknown>): boolean {
  const field0 = value.orderID;
  if (!(typeof field0 === 'string' && field0 !== '' && (field0.length <= 255 || lengthOf(field0) <= 255))) return false;
  const field1 = value.data;
  if (field1 !== undefined && !((record(field1) && checkStatusResponseBnplFields(field1)) || field1 === null)) return false;
  return true;
}

function checkNotifiedOrder(value: unknown): boolean {
  return record(value) && checkNotifiedOrderFields(value);
}

function inspectNotifiedOrderFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.orderID;
  if (field0 === undefined) tell(issues, at(path, 'orderID'), 'is required');
  else {
    if (typeof field0 === 'string') {
      if (!(field0 !== '')) tell(issues, at(path, 'orderID'), 'must not be empty');
      if (!(field0.length <= 255 || lengthOf(field0) <= 255))
        tell(issues, at(path, 'orderID'), `must have at most 255 characters, has ${lengthOf(field0)}`);
    } else tellKind(issues, at(path, 'orderID'), 'a string', field0);
  }
  const field1 = value.data;
  if (field1 !== undefined) {
    if (record(field1)) {
      inspectStatusResponseBnplFields(field1, at(path, 'data'), issues);
    } else if (!(field1 === null)) tellKind(issues, at(path, 'data'), 'an object or null', field1);
  }
}

function inspectNotifiedOrder(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectNotifiedOrderFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}

export function isNotificationAnswer(value: unknown): value is components['schemas']['NotificationAnswer'] {
  return checkNotificationAnswer(value);
}

export function explainNotificationAnswer(value: unknown): Issue[] {
  const issues: Issue[] = [];
  inspectNotificationAnswer(value, '', issues);
  return issues;
}

function checkNotificationAnswerFields(value: Record<string, unknown>): boolean {
  const field0 = value.errorType;
  if (!(field0 === 0 || field0 === 1 || field0 === 2)) return false;
  const field1 = value.errorCode;
  if (!(
    (typeof field1 === 'string' && (field1.length <= 64 || lengthOf(field1) <= 64)) ||
    (typeof field1 === 'number' && Number.isInteger(field1)) ||
    field1 === null
  ))
    return false;
  const field2 = value.errorMessage;
  if (!(typeof field2 === 'string' && (field2.length <= 1024 || lengthOf(field2) <= 1024))) return false;
  for (const key in value) {
    if (!(key === 'errorType' || key === 'errorCode' || key === 'errorMessage')) return false;
  }
  return true;
}

function checkNotificationAnswer(value: unknown): boolean {
  return record(value) && checkNotificationAnswerFields(value);
}

function inspectNotificationAnswerFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.errorType;
  if (field0 === undefined) tell(issues, at(path, 'errorType'), 'is required');
  else {
    if (!(field0 === 0 || field0 === 1 || field0 === 2)) tell(issues, at(path, 'errorType'), 'must be one of 0, 1, 2');
  }
  const field1 = value.errorCode;
  if (field1 === undefined) tell(issues, at(path, 'errorCode'), 'is required');
  else {
    if (typeof field1 === 'string') {
      if (!(field1.length <= 64 || lengthOf(field1) <= 64))
        tell(issues, at(path, 'errorCode'), `must have at most 64 characters, has ${lengthOf(field1)}`);
    } else if (!((typeof field1 === 'number' && Number.isInteger(field1)) || field1 === null))
      tellKind(issues, at(path, 'errorCode'), 'a string, an integer or null', field1);
  }
  const field2 = value.errorMessage;
  if (field2 === undefined) tell(issues, at(path, 'errorMessage'), 'is required');
  else {
    if (typeof field2 === 'string') {
      if (!(field2.length <= 1024 || lengthOf(field2) <= 1024))
        tell(issues, at(path, 'errorMessage'), `must have at most 1024 characters, has ${lengthOf(field2)}`);
    } else tellKind(issues, at(path, 'errorMessage'), 'a string', field2);
  }
  for (const key in value) {
    if (!(key === 'errorType' || key === 'errorCode' || key === 'errorMessage')) {
      tell(issues, at(path, key), 'is not a known field');
    }
  }
}

function inspectNotificationAnswer(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectNotificationAnswerFields(value, path, issues);
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
  const field0 = value.code;
  if (field0 !== undefined && !checkFlatCode(field0)) return false;
  const field1 = value.message;
  if (field1 !== undefined && !checkFlatMessage(field1)) return false;
  const field2 = value.error;
  if (field2 !== undefined && !checkOutcome(field2)) return false;
  return true;
}

function checkProblem(value: unknown): boolean {
  return record(value) && checkProblemFields(value);
}

function inspectProblemFields(value: Record<string, unknown>, path: string, issues: Issue[]): void {
  const field0 = value.code;
  if (field0 !== undefined) {
    inspectFlatCode(field0, at(path, 'code'), issues);
  }
  const field1 = value.message;
  if (field1 !== undefined) {
    inspectFlatMessage(field1, at(path, 'message'), issues);
  }
  const field2 = value.error;
  if (field2 !== undefined) {
    inspectOutcome(field2, at(path, 'error'), issues);
  }
}

function inspectProblem(value: unknown, path: string, issues: Issue[]): void {
  if (record(value)) {
    inspectProblemFields(value, path, issues);
  } else tellKind(issues, path, 'an object', value);
}
