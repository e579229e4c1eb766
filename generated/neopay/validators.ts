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
  fitsDateTime,
  fitsLocalDateTime,
} from '../helpers.js';

import type { components } from './types.js';

export type { Issue } from '../helpers.js';

const paymentLinkCurrencyPattern = /^[A-Z]{3}$/u;
const createLinkInputNames = new Set<unknown>([
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
  return checkPaymentLink(value) === true;
}

export function explainPaymentLink(value: unknown): Issue[] {
  return explain(checkPaymentLink, value);
}

function checkPaymentLink(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const {
    id,
    application_id,
    status,
    slug,
    product,
    amount,
    description,
    communication,
    reference,
    currency,
    expired_at,
    request_customer_data,
    show_payee_data,
    enabled,
    settings,
    created_at,
    updated_at,
    deleted_at,
  } = value;
  return (
    (typeof id === 'string'
      ? id !== '' || report?.at('id').tell('must not be empty')
      : typeof id === 'number' && Number.isInteger(id)
        ? id >= 1 || report?.at('id').tell('must be at least 1, is', id)
        : report?.at('id').tellType('a string or an integer', id)) &&
    (typeof application_id === 'string'
      ? application_id !== '' || report?.at('application_id').tell('must not be empty')
      : report?.at('application_id').tellType('a string', application_id)) &&
    (typeof status === 'string'
      ? status !== '' || report?.at('status').tell('must not be empty')
      : report?.at('status').tellType('a string', status)) &&
    (slug === undefined ||
      (typeof slug === 'string'
        ? slug !== '' || report?.at('slug').tell('must not be empty')
        : report?.at('slug').tellType('a string', slug))) &&
    (typeof product === 'string'
      ? product !== '' || report?.at('product').tell('must not be empty')
      : report?.at('product').tellType('a string', product)) &&
    (typeof amount === 'number' && Number.isFinite(amount)
      ? (amount >= 0 || report?.at('amount').tell('must be at least 0, is', amount)) &&
        (amount <= 99999999.99 || report?.at('amount').tell('must be at most 99999999.99, is', amount))
      : report?.at('amount').tellType('a number', amount)) &&
    (description === undefined ||
      typeof description === 'string' ||
      description === null ||
      report?.at('description').tellType('a string or null', description)) &&
    (communication === undefined ||
      typeof communication === 'string' ||
      communication === null ||
      report?.at('communication').tellType('a string or null', communication)) &&
    (reference === undefined ||
      (typeof reference === 'string'
        ? reference !== '' || report?.at('reference').tell('must not be empty')
        : reference === null || report?.at('reference').tellType('a string or null', reference))) &&
    (currency === undefined ||
      (typeof currency === 'string'
        ? paymentLinkCurrencyPattern.test(currency) || report?.at('currency').tell('must match ^[A-Z]{3}$')
        : report?.at('currency').tellType('a string', currency))) &&
    (expired_at === undefined ||
      typeof expired_at === 'string' ||
      expired_at === null ||
      report?.at('expired_at').tellType('a string or null', expired_at)) &&
    (request_customer_data === undefined ||
      typeof request_customer_data === 'string' ||
      typeof request_customer_data === 'boolean' ||
      request_customer_data === null ||
      report?.at('request_customer_data').tellType('a string, a boolean or null', request_customer_data)) &&
    (show_payee_data === undefined ||
      typeof show_payee_data === 'boolean' ||
      show_payee_data === null ||
      report?.at('show_payee_data').tellType('a boolean or null', show_payee_data)) &&
    (enabled === undefined ||
      typeof enabled === 'boolean' ||
      enabled === null ||
      report?.at('enabled').tellType('a boolean or null', enabled)) &&
    (settings === undefined || checkLinkSettings(settings, report?.at('settings'))) &&
    (created_at === undefined ||
      (typeof created_at === 'string'
        ? fitsDateTime(created_at) || report?.at('created_at').tell('must be a date and time such as 2026-01-31T18:00:00Z')
        : report?.at('created_at').tellType('a string', created_at))) &&
    (updated_at === undefined ||
      (typeof updated_at === 'string'
        ? fitsDateTime(updated_at) || report?.at('updated_at').tell('must be a date and time such as 2026-01-31T18:00:00Z')
        : report?.at('updated_at').tellType('a string', updated_at))) &&
    (deleted_at === undefined ||
      (typeof deleted_at === 'string'
        ? fitsDateTime(deleted_at) || report?.at('deleted_at').tell('must be a date and time such as 2026-01-31T18:00:00Z')
        : deleted_at === null || report?.at('deleted_at').tellType('a string or null', deleted_at)))
  );
}

export function isLinkSettings(value: unknown): value is components['schemas']['LinkSettings'] {
  return checkLinkSettings(value) === true;
}

export function explainLinkSettings(value: unknown): Issue[] {
  return explain(checkLinkSettings, value);
}

function checkLinkSettings(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { expirationDate, showPayeeData, requestCustomerData, theme } = value;
  return (
    (expirationDate === undefined ||
      typeof expirationDate === 'boolean' ||
      expirationDate === null ||
      report?.at('expirationDate').tellType('a boolean or null', expirationDate)) &&
    (showPayeeData === undefined ||
      typeof showPayeeData === 'boolean' ||
      showPayeeData === null ||
      report?.at('showPayeeData').tellType('a boolean or null', showPayeeData)) &&
    (requestCustomerData === undefined ||
      typeof requestCustomerData === 'boolean' ||
      requestCustomerData === null ||
      report?.at('requestCustomerData').tellType('a boolean or null', requestCustomerData)) &&
    (theme === undefined || checkLinkTheme(theme, report?.at('theme')))
  );
}

export function isLinkTheme(value: unknown): value is components['schemas']['LinkTheme'] {
  return checkLinkTheme(value) === true;
}

export function explainLinkTheme(value: unknown): Issue[] {
  return explain(checkLinkTheme, value);
}

function checkLinkTheme(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { selected, logo, logoType, logoTYpe } = value;
  return (
    (selected === undefined ||
      (typeof selected === 'string'
        ? selected !== '' || report?.at('selected').tell('must not be empty')
        : typeof selected === 'boolean' ||
          selected === null ||
          report?.at('selected').tellType('a string, a boolean or null', selected))) &&
    (logo === undefined ||
      (typeof logo === 'string'
        ? logo !== '' || report?.at('logo').tell('must not be empty')
        : typeof logo === 'boolean' || logo === null || report?.at('logo').tellType('a string, a boolean or null', logo))) &&
    (logoType === undefined ||
      (typeof logoType === 'string'
        ? logoType !== '' || report?.at('logoType').tell('must not be empty')
        : typeof logoType === 'boolean' ||
          logoType === null ||
          report?.at('logoType').tellType('a string, a boolean or null', logoType))) &&
    (logoTYpe === undefined ||
      (typeof logoTYpe === 'string'
        ? logoTYpe !== '' || report?.at('logoTYpe').tell('must not be empty')
        : typeof logoTYpe === 'boolean' || logoTYpe === null || report?.at('logoTYpe').tellType('a string, a boolean or null', logoTYpe)))
  );
}

export function isLinkList(value: unknown): value is components['schemas']['LinkList'] {
  return checkLinkList(value) === true;
}

export function explainLinkList(value: unknown): Issue[] {
  return explain(checkLinkList, value);
}

function checkLinkListDataOne0(value: unknown, report?: Report): Verdict {
  if (!list(value)) return report?.tellType('an array', value);
  for (let index = 0; index < value.length; index += 1) {
    if (!checkPaymentLink(value[index], report?.at(index))) return false;
  }
  return true;
}

function checkLinkListData(value: unknown, report?: Report): Verdict {
  const fitting = Number(checkLinkListDataOne0(value) === true) + Number(checkPaymentLink(value) === true);
  return (
    fitting === 1 ||
    (fitting > 1
      ? report?.tell('fits more than one of the forms that exclude each other')
      : report?.closest(value, [checkLinkListDataOne0, checkPaymentLink]))
  );
}

function checkLinkListLinks(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { next } = value;
  return next === undefined || typeof next === 'string' || next === null || report?.at('next').tellType('a string or null', next);
}

function checkLinkListMeta(value: unknown, report?: Report): Verdict {
  if (!record(value)) return value === null || report?.tellType('an object or null', value);
  const { current_page, total } = value;
  return (
    (current_page === undefined ||
      (typeof current_page === 'number' && Number.isInteger(current_page)
        ? current_page >= 1 || report?.at('current_page').tell('must be at least 1, is', current_page)
        : report?.at('current_page').tellType('an integer', current_page))) &&
    (total === undefined ||
      (typeof total === 'number' && Number.isInteger(total)
        ? total >= 0 || report?.at('total').tell('must be at least 0, is', total)
        : report?.at('total').tellType('an integer', total)))
  );
}

function checkLinkList(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { data, links, meta } = value;
  return (
    (data === undefined ? report?.at('data').tell('is required') : checkLinkListData(data, report?.at('data'))) &&
    (links === undefined || checkLinkListLinks(links, report?.at('links'))) &&
    (meta === undefined || checkLinkListMeta(meta, report?.at('meta')))
  );
}

export function isCreateLinkInput(value: unknown): value is components['schemas']['CreateLinkInput'] {
  return checkCreateLinkInput(value) === true;
}

export function explainCreateLinkInput(value: unknown): Issue[] {
  return explain(checkCreateLinkInput, value);
}

function checkCreateLinkInput(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { product, amount, description, communication, reference, expired_at, request_customer_data, settings } = value;
  if (!(
    (typeof product === 'string'
      ? (product !== '' || report?.at('product').tell('must not be empty')) &&
        (product.length <= 50 ||
          lengthOf(product) <= 50 ||
          report?.at('product').tell('must have at most 50 characters, has', lengthOf(product)))
      : report?.at('product').tellType('a string', product)) &&
    (typeof amount === 'number' && Number.isFinite(amount)
      ? (amount <= 99999999.99 || report?.at('amount').tell('must be at most 99999999.99, is', amount)) &&
        (amount > 0 || report?.at('amount').tell('must be greater than 0, is', amount)) &&
        (fitsDecimals(amount, 100) || report?.at('amount').tell('must have at most two decimals, is', amount))
      : report?.at('amount').tellType('a number', amount)) &&
    (description === undefined ||
      (typeof description === 'string'
        ? description.length <= 150 ||
          lengthOf(description) <= 150 ||
          report?.at('description').tell('must have at most 150 characters, has', lengthOf(description))
        : report?.at('description').tellType('a string', description))) &&
    (communication === undefined ||
      (typeof communication === 'string'
        ? communication.length <= 18 ||
          lengthOf(communication) <= 18 ||
          report?.at('communication').tell('must have at most 18 characters, has', lengthOf(communication))
        : report?.at('communication').tellType('a string', communication))) &&
    (reference === undefined ||
      (typeof reference === 'string'
        ? reference !== '' || report?.at('reference').tell('must not be empty')
        : report?.at('reference').tellType('a string', reference))) &&
    (expired_at === undefined ||
      (typeof expired_at === 'string'
        ? fitsLocalDateTime(expired_at) ||
          report?.at('expired_at').tell('must be a date that exists and a time, such as 2026-01-31 18:00:00')
        : report?.at('expired_at').tellType('a string', expired_at))) &&
    (request_customer_data === undefined ||
      request_customer_data === 'name' ||
      request_customer_data === 'name_phone' ||
      request_customer_data === 'full_customer' ||
      report?.at('request_customer_data').tellChoice('one of "name", "name_phone", "full_customer"', request_customer_data)) &&
    (settings === undefined || checkCreateLinkSettings(settings, report?.at('settings')))
  ))
    return false;
  for (const key in value) {
    if (!(createLinkInputNames.has(key) || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isCreateLinkSettings(value: unknown): value is components['schemas']['CreateLinkSettings'] {
  return checkCreateLinkSettings(value) === true;
}

export function explainCreateLinkSettings(value: unknown): Issue[] {
  return explain(checkCreateLinkSettings, value);
}

function checkCreateLinkSettings(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { expirationDate, showPayeeData, requestCustomerData, theme } = value;
  if (!(
    (expirationDate === undefined ||
      typeof expirationDate === 'boolean' ||
      report?.at('expirationDate').tellType('a boolean', expirationDate)) &&
    (showPayeeData === undefined ||
      typeof showPayeeData === 'boolean' ||
      report?.at('showPayeeData').tellType('a boolean', showPayeeData)) &&
    (requestCustomerData === undefined ||
      typeof requestCustomerData === 'boolean' ||
      report?.at('requestCustomerData').tellType('a boolean', requestCustomerData)) &&
    (theme === undefined || checkCreateLinkTheme(theme, report?.at('theme')))
  ))
    return false;
  for (const key in value) {
    if (!(
      key === 'expirationDate' ||
      key === 'showPayeeData' ||
      key === 'requestCustomerData' ||
      key === 'theme' ||
      report?.at(key).tell('is not a known field')
    ))
      return false;
  }
  return true;
}

export function isCreateLinkTheme(value: unknown): value is components['schemas']['CreateLinkTheme'] {
  return checkCreateLinkTheme(value) === true;
}

export function explainCreateLinkTheme(value: unknown): Issue[] {
  return explain(checkCreateLinkTheme, value);
}

function checkCreateLinkTheme(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { selected, logo, logoType } = value;
  if (!(
    (selected === undefined ||
      (typeof selected === 'string'
        ? selected !== '' || report?.at('selected').tell('must not be empty')
        : report?.at('selected').tellType('a string', selected))) &&
    (logo === undefined ||
      (typeof logo === 'string'
        ? logo !== '' || report?.at('logo').tell('must not be empty')
        : report?.at('logo').tellType('a string', logo))) &&
    (logoType === undefined ||
      logoType === 'icon' ||
      logoType === 'icon_name' ||
      logoType === 'logo' ||
      report?.at('logoType').tellChoice('one of "icon", "icon_name", "logo"', logoType))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'selected' || key === 'logo' || key === 'logoType' || report?.at(key).tell('is not a known field'))) return false;
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
  const { message } = value;
  return typeof message === 'string' || report?.at('message').tellType('a string', message);
}

export function isValidationProblem(value: unknown): value is components['schemas']['ValidationProblem'] {
  return checkValidationProblem(value) === true;
}

export function explainValidationProblem(value: unknown): Issue[] {
  return explain(checkValidationProblem, value);
}

function checkValidationProblemErrorsMore(value: unknown, report?: Report): Verdict {
  if (!list(value)) return report?.tellType('an array', value);
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!(typeof item === 'string' || report?.at(index).tellType('a string', item))) return false;
  }
  return true;
}

function checkValidationProblemErrors(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  for (const key in value) {
    if (!checkValidationProblemErrorsMore(value[key], report?.at(key))) return false;
  }
  return true;
}

function checkValidationProblem(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { message, errors } = value;
  return (
    (typeof message === 'string' || report?.at('message').tellType('a string', message)) &&
    checkValidationProblemErrors(errors, report?.at('errors'))
  );
}
