// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import {
  type Issue,
  type Report,
  type Verdict,
  explain,
  record,
  list,
  lengthOf,
  fitsDecimals,
  countOf,
  fitsDateTime,
  fitsEmail,
  fitsUri,
} from '../helpers.js';

import type { components } from './types.js';

export type { Issue } from '../helpers.js';

const startConfigLanguagePattern = /^[A-Za-z]{2}$/u;
const startConfigNames = new Set<unknown>(['notifyUrl', 'redirectUrl', 'cancelUrl', 'language', 'emailTemplate', 'emailSubject']);
const instrumentTokenPattern = /^(?:.{5,})?$/u;
const instrumentAccountPattern = /^\d{12,19}$/u;
const instrumentSecretCodePattern = /^\d{3,4}$/u;
const instrumentNames = new Set<unknown>(['type', 'token', 'account', 'expMonth', 'expYear', 'secretCode', 'clientID']);
const startOrderNames = new Set<unknown>([
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
const startCurrencyPattern = /^[A-Z]{3}$/u;
const posSignaturePattern = /^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3,4}$/u;
const addressPhonePattern = /^(?:\D*\d){6}/u;
const addressNames = new Set<unknown>([
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
const productNames = new Set<unknown>(['name', 'code', 'category', 'price', 'vat']);

export function isStartRequest(value: unknown): value is components['schemas']['StartRequest'] {
  return checkStartRequest(value) === true;
}

export function explainStartRequest(value: unknown): Issue[] {
  return explain(checkStartRequest, value);
}

function checkStartRequest(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { config, payment, order } = value;
  if (!(
    checkStartConfig(config, report?.at('config')) &&
    (payment === undefined || checkStartPaymentInput(payment, report?.at('payment'))) &&
    checkStartOrder(order, report?.at('order'))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'config' || key === 'payment' || key === 'order' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isStartConfig(value: unknown): value is components['schemas']['StartConfig'] {
  return checkStartConfig(value) === true;
}

export function explainStartConfig(value: unknown): Issue[] {
  return explain(checkStartConfig, value);
}

function checkStartConfig(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { notifyUrl, redirectUrl, cancelUrl, language, emailTemplate, emailSubject } = value;
  if (!(
    (typeof notifyUrl === 'string'
      ? (notifyUrl.length <= 2048 ||
          lengthOf(notifyUrl) <= 2048 ||
          report?.at('notifyUrl').tell('must have at most 2048 characters, has', lengthOf(notifyUrl))) &&
        (fitsUri(notifyUrl) || report?.at('notifyUrl').tell('must be a URI'))
      : report?.at('notifyUrl').tellType('a string', notifyUrl)) &&
    (typeof redirectUrl === 'string'
      ? (redirectUrl.length <= 2048 ||
          lengthOf(redirectUrl) <= 2048 ||
          report?.at('redirectUrl').tell('must have at most 2048 characters, has', lengthOf(redirectUrl))) &&
        (fitsUri(redirectUrl) || report?.at('redirectUrl').tell('must be a URI'))
      : report?.at('redirectUrl').tellType('a string', redirectUrl)) &&
    (cancelUrl === undefined ||
      (typeof cancelUrl === 'string'
        ? (cancelUrl.length <= 2048 ||
            lengthOf(cancelUrl) <= 2048 ||
            report?.at('cancelUrl').tell('must have at most 2048 characters, has', lengthOf(cancelUrl))) &&
          (fitsUri(cancelUrl) || report?.at('cancelUrl').tell('must be a URI'))
        : report?.at('cancelUrl').tellType('a string', cancelUrl))) &&
    (typeof language === 'string'
      ? startConfigLanguagePattern.test(language) || report?.at('language').tell('must match ^[A-Za-z]{2}$')
      : report?.at('language').tellType('a string', language)) &&
    (emailTemplate === undefined ||
      (typeof emailTemplate === 'string'
        ? emailTemplate.length <= 255 ||
          lengthOf(emailTemplate) <= 255 ||
          report?.at('emailTemplate').tell('must have at most 255 characters, has', lengthOf(emailTemplate))
        : report?.at('emailTemplate').tellType('a string', emailTemplate))) &&
    (emailSubject === undefined ||
      (typeof emailSubject === 'string'
        ? emailSubject.length <= 255 ||
          lengthOf(emailSubject) <= 255 ||
          report?.at('emailSubject').tell('must have at most 255 characters, has', lengthOf(emailSubject))
        : report?.at('emailSubject').tellType('a string', emailSubject)))
  ))
    return false;
  for (const key in value) {
    if (!(startConfigNames.has(key) || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isStartPaymentInput(value: unknown): value is components['schemas']['StartPaymentInput'] {
  return checkStartPaymentInput(value) === true;
}

export function explainStartPaymentInput(value: unknown): Issue[] {
  return explain(checkStartPaymentInput, value);
}

function checkStartPaymentInput(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { options, instrument, data } = value;
  if (!(
    (options === undefined || checkPaymentOptions(options, report?.at('options'))) &&
    (instrument === undefined || checkInstrument(instrument, report?.at('instrument'))) &&
    (data === undefined || checkBrowserData(data, report?.at('data')))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'options' || key === 'instrument' || key === 'data' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isPaymentOptions(value: unknown): value is components['schemas']['PaymentOptions'] {
  return checkPaymentOptions(value) === true;
}

export function explainPaymentOptions(value: unknown): Issue[] {
  return explain(checkPaymentOptions, value);
}

function checkPaymentOptions(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { installments, bonus } = value;
  if (!(
    (installments === undefined ||
      (typeof installments === 'number' && Number.isInteger(installments)
        ? (installments >= 0 || report?.at('installments').tell('must be at least 0, is', installments)) &&
          (installments <= 99 || report?.at('installments').tell('must be at most 99, is', installments))
        : report?.at('installments').tellType('an integer', installments))) &&
    (bonus === undefined ||
      (typeof bonus === 'number' && Number.isInteger(bonus)
        ? (bonus >= 0 || report?.at('bonus').tell('must be at least 0, is', bonus)) &&
          (bonus <= 2147483647 || report?.at('bonus').tell('must be at most 2147483647, is', bonus))
        : report?.at('bonus').tellType('an integer', bonus)))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'installments' || key === 'bonus' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isBrowserData(value: unknown): value is components['schemas']['BrowserData'] {
  return checkBrowserData(value) === true;
}

export function explainBrowserData(value: unknown): Issue[] {
  return explain(checkBrowserData, value);
}

function checkBrowserData(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  for (const key in value) {
    if (!(typeof value[key] === 'string' || report?.at(key).tellType('a string', value[key]))) return false;
  }
  return true;
}

export function isInstrument(value: unknown): value is components['schemas']['Instrument'] {
  return checkInstrument(value) === true;
}

export function explainInstrument(value: unknown): Issue[] {
  return explain(checkInstrument, value);
}

function checkInstrument(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { type, token, account, expMonth, expYear, secretCode, clientID } = value;
  if (!(
    (type === undefined || type === 'card' || report?.at('type').tellChoice('"card"', type)) &&
    (token === undefined ||
      (typeof token === 'string'
        ? (token.length <= 1024 ||
            lengthOf(token) <= 1024 ||
            report?.at('token').tell('must have at most 1024 characters, has', lengthOf(token))) &&
          (instrumentTokenPattern.test(token) || report?.at('token').tell('must match ^(?:.{5,})?$'))
        : report?.at('token').tellType('a string', token))) &&
    (account === undefined ||
      (typeof account === 'string'
        ? instrumentAccountPattern.test(account) || report?.at('account').tell('must match ^\\d{12,19}$')
        : report?.at('account').tellType('a string', account))) &&
    (expMonth === undefined ||
      (typeof expMonth === 'number' && Number.isInteger(expMonth)
        ? (expMonth >= 1 || report?.at('expMonth').tell('must be at least 1, is', expMonth)) &&
          (expMonth <= 12 || report?.at('expMonth').tell('must be at most 12, is', expMonth))
        : report?.at('expMonth').tellType('an integer', expMonth))) &&
    (expYear === undefined ||
      (typeof expYear === 'number' && Number.isInteger(expYear)
        ? (expYear >= 2000 || report?.at('expYear').tell('must be at least 2000, is', expYear)) &&
          (expYear <= 9999 || report?.at('expYear').tell('must be at most 9999, is', expYear))
        : report?.at('expYear').tellType('an integer', expYear))) &&
    (secretCode === undefined ||
      (typeof secretCode === 'string'
        ? instrumentSecretCodePattern.test(secretCode) || report?.at('secretCode').tell('must match ^\\d{3,4}$')
        : report?.at('secretCode').tellType('a string', secretCode))) &&
    (clientID === undefined ||
      (typeof clientID === 'string'
        ? clientID.length <= 255 ||
          lengthOf(clientID) <= 255 ||
          report?.at('clientID').tell('must have at most 255 characters, has', lengthOf(clientID))
        : report?.at('clientID').tellType('a string', clientID)))
  ))
    return false;
  for (const key in value) {
    if (!(instrumentNames.has(key) || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isStartOrder(value: unknown): value is components['schemas']['StartOrder'] {
  return checkStartOrder(value) === true;
}

export function explainStartOrder(value: unknown): Issue[] {
  return explain(checkStartOrder, value);
}

function checkStartOrderProducts(value: unknown, report?: Report): Verdict {
  if (!list(value)) return report?.tellType('an array', value);
  if (!(value.length <= 1000 || report?.tell('must have at most 1000 items, has', value.length))) return false;
  for (let index = 0; index < value.length; index += 1) {
    if (!checkProduct(value[index], report?.at(index))) return false;
  }
  return true;
}

function checkStartOrderData(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  for (const key in value) {
    if (!(typeof value[key] === 'string' || report?.at(key).tellType('a string', value[key]))) return false;
  }
  return true;
}

function checkStartOrder(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const {
    posSignature,
    orderID,
    amount,
    currency,
    description,
    dateTime,
    billing,
    shipping,
    products,
    data,
    clientID,
    scaExemptionInd,
    ntpID,
    installments,
  } = value;
  if (!(
    checkPosSignature(posSignature, report?.at('posSignature')) &&
    (typeof orderID === 'string'
      ? (orderID !== '' || report?.at('orderID').tell('must not be empty')) &&
        (orderID.length <= 64 ||
          lengthOf(orderID) <= 64 ||
          report?.at('orderID').tell('must have at most 64 characters, has', lengthOf(orderID)))
      : report?.at('orderID').tellType('a string', orderID)) &&
    (typeof amount === 'number' && Number.isFinite(amount)
      ? (amount >= 0 || report?.at('amount').tell('must be at least 0, is', amount)) &&
        (amount <= 100000 || report?.at('amount').tell('must be at most 100000, is', amount)) &&
        (fitsDecimals(amount, 100) || report?.at('amount').tell('must have at most two decimals, is', amount))
      : report?.at('amount').tellType('a number', amount)) &&
    checkStartCurrency(currency, report?.at('currency')) &&
    (typeof description === 'string'
      ? (description !== '' || report?.at('description').tell('must not be empty')) &&
        (description.length <= 255 ||
          lengthOf(description) <= 255 ||
          report?.at('description').tell('must have at most 255 characters, has', lengthOf(description)))
      : report?.at('description').tellType('a string', description)) &&
    (typeof dateTime === 'string'
      ? fitsDateTime(dateTime) || report?.at('dateTime').tell('must be a date and time such as 2026-01-31T18:00:00Z')
      : report?.at('dateTime').tellType('a string', dateTime)) &&
    checkAddress(billing, report?.at('billing')) &&
    (shipping === undefined || checkAddress(shipping, report?.at('shipping'))) &&
    (products === undefined || checkStartOrderProducts(products, report?.at('products'))) &&
    (data === undefined || checkStartOrderData(data, report?.at('data'))) &&
    (clientID === undefined ||
      (typeof clientID === 'string'
        ? (clientID !== '' || report?.at('clientID').tell('must not be empty')) &&
          (clientID.length <= 255 ||
            lengthOf(clientID) <= 255 ||
            report?.at('clientID').tell('must have at most 255 characters, has', lengthOf(clientID)))
        : report?.at('clientID').tellType('a string', clientID))) &&
    (scaExemptionInd === undefined || scaExemptionInd === 'MIT' || report?.at('scaExemptionInd').tellChoice('"MIT"', scaExemptionInd)) &&
    (ntpID === undefined ||
      (typeof ntpID === 'string'
        ? ntpID.length <= 64 || lengthOf(ntpID) <= 64 || report?.at('ntpID').tell('must have at most 64 characters, has', lengthOf(ntpID))
        : ntpID === null || report?.at('ntpID').tellType('a string or null', ntpID))) &&
    (installments === undefined || checkOrderInstallments(installments, report?.at('installments')))
  ))
    return false;
  for (const key in value) {
    if (!(startOrderNames.has(key) || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isOrderInstallments(value: unknown): value is components['schemas']['OrderInstallments'] {
  return checkOrderInstallments(value) === true;
}

export function explainOrderInstallments(value: unknown): Issue[] {
  return explain(checkOrderInstallments, value);
}

function checkOrderInstallmentsAvailable(value: unknown, report?: Report): Verdict {
  if (!list(value)) return report?.tellType('an array', value);
  if (!(value.length <= 100 || report?.tell('must have at most 100 items, has', value.length))) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (
      !(typeof item === 'number' && Number.isInteger(item)
        ? (item >= 0 || report?.at(index).tell('must be at least 0, is', item)) &&
          (item <= 99 || report?.at(index).tell('must be at most 99, is', item))
        : report?.at(index).tellType('an integer', item))
    )
      return false;
  }
  return true;
}

function checkOrderInstallments(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { selected, available } = value;
  if (!(
    (selected === undefined ||
      (typeof selected === 'number' && Number.isInteger(selected)
        ? (selected >= 0 || report?.at('selected').tell('must be at least 0, is', selected)) &&
          (selected <= 99 || report?.at('selected').tell('must be at most 99, is', selected))
        : report?.at('selected').tellType('an integer', selected))) &&
    (available === undefined || checkOrderInstallmentsAvailable(available, report?.at('available')))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'selected' || key === 'available' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isStartCurrency(value: unknown): value is components['schemas']['StartCurrency'] {
  return checkStartCurrency(value) === true;
}

export function explainStartCurrency(value: unknown): Issue[] {
  return explain(checkStartCurrency, value);
}

function checkStartCurrency(value: unknown, report?: Report): Verdict {
  return typeof value === 'string'
    ? startCurrencyPattern.test(value) || report?.tell('must match ^[A-Z]{3}$')
    : report?.tellType('a string', value);
}

export function isPosSignature(value: unknown): value is components['schemas']['PosSignature'] {
  return checkPosSignature(value) === true;
}

export function explainPosSignature(value: unknown): Issue[] {
  return explain(checkPosSignature, value);
}

function checkPosSignature(value: unknown, report?: Report): Verdict {
  return typeof value === 'string'
    ? posSignaturePattern.test(value) || report?.tell('must match ^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3,4}$')
    : report?.tellType('a string', value);
}

export function isAddress(value: unknown): value is components['schemas']['Address'] {
  return checkAddress(value) === true;
}

export function explainAddress(value: unknown): Issue[] {
  return explain(checkAddress, value);
}

function checkAddress(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { email, firstName, lastName, phone, city, country, countryName, state, postalCode, details } = value;
  if (!(
    (typeof email === 'string'
      ? (email.length <= 255 ||
          lengthOf(email) <= 255 ||
          report?.at('email').tell('must have at most 255 characters, has', lengthOf(email))) &&
        (fitsEmail(email) || report?.at('email').tell('must be an e-mail address'))
      : report?.at('email').tellType('a string', email)) &&
    (typeof firstName === 'string'
      ? (firstName !== '' || report?.at('firstName').tell('must not be empty')) &&
        (firstName.length <= 255 ||
          lengthOf(firstName) <= 255 ||
          report?.at('firstName').tell('must have at most 255 characters, has', lengthOf(firstName)))
      : report?.at('firstName').tellType('a string', firstName)) &&
    (typeof lastName === 'string'
      ? (lastName !== '' || report?.at('lastName').tell('must not be empty')) &&
        (lastName.length <= 255 ||
          lengthOf(lastName) <= 255 ||
          report?.at('lastName').tell('must have at most 255 characters, has', lengthOf(lastName)))
      : report?.at('lastName').tellType('a string', lastName)) &&
    (phone === undefined ||
      (typeof phone === 'string'
        ? (phone.length <= 64 ||
            lengthOf(phone) <= 64 ||
            report?.at('phone').tell('must have at most 64 characters, has', lengthOf(phone))) &&
          (addressPhonePattern.test(phone) || report?.at('phone').tell('must match ^(?:\\D*\\d){6}'))
        : report?.at('phone').tellType('a string', phone))) &&
    (typeof city === 'string'
      ? (city !== '' || report?.at('city').tell('must not be empty')) &&
        (city.length <= 255 || lengthOf(city) <= 255 || report?.at('city').tell('must have at most 255 characters, has', lengthOf(city)))
      : report?.at('city').tellType('a string', city)) &&
    (typeof country === 'number' && Number.isInteger(country)
      ? (country >= 1 || report?.at('country').tell('must be at least 1, is', country)) &&
        (country <= 999 || report?.at('country').tell('must be at most 999, is', country))
      : report?.at('country').tellType('an integer', country)) &&
    (countryName === undefined ||
      (typeof countryName === 'string'
        ? countryName.length <= 255 ||
          lengthOf(countryName) <= 255 ||
          report?.at('countryName').tell('must have at most 255 characters, has', lengthOf(countryName))
        : report?.at('countryName').tellType('a string', countryName))) &&
    (state === undefined ||
      (typeof state === 'string'
        ? state.length <= 255 ||
          lengthOf(state) <= 255 ||
          report?.at('state').tell('must have at most 255 characters, has', lengthOf(state))
        : report?.at('state').tellType('a string', state))) &&
    (postalCode === undefined ||
      (typeof postalCode === 'string'
        ? postalCode.length <= 64 ||
          lengthOf(postalCode) <= 64 ||
          report?.at('postalCode').tell('must have at most 64 characters, has', lengthOf(postalCode))
        : report?.at('postalCode').tellType('a string', postalCode))) &&
    (details === undefined ||
      (typeof details === 'string'
        ? details.length <= 1024 ||
          lengthOf(details) <= 1024 ||
          report?.at('details').tell('must have at most 1024 characters, has', lengthOf(details))
        : report?.at('details').tellType('a string', details)))
  ))
    return false;
  for (const key in value) {
    if (!(addressNames.has(key) || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isProduct(value: unknown): value is components['schemas']['Product'] {
  return checkProduct(value) === true;
}

export function explainProduct(value: unknown): Issue[] {
  return explain(checkProduct, value);
}

function checkProduct(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { name, code, category, price, vat } = value;
  if (!(
    (typeof name === 'string'
      ? (name !== '' || report?.at('name').tell('must not be empty')) &&
        (name.length <= 255 || lengthOf(name) <= 255 || report?.at('name').tell('must have at most 255 characters, has', lengthOf(name)))
      : report?.at('name').tellType('a string', name)) &&
    (code === undefined ||
      (typeof code === 'string'
        ? code.length <= 255 || lengthOf(code) <= 255 || report?.at('code').tell('must have at most 255 characters, has', lengthOf(code))
        : report?.at('code').tellType('a string', code))) &&
    (category === undefined ||
      (typeof category === 'string'
        ? category.length <= 255 ||
          lengthOf(category) <= 255 ||
          report?.at('category').tell('must have at most 255 characters, has', lengthOf(category))
        : report?.at('category').tellType('a string', category))) &&
    (typeof price === 'number' && Number.isFinite(price)
      ? (price >= 0 || report?.at('price').tell('must be at least 0, is', price)) &&
        (price <= 100000 || report?.at('price').tell('must be at most 100000, is', price)) &&
        (fitsDecimals(price, 100) || report?.at('price').tell('must have at most two decimals, is', price))
      : report?.at('price').tellType('a number', price)) &&
    (vat === undefined ||
      (typeof vat === 'number' && Number.isFinite(vat)
        ? (vat >= 0 || report?.at('vat').tell('must be at least 0, is', vat)) &&
          (vat <= 100 || report?.at('vat').tell('must be at most 100, is', vat))
        : report?.at('vat').tellType('a number', vat)))
  ))
    return false;
  for (const key in value) {
    if (!(productNames.has(key) || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isStatusRequest(value: unknown): value is components['schemas']['StatusRequest'] {
  return checkStatusRequest(value) === true;
}

export function explainStatusRequest(value: unknown): Issue[] {
  return explain(checkStatusRequest, value);
}

function checkStatusRequest(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { posID, ntpID, orderID } = value;
  if (!(
    checkPosSignature(posID, report?.at('posID')) &&
    (ntpID === undefined ||
      (typeof ntpID === 'string'
        ? ntpID.length <= 64 || lengthOf(ntpID) <= 64 || report?.at('ntpID').tell('must have at most 64 characters, has', lengthOf(ntpID))
        : report?.at('ntpID').tellType('a string', ntpID))) &&
    (orderID === undefined ||
      (typeof orderID === 'string'
        ? orderID.length <= 64 ||
          lengthOf(orderID) <= 64 ||
          report?.at('orderID').tell('must have at most 64 characters, has', lengthOf(orderID))
        : report?.at('orderID').tellType('a string', orderID))) &&
    (countOf(value) >= 2 || report?.tell('must have at least 2 fields, has', countOf(value)))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'posID' || key === 'ntpID' || key === 'orderID' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isVerifyAuthRequest(value: unknown): value is components['schemas']['VerifyAuthRequest'] {
  return checkVerifyAuthRequest(value) === true;
}

export function explainVerifyAuthRequest(value: unknown): Issue[] {
  return explain(checkVerifyAuthRequest, value);
}

function checkVerifyAuthRequestFormData(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  if (!(countOf(value) <= 100 || report?.tell('must have at most 100 fields, has', countOf(value)))) return false;
  for (const key in value) {
    if (!(typeof value[key] === 'string' || report?.at(key).tellType('a string', value[key]))) return false;
  }
  return true;
}

function checkVerifyAuthRequest(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { ntpID, authenticationToken, formData } = value;
  if (!(
    (typeof ntpID === 'string'
      ? (ntpID !== '' || report?.at('ntpID').tell('must not be empty')) &&
        (ntpID.length <= 64 || lengthOf(ntpID) <= 64 || report?.at('ntpID').tell('must have at most 64 characters, has', lengthOf(ntpID)))
      : report?.at('ntpID').tellType('a string', ntpID)) &&
    (authenticationToken === undefined ||
      (typeof authenticationToken === 'string'
        ? (authenticationToken !== '' || report?.at('authenticationToken').tell('must not be empty')) &&
          (authenticationToken.length <= 4096 ||
            lengthOf(authenticationToken) <= 4096 ||
            report?.at('authenticationToken').tell('must have at most 4096 characters, has', lengthOf(authenticationToken)))
        : report?.at('authenticationToken').tellType('a string', authenticationToken))) &&
    checkVerifyAuthRequestFormData(formData, report?.at('formData'))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'ntpID' || key === 'authenticationToken' || key === 'formData' || report?.at(key).tell('is not a known field')))
      return false;
  }
  return true;
}

export function isCreditRequest(value: unknown): value is components['schemas']['CreditRequest'] {
  return checkCreditRequest(value) === true;
}

export function explainCreditRequest(value: unknown): Issue[] {
  return explain(checkCreditRequest, value);
}

function checkCreditRequestSplit(value: unknown, report?: Report): Verdict {
  if (!list(value)) return report?.tellType('an array', value);
  if (!(value.length <= 0 || report?.tell('must have at most 0 items, has', value.length))) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(record(item) || report?.at(index).tellType('an object', item))) return false;
  }
  return true;
}

function checkCreditRequest(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { ntpID, amount, split } = value;
  if (!(
    (typeof ntpID === 'string'
      ? (ntpID !== '' || report?.at('ntpID').tell('must not be empty')) &&
        (ntpID.length <= 64 || lengthOf(ntpID) <= 64 || report?.at('ntpID').tell('must have at most 64 characters, has', lengthOf(ntpID)))
      : report?.at('ntpID').tellType('a string', ntpID)) &&
    (typeof amount === 'number' && Number.isFinite(amount)
      ? (amount <= 100000 || report?.at('amount').tell('must be at most 100000, is', amount)) &&
        (amount > 0 || report?.at('amount').tell('must be greater than 0, is', amount)) &&
        (fitsDecimals(amount, 100) || report?.at('amount').tell('must have at most two decimals, is', amount))
      : report?.at('amount').tellType('a number', amount)) &&
    (split === undefined || checkCreditRequestSplit(split, report?.at('split')))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'ntpID' || key === 'amount' || key === 'split' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isStartPayLaterRequest(value: unknown): value is components['schemas']['StartPayLaterRequest'] {
  return checkStartPayLaterRequest(value) === true;
}

export function explainStartPayLaterRequest(value: unknown): Issue[] {
  return explain(checkStartPayLaterRequest, value);
}

function checkStartPayLaterRequest(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { config, payment, order } = value;
  if (!(
    checkStartConfig(config, report?.at('config')) &&
    checkPayLaterInput(payment, report?.at('payment')) &&
    checkStartOrder(order, report?.at('order'))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'config' || key === 'payment' || key === 'order' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isPayLaterInput(value: unknown): value is components['schemas']['PayLaterInput'] {
  return checkPayLaterInput(value) === true;
}

export function explainPayLaterInput(value: unknown): Issue[] {
  return explain(checkPayLaterInput, value);
}

function checkPayLaterInput(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { instrument, options, data } = value;
  if (!(
    checkPayLaterInstrument(instrument, report?.at('instrument')) &&
    (options === undefined || checkPaymentOptions(options, report?.at('options'))) &&
    (data === undefined || checkBrowserData(data, report?.at('data')))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'instrument' || key === 'options' || key === 'data' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isPayLaterInstrument(value: unknown): value is components['schemas']['PayLaterInstrument'] {
  return checkPayLaterInstrument(value) === true;
}

export function explainPayLaterInstrument(value: unknown): Issue[] {
  return explain(checkPayLaterInstrument, value);
}

function checkPayLaterInstrument(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { type } = value;
  if (!(type === 'bnpl.paypo' || type === 'bnpl.oney' || report?.at('type').tellChoice('one of "bnpl.paypo", "bnpl.oney"', type)))
    return false;
  for (const key in value) {
    if (!(key === 'type' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isReturnPayLaterRequest(value: unknown): value is components['schemas']['ReturnPayLaterRequest'] {
  return checkReturnPayLaterRequest(value) === true;
}

export function explainReturnPayLaterRequest(value: unknown): Issue[] {
  return explain(checkReturnPayLaterRequest, value);
}

function checkReturnPayLaterRequest(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { ntpID } = value;
  if (
    !(typeof ntpID === 'string'
      ? (ntpID !== '' || report?.at('ntpID').tell('must not be empty')) &&
        (ntpID.length <= 64 || lengthOf(ntpID) <= 64 || report?.at('ntpID').tell('must have at most 64 characters, has', lengthOf(ntpID)))
      : report?.at('ntpID').tellType('a string', ntpID))
  )
    return false;
  for (const key in value) {
    if (!(key === 'ntpID' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isStartResponse(value: unknown): value is components['schemas']['StartResponse'] {
  return checkStartResponse(value) === true;
}

export function explainStartResponse(value: unknown): Issue[] {
  return explain(checkStartResponse, value);
}

function checkStartResponse(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { error, payment, customerAction, code, message } = value;
  return (
    (error === undefined || checkOutcome(error, report?.at('error'))) &&
    (payment === undefined || checkStartedPayment(payment, report?.at('payment'))) &&
    (customerAction === undefined || checkCustomerAction(customerAction, report?.at('customerAction'))) &&
    (code === undefined || checkFlatCode(code, report?.at('code'))) &&
    (message === undefined || checkFlatMessage(message, report?.at('message')))
  );
}

export function isStatusResponse(value: unknown): value is components['schemas']['StatusResponse'] {
  return checkStatusResponse(value) === true;
}

export function explainStatusResponse(value: unknown): Issue[] {
  return explain(checkStatusResponse, value);
}

function checkStatusResponseBnpl(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  return true;
}

function checkStatusResponse(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { error, payment, order, customerAction, config, merchant, bnpl, code, message } = value;
  return (
    (error === undefined || checkOutcome(error, report?.at('error'))) &&
    (payment === undefined || checkReadPayment(payment, report?.at('payment'))) &&
    (order === undefined || checkReadOrder(order, report?.at('order'))) &&
    (customerAction === undefined || checkCustomerAction(customerAction, report?.at('customerAction'))) &&
    (config === undefined || checkReadConfig(config, report?.at('config'))) &&
    (merchant === undefined || checkMerchant(merchant, report?.at('merchant'))) &&
    (bnpl === undefined || checkStatusResponseBnpl(bnpl, report?.at('bnpl'))) &&
    (code === undefined || checkFlatCode(code, report?.at('code'))) &&
    (message === undefined || checkFlatMessage(message, report?.at('message')))
  );
}

export function isVerifyAuthResponse(value: unknown): value is components['schemas']['VerifyAuthResponse'] {
  return checkVerifyAuthResponse(value) === true;
}

export function explainVerifyAuthResponse(value: unknown): Issue[] {
  return explain(checkVerifyAuthResponse, value);
}

function checkVerifyAuthResponse(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { error, payment, code, message } = value;
  return (
    (error === undefined || checkOutcome(error, report?.at('error'))) &&
    (payment === undefined || checkStartedPayment(payment, report?.at('payment'))) &&
    (code === undefined || checkFlatCode(code, report?.at('code'))) &&
    (message === undefined || checkFlatMessage(message, report?.at('message')))
  );
}

export function isCreditResponse(value: unknown): value is components['schemas']['CreditResponse'] {
  return checkCreditResponse(value) === true;
}

export function explainCreditResponse(value: unknown): Issue[] {
  return explain(checkCreditResponse, value);
}

function checkCreditResponse(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { error, payment, code, message } = value;
  return (
    (error === undefined || checkOutcome(error, report?.at('error'))) &&
    (payment === undefined || checkCreditedPayment(payment, report?.at('payment'))) &&
    (code === undefined || checkFlatCode(code, report?.at('code'))) &&
    (message === undefined || checkFlatMessage(message, report?.at('message')))
  );
}

export function isReturnPayLaterResponse(value: unknown): value is components['schemas']['ReturnPayLaterResponse'] {
  return checkReturnPayLaterResponse(value) === true;
}

export function explainReturnPayLaterResponse(value: unknown): Issue[] {
  return explain(checkReturnPayLaterResponse, value);
}

function checkReturnPayLaterResponse(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { error, payment, code, message } = value;
  return (
    (error === undefined || checkOutcome(error, report?.at('error'))) &&
    (payment === undefined || checkStartedPayment(payment, report?.at('payment'))) &&
    (code === undefined || checkFlatCode(code, report?.at('code'))) &&
    (message === undefined || checkFlatMessage(message, report?.at('message')))
  );
}

export function isOutcome(value: unknown): value is components['schemas']['Outcome'] {
  return checkOutcome(value) === true;
}

export function explainOutcome(value: unknown): Issue[] {
  return explain(checkOutcome, value);
}

function checkOutcomeDetailsItem(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  return true;
}

function checkOutcomeDetails(value: unknown, report?: Report): Verdict {
  if (!list(value)) return value === null || report?.tellType('an array or null', value);
  for (let index = 0; index < value.length; index += 1) {
    if (!checkOutcomeDetailsItem(value[index], report?.at(index))) return false;
  }
  return true;
}

function checkOutcome(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { code, message, details } = value;
  return (
    (code === undefined || checkErrorCode(code, report?.at('code'))) &&
    (message === undefined || typeof message === 'string' || report?.at('message').tellType('a string', message)) &&
    (details === undefined || checkOutcomeDetails(details, report?.at('details')))
  );
}

export function isErrorCode(value: unknown): value is components['schemas']['ErrorCode'] {
  return checkErrorCode(value) === true;
}

export function explainErrorCode(value: unknown): Issue[] {
  return explain(checkErrorCode, value);
}

function checkErrorCode(value: unknown, report?: Report): Verdict {
  return typeof value === 'string'
    ? value.length <= 64 || lengthOf(value) <= 64 || report?.tell('must have at most 64 characters, has', lengthOf(value))
    : report?.tellType('a string', value);
}

export function isFlatCode(value: unknown): value is components['schemas']['FlatCode'] {
  return checkFlatCode(value) === true;
}

export function explainFlatCode(value: unknown): Issue[] {
  return explain(checkFlatCode, value);
}

function checkFlatCode(value: unknown, report?: Report): Verdict {
  return typeof value === 'string'
    ? value.length <= 64 || lengthOf(value) <= 64 || report?.tell('must have at most 64 characters, has', lengthOf(value))
    : report?.tellType('a string', value);
}

export function isFlatMessage(value: unknown): value is components['schemas']['FlatMessage'] {
  return checkFlatMessage(value) === true;
}

export function explainFlatMessage(value: unknown): Issue[] {
  return explain(checkFlatMessage, value);
}

function checkFlatMessage(value: unknown, report?: Report): Verdict {
  return typeof value === 'string' || report?.tellType('a string', value);
}

export function isPaymentStatus(value: unknown): value is components['schemas']['PaymentStatus'] {
  return checkPaymentStatus(value) === true;
}

export function explainPaymentStatus(value: unknown): Issue[] {
  return explain(checkPaymentStatus, value);
}

function checkPaymentStatus(value: unknown, report?: Report): Verdict {
  return typeof value === 'number' && Number.isInteger(value)
    ? (value >= -2147483648 || report?.tell('must be at least -2147483648, is', value)) &&
        (value <= 2147483647 || report?.tell('must be at most 2147483647, is', value))
    : report?.tellType('an integer', value);
}

export function isPaymentId(value: unknown): value is components['schemas']['PaymentId'] {
  return checkPaymentId(value) === true;
}

export function explainPaymentId(value: unknown): Issue[] {
  return explain(checkPaymentId, value);
}

function checkPaymentId(value: unknown, report?: Report): Verdict {
  return typeof value === 'string'
    ? (value !== '' || report?.tell('must not be empty')) &&
        (value.length <= 255 || lengthOf(value) <= 255 || report?.tell('must have at most 255 characters, has', lengthOf(value)))
    : report?.tellType('a string', value);
}

export function isAmount(value: unknown): value is components['schemas']['Amount'] {
  return checkAmount(value) === true;
}

export function explainAmount(value: unknown): Issue[] {
  return explain(checkAmount, value);
}

function checkAmount(value: unknown, report?: Report): Verdict {
  return typeof value === 'number' && Number.isFinite(value)
    ? value >= 0 || report?.tell('must be at least 0, is', value)
    : report?.tellType('a number', value);
}

export function isCurrency(value: unknown): value is components['schemas']['Currency'] {
  return checkCurrency(value) === true;
}

export function explainCurrency(value: unknown): Issue[] {
  return explain(checkCurrency, value);
}

function checkCurrency(value: unknown, report?: Report): Verdict {
  return typeof value === 'string'
    ? value.length <= 16 || lengthOf(value) <= 16 || report?.tell('must have at most 16 characters, has', lengthOf(value))
    : report?.tellType('a string', value);
}

export function isStartedPayment(value: unknown): value is components['schemas']['StartedPayment'] {
  return checkStartedPayment(value) === true;
}

export function explainStartedPayment(value: unknown): Issue[] {
  return explain(checkStartedPayment, value);
}

function checkStartedPayment(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { ntpID, status, amount, currency, paymentURL, token, binding, data, operationDate } = value;
  return (
    (ntpID === undefined || checkPaymentId(ntpID, report?.at('ntpID'))) &&
    (status === undefined || checkPaymentStatus(status, report?.at('status'))) &&
    (amount === undefined || checkAmount(amount, report?.at('amount'))) &&
    (currency === undefined || checkCurrency(currency, report?.at('currency'))) &&
    (paymentURL === undefined || typeof paymentURL === 'string' || report?.at('paymentURL').tellType('a string', paymentURL)) &&
    (token === undefined || checkCardToken(token, report?.at('token'))) &&
    (binding === undefined || checkBinding(binding, report?.at('binding'))) &&
    (data === undefined || checkAuthorisationData(data, report?.at('data'))) &&
    (operationDate === undefined || checkLocalTime(operationDate, report?.at('operationDate')))
  );
}

export function isReadPayment(value: unknown): value is components['schemas']['ReadPayment'] {
  return checkReadPayment(value) === true;
}

export function explainReadPayment(value: unknown): Issue[] {
  return explain(checkReadPayment, value);
}

function checkReadPaymentAllowedMethods(value: unknown, report?: Report): Verdict {
  if (!list(value)) return value === null || report?.tellType('an array or null', value);
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(typeof item === 'string' || report?.at(index).tellType('a string', item))) return false;
  }
  return true;
}

function checkReadPayment(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { ntpID, status, amount, currency, method, allowedMethods, token, binding, instrument, data, rrn, operationDate, options } = value;
  return (
    (ntpID === undefined || checkPaymentId(ntpID, report?.at('ntpID'))) &&
    (status === undefined || checkPaymentStatus(status, report?.at('status'))) &&
    (amount === undefined || checkAmount(amount, report?.at('amount'))) &&
    (currency === undefined || checkCurrency(currency, report?.at('currency'))) &&
    (method === undefined ||
      (typeof method === 'string'
        ? method.length <= 255 ||
          lengthOf(method) <= 255 ||
          report?.at('method').tell('must have at most 255 characters, has', lengthOf(method))
        : report?.at('method').tellType('a string', method))) &&
    (allowedMethods === undefined || checkReadPaymentAllowedMethods(allowedMethods, report?.at('allowedMethods'))) &&
    (token === undefined || checkCardToken(token, report?.at('token'))) &&
    (binding === undefined || checkBinding(binding, report?.at('binding'))) &&
    (instrument === undefined || checkCardSeen(instrument, report?.at('instrument'))) &&
    (data === undefined || checkAuthorisationData(data, report?.at('data'))) &&
    (rrn === undefined ||
      (typeof rrn === 'string'
        ? rrn.length <= 255 || lengthOf(rrn) <= 255 || report?.at('rrn').tell('must have at most 255 characters, has', lengthOf(rrn))
        : report?.at('rrn').tellType('a string', rrn))) &&
    (operationDate === undefined || checkLocalTime(operationDate, report?.at('operationDate'))) &&
    (options === undefined || checkOptionsSeen(options, report?.at('options')))
  );
}

export function isCreditedPayment(value: unknown): value is components['schemas']['CreditedPayment'] {
  return checkCreditedPayment(value) === true;
}

export function explainCreditedPayment(value: unknown): Issue[] {
  return explain(checkCreditedPayment, value);
}

function checkCreditedPayment(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { ntpID, status, amount, currency } = value;
  return (
    (ntpID === undefined || checkPaymentId(ntpID, report?.at('ntpID'))) &&
    (status === undefined || checkPaymentStatus(status, report?.at('status'))) &&
    (amount === undefined || checkAmount(amount, report?.at('amount'))) &&
    (currency === undefined || checkCurrency(currency, report?.at('currency')))
  );
}

export function isNotifiedPayment(value: unknown): value is components['schemas']['NotifiedPayment'] {
  return checkNotifiedPayment(value) === true;
}

export function explainNotifiedPayment(value: unknown): Issue[] {
  return explain(checkNotifiedPayment, value);
}

function checkNotifiedPayment(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { ntpID, status, amount, currency, method, code, message, token, binding, instrument, data } = value;
  return (
    checkPaymentId(ntpID, report?.at('ntpID')) &&
    checkPaymentStatus(status, report?.at('status')) &&
    (amount === undefined || checkAmount(amount, report?.at('amount'))) &&
    (currency === undefined || checkCurrency(currency, report?.at('currency'))) &&
    (method === undefined ||
      (typeof method === 'string'
        ? method.length <= 255 ||
          lengthOf(method) <= 255 ||
          report?.at('method').tell('must have at most 255 characters, has', lengthOf(method))
        : report?.at('method').tellType('a string', method))) &&
    (code === undefined || checkErrorCode(code, report?.at('code'))) &&
    (message === undefined || typeof message === 'string' || report?.at('message').tellType('a string', message)) &&
    (token === undefined || checkCardToken(token, report?.at('token'))) &&
    (binding === undefined || checkBinding(binding, report?.at('binding'))) &&
    (instrument === undefined || checkCardSeen(instrument, report?.at('instrument'))) &&
    (data === undefined || checkAuthorisationData(data, report?.at('data')))
  );
}

export function isCardToken(value: unknown): value is components['schemas']['CardToken'] {
  return checkCardToken(value) === true;
}

export function explainCardToken(value: unknown): Issue[] {
  return explain(checkCardToken, value);
}

function checkCardToken(value: unknown, report?: Report): Verdict {
  return typeof value === 'string'
    ? value.length <= 4096 || lengthOf(value) <= 4096 || report?.tell('must have at most 4096 characters, has', lengthOf(value))
    : report?.tellType('a string', value);
}

export function isBinding(value: unknown): value is components['schemas']['Binding'] {
  return checkBinding(value) === true;
}

export function explainBinding(value: unknown): Issue[] {
  return explain(checkBinding, value);
}

function checkBinding(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { token, expireMonth, expireYear } = value;
  return (
    (token === undefined || checkCardToken(token, report?.at('token'))) &&
    (expireMonth === undefined ||
      (typeof expireMonth === 'number' && Number.isInteger(expireMonth)
        ? (expireMonth >= -2147483648 || report?.at('expireMonth').tell('must be at least -2147483648, is', expireMonth)) &&
          (expireMonth <= 2147483647 || report?.at('expireMonth').tell('must be at most 2147483647, is', expireMonth))
        : report?.at('expireMonth').tellType('an integer', expireMonth))) &&
    (expireYear === undefined ||
      (typeof expireYear === 'number' && Number.isInteger(expireYear)
        ? (expireYear >= -2147483648 || report?.at('expireYear').tell('must be at least -2147483648, is', expireYear)) &&
          (expireYear <= 2147483647 || report?.at('expireYear').tell('must be at most 2147483647, is', expireYear))
        : report?.at('expireYear').tellType('an integer', expireYear)))
  );
}

export function isCardSeen(value: unknown): value is components['schemas']['CardSeen'] {
  return checkCardSeen(value) === true;
}

export function explainCardSeen(value: unknown): Issue[] {
  return explain(checkCardSeen, value);
}

function checkCardSeen(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { panMasked, panCategory, issuer, country } = value;
  return (
    (panMasked === undefined ||
      (typeof panMasked === 'string'
        ? panMasked.length <= 255 ||
          lengthOf(panMasked) <= 255 ||
          report?.at('panMasked').tell('must have at most 255 characters, has', lengthOf(panMasked))
        : report?.at('panMasked').tellType('a string', panMasked))) &&
    (panCategory === undefined ||
      (typeof panCategory === 'string'
        ? panCategory.length <= 255 ||
          lengthOf(panCategory) <= 255 ||
          report?.at('panCategory').tell('must have at most 255 characters, has', lengthOf(panCategory))
        : report?.at('panCategory').tellType('a string', panCategory))) &&
    (issuer === undefined ||
      (typeof issuer === 'string'
        ? issuer.length <= 255 ||
          lengthOf(issuer) <= 255 ||
          report?.at('issuer').tell('must have at most 255 characters, has', lengthOf(issuer))
        : report?.at('issuer').tellType('a string', issuer))) &&
    (country === undefined ||
      (typeof country === 'number' && Number.isInteger(country)
        ? (country >= -2147483648 || report?.at('country').tell('must be at least -2147483648, is', country)) &&
          (country <= 2147483647 || report?.at('country').tell('must be at most 2147483647, is', country))
        : report?.at('country').tellType('an integer', country)))
  );
}

export function isOptionsSeen(value: unknown): value is components['schemas']['OptionsSeen'] {
  return checkOptionsSeen(value) === true;
}

export function explainOptionsSeen(value: unknown): Issue[] {
  return explain(checkOptionsSeen, value);
}

function checkOptionsSeen(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { installments, bonus } = value;
  return (
    (installments === undefined ||
      (typeof installments === 'number' && Number.isInteger(installments)
        ? (installments >= -2147483648 || report?.at('installments').tell('must be at least -2147483648, is', installments)) &&
          (installments <= 2147483647 || report?.at('installments').tell('must be at most 2147483647, is', installments))
        : report?.at('installments').tellType('an integer', installments))) &&
    (bonus === undefined ||
      (typeof bonus === 'number' && Number.isInteger(bonus)
        ? (bonus >= -2147483648 || report?.at('bonus').tell('must be at least -2147483648, is', bonus)) &&
          (bonus <= 2147483647 || report?.at('bonus').tell('must be at most 2147483647, is', bonus))
        : report?.at('bonus').tellType('an integer', bonus)))
  );
}

export function isAuthorisationData(value: unknown): value is components['schemas']['AuthorisationData'] {
  return checkAuthorisationData(value) === true;
}

export function explainAuthorisationData(value: unknown): Issue[] {
  return explain(checkAuthorisationData, value);
}

function checkAuthorisationData(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  for (const key in value) {
    if (!(typeof value[key] === 'string' || report?.at(key).tellType('a string', value[key]))) return false;
  }
  return true;
}

export function isLocalTime(value: unknown): value is components['schemas']['LocalTime'] {
  return checkLocalTime(value) === true;
}

export function explainLocalTime(value: unknown): Issue[] {
  return explain(checkLocalTime, value);
}

function checkLocalTime(value: unknown, report?: Report): Verdict {
  return typeof value === 'string'
    ? value.length <= 64 || lengthOf(value) <= 64 || report?.tell('must have at most 64 characters, has', lengthOf(value))
    : report?.tellType('a string', value);
}

export function isCustomerAction(value: unknown): value is components['schemas']['CustomerAction'] {
  return checkCustomerAction(value) === true;
}

export function explainCustomerAction(value: unknown): Issue[] {
  return explain(checkCustomerAction, value);
}

function checkCustomerAction(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { type, url, authenticationToken, formData } = value;
  return (
    (type === undefined ||
      (typeof type === 'string'
        ? type.length <= 255 || lengthOf(type) <= 255 || report?.at('type').tell('must have at most 255 characters, has', lengthOf(type))
        : report?.at('type').tellType('a string', type))) &&
    (url === undefined || typeof url === 'string' || report?.at('url').tellType('a string', url)) &&
    (authenticationToken === undefined ||
      (typeof authenticationToken === 'string'
        ? authenticationToken.length <= 4096 ||
          lengthOf(authenticationToken) <= 4096 ||
          report?.at('authenticationToken').tell('must have at most 4096 characters, has', lengthOf(authenticationToken))
        : report?.at('authenticationToken').tellType('a string', authenticationToken))) &&
    (formData === undefined || checkStartOrderData(formData, report?.at('formData')))
  );
}

export function isReadOrder(value: unknown): value is components['schemas']['ReadOrder'] {
  return checkReadOrder(value) === true;
}

export function explainReadOrder(value: unknown): Issue[] {
  return explain(checkReadOrder, value);
}

function checkReadOrder(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { ntpID, posSignature, orderID, dateTime, description, amount, currency, billing, shipping, installments, data } = value;
  return (
    (ntpID === undefined || checkPaymentId(ntpID, report?.at('ntpID'))) &&
    (posSignature === undefined ||
      (typeof posSignature === 'string'
        ? posSignature.length <= 255 ||
          lengthOf(posSignature) <= 255 ||
          report?.at('posSignature').tell('must have at most 255 characters, has', lengthOf(posSignature))
        : report?.at('posSignature').tellType('a string', posSignature))) &&
    (orderID === undefined ||
      (typeof orderID === 'string'
        ? orderID.length <= 255 ||
          lengthOf(orderID) <= 255 ||
          report?.at('orderID').tell('must have at most 255 characters, has', lengthOf(orderID))
        : report?.at('orderID').tellType('a string', orderID))) &&
    (dateTime === undefined || checkLocalTime(dateTime, report?.at('dateTime'))) &&
    (description === undefined || typeof description === 'string' || report?.at('description').tellType('a string', description)) &&
    (amount === undefined || checkAmount(amount, report?.at('amount'))) &&
    (currency === undefined || checkCurrency(currency, report?.at('currency'))) &&
    (billing === undefined || checkReadAddress(billing, report?.at('billing'))) &&
    (shipping === undefined || checkReadAddress(shipping, report?.at('shipping'))) &&
    (installments === undefined || checkStatusResponseBnpl(installments, report?.at('installments'))) &&
    (data === undefined || checkStatusResponseBnpl(data, report?.at('data')))
  );
}

export function isReadAddress(value: unknown): value is components['schemas']['ReadAddress'] {
  return checkReadAddress(value) === true;
}

export function explainReadAddress(value: unknown): Issue[] {
  return explain(checkReadAddress, value);
}

function checkReadAddress(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { email, firstName, lastName, phone, city, country, countryName, state, postalCode, details } = value;
  return (
    (email === undefined || typeof email === 'string' || report?.at('email').tellType('a string', email)) &&
    (firstName === undefined || typeof firstName === 'string' || report?.at('firstName').tellType('a string', firstName)) &&
    (lastName === undefined || typeof lastName === 'string' || report?.at('lastName').tellType('a string', lastName)) &&
    (phone === undefined || typeof phone === 'string' || report?.at('phone').tellType('a string', phone)) &&
    (city === undefined || typeof city === 'string' || report?.at('city').tellType('a string', city)) &&
    (country === undefined ||
      (typeof country === 'number' && Number.isInteger(country)
        ? (country >= -2147483648 || report?.at('country').tell('must be at least -2147483648, is', country)) &&
          (country <= 2147483647 || report?.at('country').tell('must be at most 2147483647, is', country))
        : report?.at('country').tellType('an integer', country))) &&
    (countryName === undefined || typeof countryName === 'string' || report?.at('countryName').tellType('a string', countryName)) &&
    (state === undefined || typeof state === 'string' || report?.at('state').tellType('a string', state)) &&
    (postalCode === undefined || typeof postalCode === 'string' || report?.at('postalCode').tellType('a string', postalCode)) &&
    (details === undefined || typeof details === 'string' || report?.at('details').tellType('a string', details))
  );
}

export function isReadConfig(value: unknown): value is components['schemas']['ReadConfig'] {
  return checkReadConfig(value) === true;
}

export function explainReadConfig(value: unknown): Issue[] {
  return explain(checkReadConfig, value);
}

function checkReadConfig(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { notifyUrl, redirectUrl, cancelUrl, language, emailTemplate } = value;
  return (
    (notifyUrl === undefined || typeof notifyUrl === 'string' || report?.at('notifyUrl').tellType('a string', notifyUrl)) &&
    (redirectUrl === undefined || typeof redirectUrl === 'string' || report?.at('redirectUrl').tellType('a string', redirectUrl)) &&
    (cancelUrl === undefined || typeof cancelUrl === 'string' || report?.at('cancelUrl').tellType('a string', cancelUrl)) &&
    (language === undefined ||
      (typeof language === 'string'
        ? language.length <= 255 ||
          lengthOf(language) <= 255 ||
          report?.at('language').tell('must have at most 255 characters, has', lengthOf(language))
        : report?.at('language').tellType('a string', language))) &&
    (emailTemplate === undefined || typeof emailTemplate === 'string' || report?.at('emailTemplate').tellType('a string', emailTemplate))
  );
}

export function isMerchant(value: unknown): value is components['schemas']['Merchant'] {
  return checkMerchant(value) === true;
}

export function explainMerchant(value: unknown): Issue[] {
  return explain(checkMerchant, value);
}

function checkMerchant(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { merchantName, posID, posName, posType, posUrl, qrType, showCancel } = value;
  return (
    (merchantName === undefined || typeof merchantName === 'string' || report?.at('merchantName').tellType('a string', merchantName)) &&
    (posID === undefined ||
      (typeof posID === 'number' && Number.isInteger(posID)
        ? (posID >= -9223372036854776000 || report?.at('posID').tell('must be at least -9223372036854776000, is', posID)) &&
          (posID <= 9223372036854776000 || report?.at('posID').tell('must be at most 9223372036854776000, is', posID))
        : report?.at('posID').tellType('an integer', posID))) &&
    (posName === undefined || typeof posName === 'string' || report?.at('posName').tellType('a string', posName)) &&
    (posType === undefined ||
      (typeof posType === 'number' && Number.isInteger(posType)
        ? (posType >= -2147483648 || report?.at('posType').tell('must be at least -2147483648, is', posType)) &&
          (posType <= 2147483647 || report?.at('posType').tell('must be at most 2147483647, is', posType))
        : report?.at('posType').tellType('an integer', posType))) &&
    (posUrl === undefined || typeof posUrl === 'string' || report?.at('posUrl').tellType('a string', posUrl)) &&
    (qrType === undefined ||
      (typeof qrType === 'number' && Number.isInteger(qrType)
        ? (qrType >= -2147483648 || report?.at('qrType').tell('must be at least -2147483648, is', qrType)) &&
          (qrType <= 2147483647 || report?.at('qrType').tell('must be at most 2147483647, is', qrType))
        : report?.at('qrType').tellType('an integer', qrType))) &&
    (showCancel === undefined || typeof showCancel === 'boolean' || report?.at('showCancel').tellType('a boolean', showCancel))
  );
}

export function isNotification(value: unknown): value is components['schemas']['Notification'] {
  return checkNotification(value) === true;
}

export function explainNotification(value: unknown): Issue[] {
  return explain(checkNotification, value);
}

function checkNotification(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { order, payment } = value;
  return checkNotifiedOrder(order, report?.at('order')) && checkNotifiedPayment(payment, report?.at('payment'));
}

export function isNotifiedOrder(value: unknown): value is components['schemas']['NotifiedOrder'] {
  return checkNotifiedOrder(value) === true;
}

export function explainNotifiedOrder(value: unknown): Issue[] {
  return explain(checkNotifiedOrder, value);
}

function checkNotifiedOrder(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { orderID, data } = value;
  return (
    (typeof orderID === 'string'
      ? (orderID !== '' || report?.at('orderID').tell('must not be empty')) &&
        (orderID.length <= 255 ||
          lengthOf(orderID) <= 255 ||
          report?.at('orderID').tell('must have at most 255 characters, has', lengthOf(orderID)))
      : report?.at('orderID').tellType('a string', orderID)) &&
    (data === undefined || checkStatusResponseBnpl(data, report?.at('data')))
  );
}

export function isNotificationAnswer(value: unknown): value is components['schemas']['NotificationAnswer'] {
  return checkNotificationAnswer(value) === true;
}

export function explainNotificationAnswer(value: unknown): Issue[] {
  return explain(checkNotificationAnswer, value);
}

function checkNotificationAnswer(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { errorType, errorCode, errorMessage } = value;
  if (!(
    (errorType === 0 || errorType === 1 || errorType === 2 || report?.at('errorType').tellChoice('one of 0, 1, 2', errorType)) &&
    (typeof errorCode === 'string'
      ? errorCode.length <= 64 ||
        lengthOf(errorCode) <= 64 ||
        report?.at('errorCode').tell('must have at most 64 characters, has', lengthOf(errorCode))
      : (typeof errorCode === 'number' && Number.isInteger(errorCode)) ||
        errorCode === null ||
        report?.at('errorCode').tellType('a string, an integer or null', errorCode)) &&
    (typeof errorMessage === 'string'
      ? errorMessage.length <= 1024 ||
        lengthOf(errorMessage) <= 1024 ||
        report?.at('errorMessage').tell('must have at most 1024 characters, has', lengthOf(errorMessage))
      : report?.at('errorMessage').tellType('a string', errorMessage))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'errorType' || key === 'errorCode' || key === 'errorMessage' || report?.at(key).tell('is not a known field')))
      return false;
  }
  return true;
}

export function isProblem(value: unknown): value is components['schemas']['Problem'] {
  return checkProblem(value) === true;
}

export function explainProblem(value: unknown): Issue[] {
  return explain(checkProblem, value);
}

function checkProblem(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { code, message, error } = value;
  return (
    (code === undefined || checkFlatCode(code, report?.at('code'))) &&
    (message === undefined || checkFlatMessage(message, report?.at('message'))) &&
    (error === undefined || checkOutcome(error, report?.at('error')))
  );
}
