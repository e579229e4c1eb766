import { requestFields } from '../../generated/netopia/operations.js';
import type { components } from '../../generated/netopia/types.js';
import { explainStartRequest, isStartRequest } from '../../generated/netopia/validators.js';
import { InputError } from '../core/errors.js';
import type { Issue } from '../core/errors.js';
import { isObject } from '../shared/json.js';
import type { Json } from '../shared/json.js';
import { unknownName } from '../shared/nearest.js';
import { attemptID, orderOf } from './attempt-id.js';
import { readAmount } from './money.js';
import { pageIssue } from './options.js';
import type { Settings } from './options.js';
import type { PaymentRef } from './types.js';

type StartRequest = components['schemas']['StartRequest'];

/** An order ready for the wire: a snapshot, so later changes to the caller's object do not reach it. */
export interface PreparedStart {
  readonly orderID: string;
  readonly amount: number;
  readonly currency: string;
  /** The id of the first attempt. */
  readonly attemptID: string;
  /** The request of one attempt. */
  request(attemptID: string): StartRequest;
}

const fields = requestFields.startPayment;
const longestOrder = 55;
// What the client fills in, and what NETOPIA has given up.
const filled = ['posSignature', 'dateTime', 'ntpID', 'installments', 'scaExemptionInd', 'cancelUrl'];
const named = ['attemptID', 'accountCheck', 'installments'];
const wireNames = [...Object.keys(fields.config), ...Object.keys(fields.order)].filter((name) => !filled.includes(name));
const cardNames = /^(instrument|account|card|cardNumber|pan|secretCode|cvv|expMonth|expYear)$/i;

/** Checks what is to be paid; throws `InputError` with every fault at once, and never quotes a value that could be a card's. */
export function prepareStart(operation: string, order: unknown, settings: Settings, withToken = false): PreparedStart {
  const given = snapshot(operation, order);
  const accountCheck = given['accountCheck'] === true;
  const amount = accountCheck ? 0 : readAmount(given['amount']);
  const { notifyUrl = settings.notifyUrl, redirectUrl = settings.redirectUrl, language = settings.language } = given;
  const { orderID, currency } = given;
  const id = given['attemptID'] ?? attemptID(String(orderID));
  const wire = {
    config: { ...pick(given, fields.config), notifyUrl, redirectUrl, cancelUrl: redirectUrl, language },
    payment: {
      options: { installments: given['installments'] ?? 0, bonus: 0 },
      instrument: { type: 'card', ...(withToken && { token: given['token'] }) },
      data: {},
    },
    order: {
      ...pick(given, fields.order),
      posSignature: settings.posSignature,
      orderID: id,
      amount,
      dateTime: new Date().toISOString(),
      billing: withCountry(given['billing']),
      ...(given['shipping'] !== undefined && { shipping: withCountry(given['shipping']) }),
      ...(withToken && { scaExemptionInd: 'MIT' }),
    },
  };
  const issues = [
    ...unknownFields(given, withToken ? ['token'] : []),
    ...orderIssues(given, accountCheck, amount, withToken),
    ...addressIssues({ notifyUrl, redirectUrl }, settings),
    ...countryIssues(given),
  ];
  if (issues.length > 0 || !isStartRequest(wire)) throw new InputError(operation, merged(issues, explainStartRequest(wire)));
  const { config, payment, order: sent } = wire;
  const request: PreparedStart['request'] = (next) => ({ config, payment, order: { ...sent, orderID: next } });
  return { orderID: String(orderID), amount: sent.amount, currency: String(currency), attemptID: sent.orderID, request };
}

function snapshot(operation: string, order: unknown): Json {
  if (!isObject(order))
    throw new InputError(operation, [{ path: '', message: 'must be an object with orderID, amount, currency, description and billing' }]);
  try {
    // Exactly what the wire would get.
    return JSON.parse(JSON.stringify({ ...order }));
  } catch (cause) {
    throw new InputError(operation, [{ path: '', message: 'must be plain data' }], cause);
  }
}

function pick(given: Json, table: object): Json {
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(table, name) && !filled.includes(name)));
}

function withCountry(address: unknown): unknown {
  return isObject(address) ? { ...address, country: 642 } : address;
}

function unknownFields(given: Json, more: readonly string[]): Issue[] {
  const known = [...wireNames, ...named, ...more];
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((path) => ({ path, message: unknownMessage(path, known) }));
}

function unknownMessage(name: string, known: readonly string[]): string {
  if (!cardNames.test(name)) return unknownName(name, known, 'field');
  return 'is for paylinks/netopia/raw only: whoever handles card numbers must fulfil PCI DSS SAQ-D';
}

function orderIssues(given: Json, accountCheck: boolean, amount: number | string, withToken: boolean): Issue[] {
  const { orderID, attemptID: id, accountCheck: wanted, token } = given;
  const issues: Issue[] = [];
  const tell = (path: string, message: string): void => void issues.push({ path, message });
  if (typeof orderID !== 'string' || orderID === '' || orderID.length > longestOrder)
    tell('orderID', `must be text of 1 to ${longestOrder} characters, to which each attempt adds nine`);
  else if (id !== undefined && (typeof id !== 'string' || id === orderID || orderOf(id) !== orderID))
    tell('attemptID', 'must be an id that attemptID(order) gave for this order');
  if (wanted !== undefined && typeof wanted !== 'boolean') tell('accountCheck', 'must be true or false');
  if (accountCheck && given['amount'] !== undefined && given['amount'] !== 0) tell('amount', 'must be 0 or left out with accountCheck');
  if (typeof amount === 'string') tell('amount', given['amount'] === 0 ? `${amount}; 0 only with accountCheck: true` : amount);
  if (withToken && typeof token !== 'string') tell('token', 'is required');
  if (withToken && given['clientID'] !== undefined) tell('clientID', 'must be left out of a charge by token');
  return issues;
}

function addressIssues(addresses: { readonly notifyUrl: unknown; readonly redirectUrl: unknown }, { environment }: Settings): Issue[] {
  return Object.entries(addresses).flatMap(([path, value]) => {
    const message = value === undefined ? 'is required, here or in the options of the client' : pageIssue(value, environment);
    return message === undefined ? [] : [{ path, message }];
  });
}

function countryIssues(given: Json): Issue[] {
  return ['billing', 'shipping'].flatMap((name) => {
    const address = given[name];
    const country = isObject(address) ? address['country'] : undefined;
    return country === undefined || country === 'RO' || country === 642
      ? []
      : [{ path: `${name}.country`, message: "must be 'RO' or 642, Romania's number in ISO 3166-1" }];
  });
}

// What the document finds as well was told already, in words of the order's own.
function merged(ours: readonly Issue[], document: readonly Issue[]): Issue[] {
  const own = document.map(({ path, message }) => ({ path: orderPath(path), message: hinted(path, message) }));
  return [
    ...ours,
    ...own.filter(({ path }) => !ours.some((told) => told.path === path || (told.path === 'orderID' && path === 'attemptID'))),
  ];
}

function orderPath(path: string): string {
  if (path === 'order.orderID') return 'attemptID';
  if (path === 'payment.options.installments') return 'installments';
  return path.replace(/^(?:config|order|payment\.instrument)\./, '');
}

function hinted(path: string, message: string): string {
  return path.endsWith('.phone')
    ? 'must be a telephone number, or left out: the page asks for it then, while placeholders such as - are refused there'
    : message;
}

/** The ids that a reference names, as the wire wants them. */
export function readRef(operation: string, ref: PaymentRef): { readonly ntpID: string; readonly orderID: string } {
  const { ntpID = '', attemptID: id, orderID = '' } = typeof ref === 'string' ? { ntpID: ref } : isObject(ref) ? ref : {};
  const found = { ntpID, orderID: id ?? orderID };
  const fits = [found.ntpID, found.orderID].every((value) => typeof value === 'string' && value.length <= 64);
  if (fits && (found.ntpID !== '' || found.orderID !== '')) return found;
  const message = 'must be an ntpID, or an object with ntpID, attemptID or orderID, such as a payment or a notification';
  throw new InputError(operation, [{ path: 'ref', message }]);
}
