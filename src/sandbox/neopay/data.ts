import { statuses, statusAliases, type Status } from '../../../generated/neopay/transitions.js';
import { isCreateLinkInput, isPaymentLink } from '../../../generated/neopay/validators.js';
import { builtins } from '../core/runtime.js';
import { openFile, type SafeFile } from '../core/store-file.js';
import { holdLink, type LinkRecord } from './link.js';

/** A file that holds the links. */
export interface Storage extends SafeFile {
  /** What it held when it was opened. */
  readonly records: readonly LinkRecord[];
}

const format = 'paylinks sandbox data, version 1';

/** Opens a data file, or plans a new one. Throws, and leaves the file alone, when it holds anything else than what the sandbox wrote. */
export function openStorage(file: string, records: () => Iterable<LinkRecord>): Storage {
  const { existsSync, realpathSync } = builtins('The option data').getBuiltinModule('node:fs');
  const { dirname, resolve } = builtins('The option data').getBuiltinModule('node:path');
  const path = existsSync(file) ? realpathSync(file) : resolve(file);
  if (!existsSync(dirname(path))) throw new Error(`data: the folder of ${file} does not exist; create it first.`);
  const stored = existsSync(path) ? readRecords(path) : [];
  return { records: stored, ...openFile(path, () => serialize(records())) };
}

function serialize(records: Iterable<LinkRecord>): string {
  const lines = Array.from(records, ({ json, requested, communication }) => {
    return `{"requested":${JSON.stringify(requested)},"communication":${JSON.stringify(communication)},"link":${json}}`;
  });
  return `{"format":${JSON.stringify(format)},"links":[\n${lines.join(',\n')}\n]}\n`;
}

function readRecords(path: string): LinkRecord[] {
  const { readFileSync } = builtins('The option data').getBuiltinModule('node:fs');
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isStoredFile(content)) throw new Error('it is JSON, but not written by the sandbox');
    return content.links.map(readRecord);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `data: ${path} is damaged or no sandbox data file (${reason}). It was left as it is; move it away or name another file.`,
    );
  }
}

function isStoredFile(content: unknown): content is { readonly links: readonly unknown[] } {
  return (
    typeof content === 'object' &&
    content !== null &&
    'format' in content &&
    content.format === format &&
    'links' in content &&
    Array.isArray(content.links)
  );
}

function readRecord(stored: unknown, index: number): LinkRecord {
  if (typeof stored !== 'object' || stored === null) throw new Error(`entry ${index} is no object`);
  const { link, requested = null, communication = null }: { link?: unknown; requested?: unknown; communication?: unknown } = stored;
  if (!isPaymentLink(link)) throw new Error(`entry ${index} is no payment link`);
  const aliases: Readonly<Record<string, Status>> = statusAliases;
  const status = aliases[link.status] ?? statuses.find((known) => known === link.status);
  if (status === undefined) throw new Error(`entry ${index} has the unknown status ${link.status}`);
  if (!isRequested(requested)) throw new Error(`entry ${index}: requested must be a set of customer data that the document names, or null`);
  if (communication !== null && typeof communication !== 'string') throw new Error(`entry ${index}: communication must be text or null`);
  return holdLink(link, status, { requested, communication });
}

function isRequested(value: unknown): value is LinkRecord['requested'] {
  return value === null || isCreateLinkInput({ product: 'any', amount: 1, request_customer_data: value });
}
