import { isPaymentLink } from '../../../generated/neopay/validators.js';
import { isObject } from '../../shared/json.js';
import type { RecordFormat } from '../core/store-file.js';
import { holdLink, explainRequested, readStatus, recordKeys, type LinkRecord } from './link.js';

/** How a link stands in the data file. */
export const linkFormat: RecordFormat<LinkRecord> = {
  id: recordKeys.id,
  write: ({ json, requested, communication }) =>
    `{"requested":${JSON.stringify(requested)},"communication":${JSON.stringify(communication)},"link":${json}}`,
  read: readRecord,
  readEarlier(content) {
    if (!isObject(content) || content['format'] !== 'paylinks sandbox data, version 1' || !Array.isArray(content['links']))
      throw new Error('it is JSON, but not written by the sandbox');
    return content['links'].map((stored: unknown, index) => {
      try {
        return readRecord(stored);
      } catch (error) {
        throw new Error(`entry ${index}${error instanceof Error ? error.message : ''}`);
      }
    });
  },
};

function readRecord(stored: unknown): LinkRecord {
  if (!isObject(stored)) throw new Error(' is no object');
  const { link, requested = null, communication = null }: { link?: unknown; requested?: unknown; communication?: unknown } = stored;
  if (!isPaymentLink(link)) throw new Error(' is no payment link');
  const status = readStatus(link.status);
  if (status === undefined) throw new Error(` has the unknown status ${link.status}`);
  const issue = requested === null ? undefined : explainRequested(requested);
  if (issue !== undefined) throw new Error(`: requested ${issue}, or null`);
  if (communication !== null && typeof communication !== 'string') throw new Error(': communication must be text or null');
  return holdLink(link, status, { requested: requested === null ? null : String(requested), communication });
}
