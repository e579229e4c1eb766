// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

import { type Issue, type Report, type Verdict, explain, record, list } from '../helpers.js';

import type { components } from './types.js';

export type { Issue } from '../helpers.js';

const journalEntryOutcomeValues = new Set<unknown>(['pending', 'applied', 'read', 'rejected', 'faulted', 'incomplete']);

export function isFault(value: unknown): value is components['schemas']['Fault'] {
  return checkFault(value) === true;
}

export function explainFault(value: unknown): Issue[] {
  return explain(checkFault, value);
}

function checkFault(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { fault, operation, times, probability } = value;
  return (
    (typeof fault === 'string'
      ? fault !== '' || report?.at('fault').tell('must not be empty')
      : report?.at('fault').tellType('a string', fault)) &&
    (operation === undefined ||
      (typeof operation === 'string'
        ? operation !== '' || report?.at('operation').tell('must not be empty')
        : report?.at('operation').tellType('a string', operation))) &&
    (times === undefined ||
      (typeof times === 'number' && Number.isInteger(times)
        ? times >= 0 || report?.at('times').tell('must be at least 0, is', times)
        : report?.at('times').tellType('an integer', times))) &&
    (probability === undefined ||
      (typeof probability === 'number' && Number.isFinite(probability)
        ? (probability >= 0 || report?.at('probability').tell('must be at least 0, is', probability)) &&
          (probability <= 1 || report?.at('probability').tell('must be at most 1, is', probability))
        : report?.at('probability').tellType('a number', probability)))
  );
}

export function isArmedFault(value: unknown): value is components['schemas']['ArmedFault'] {
  return checkArmedFault(value) === true;
}

export function explainArmedFault(value: unknown): Issue[] {
  return explain(checkArmedFault, value);
}

function checkArmedFault(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { id, fault, fired } = value;
  return (
    (typeof id === 'number' && Number.isInteger(id)
      ? id >= 1 || report?.at('id').tell('must be at least 1, is', id)
      : report?.at('id').tellType('an integer', id)) &&
    (typeof fault === 'string' || report?.at('fault').tellType('a string', fault)) &&
    (typeof fired === 'number' && Number.isInteger(fired)
      ? fired >= 0 || report?.at('fired').tell('must be at least 0, is', fired)
      : report?.at('fired').tellType('an integer', fired))
  );
}

export function isJournalEntry(value: unknown): value is components['schemas']['JournalEntry'] {
  return checkJournalEntry(value) === true;
}

export function explainJournalEntry(value: unknown): Issue[] {
  return explain(checkJournalEntry, value);
}

function checkJournalEntry(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { sequence, at, method, path, operation, outcome, status, received, change, applied, responded, fault, duration } = value;
  return (
    (typeof sequence === 'number' && Number.isInteger(sequence)
      ? sequence >= 1 || report?.at('sequence').tell('must be at least 1, is', sequence)
      : report?.at('sequence').tellType('an integer', sequence)) &&
    (typeof at === 'string' || report?.at('at').tellType('a string', at)) &&
    (typeof method === 'string' || report?.at('method').tellType('a string', method)) &&
    (typeof path === 'string' || report?.at('path').tellType('a string', path)) &&
    (operation === undefined || typeof operation === 'string' || report?.at('operation').tellType('a string', operation)) &&
    (journalEntryOutcomeValues.has(outcome) ||
      report?.at('outcome').tellChoice('one of "pending", "applied", "read", "rejected", "faulted", "incomplete"', outcome)) &&
    (status === undefined ||
      (typeof status === 'number' && Number.isInteger(status)) ||
      report?.at('status').tellType('an integer', status)) &&
    (typeof received === 'boolean' || report?.at('received').tellType('a boolean', received)) &&
    (change === undefined ||
      (typeof change === 'number' && Number.isInteger(change)
        ? change >= 1 || report?.at('change').tell('must be at least 1, is', change)
        : report?.at('change').tellType('an integer', change))) &&
    (typeof applied === 'boolean' || report?.at('applied').tellType('a boolean', applied)) &&
    (typeof responded === 'boolean' || report?.at('responded').tellType('a boolean', responded)) &&
    (fault === undefined || typeof fault === 'string' || report?.at('fault').tellType('a string', fault)) &&
    (duration === undefined ||
      (typeof duration === 'number' && Number.isFinite(duration)
        ? duration >= 0 || report?.at('duration').tell('must be at least 0, is', duration)
        : report?.at('duration').tellType('a number', duration)))
  );
}

export function isItems(value: unknown): value is components['schemas']['Items'] {
  return checkItems(value) === true;
}

export function explainItems(value: unknown): Issue[] {
  return explain(checkItems, value);
}

function checkItemsItem(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  return true;
}

function checkItems(value: unknown, report?: Report): Verdict {
  if (!list(value)) return report?.tellType('an array', value);
  for (let index = 0; index < value.length; index += 1) {
    if (!checkItemsItem(value[index], report?.at(index))) return false;
  }
  return true;
}

export function isClockSetting(value: unknown): value is components['schemas']['ClockSetting'] {
  return checkClockSetting(value) === true;
}

export function explainClockSetting(value: unknown): Issue[] {
  return explain(checkClockSetting, value);
}

function checkClockSetting(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { now } = value;
  if (!(
    typeof now === 'string' ||
    (typeof now === 'number' && Number.isFinite(now)) ||
    report?.at('now').tellType('a string or a number', now)
  ))
    return false;
  for (const key in value) {
    if (!(key === 'now' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isClockMove(value: unknown): value is components['schemas']['ClockMove'] {
  return checkClockMove(value) === true;
}

export function explainClockMove(value: unknown): Issue[] {
  return explain(checkClockMove, value);
}

function checkClockMove(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { advance, set } = value;
  if (!(
    (advance === undefined ||
      (typeof advance === 'number' && Number.isFinite(advance)
        ? advance >= 0 || report?.at('advance').tell('must be at least 0, is', advance)
        : report?.at('advance').tellType('a number', advance))) &&
    (set === undefined ||
      typeof set === 'string' ||
      (typeof set === 'number' && Number.isFinite(set)) ||
      report?.at('set').tellType('a string or a number', set))
  ))
    return false;
  for (const key in value) {
    if (!(key === 'advance' || key === 'set' || report?.at(key).tell('is not a known field'))) return false;
  }
  return true;
}

export function isClockTime(value: unknown): value is components['schemas']['ClockTime'] {
  return checkClockTime(value) === true;
}

export function explainClockTime(value: unknown): Issue[] {
  return explain(checkClockTime, value);
}

function checkClockTime(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { now } = value;
  return typeof now === 'string' || report?.at('now').tellType('a string', now);
}

export function isHealth(value: unknown): value is components['schemas']['Health'] {
  return checkHealth(value) === true;
}

export function explainHealth(value: unknown): Issue[] {
  return explain(checkHealth, value);
}

function checkHealth(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { status, api } = value;
  return (
    (typeof status === 'string' || report?.at('status').tellType('a string', status)) &&
    (typeof api === 'string' || report?.at('api').tellType('a string', api))
  );
}

export function isRefusal(value: unknown): value is components['schemas']['Refusal'] {
  return checkRefusal(value) === true;
}

export function explainRefusal(value: unknown): Issue[] {
  return explain(checkRefusal, value);
}

function checkRefusal(value: unknown, report?: Report): Verdict {
  if (!record(value)) return report?.tellType('an object', value);
  const { message } = value;
  return message === undefined || typeof message === 'string' || report?.at('message').tellType('a string', message);
}
