import type { Stats } from 'node:fs';
import { statuses, statusAliases, type Status } from '../../generated/transitions.js';
import { isPaymentLink } from '../../generated/validators.js';
import { builtins } from './builtin.js';
import { holdLink, type LinkRecord } from './link.js';

/** A file that holds the links. */
export interface Storage {
  readonly records: readonly LinkRecord[];
  /** Resolves when all that is in the store now is safe on disk. */
  save(): Promise<void>;
  /** The write under way, if any. */
  pending(): Promise<void> | undefined;
}

interface StoredRecord {
  readonly link: unknown;
  readonly requested?: LinkRecord['requested'];
  readonly communication?: string | null;
}

const format = 'paylinks sandbox data, version 1';

/** Opens a data file, or plans a new one. Throws, and leaves the file alone, when it holds anything else than what the sandbox wrote. */
export function openStorage(file: string, records: () => Iterable<LinkRecord>): Storage {
  const { existsSync, realpathSync } = builtins('The option data').getBuiltinModule('node:fs');
  const { dirname, resolve } = builtins('The option data').getBuiltinModule('node:path');
  const path = existsSync(file) ? realpathSync(file) : resolve(file);
  if (!existsSync(dirname(path))) throw new Error(`data: the folder of ${file} does not exist; create it first.`);
  const stored = existsSync(path) ? readRecords(path) : [];
  removeRemains(path);
  return { records: stored, ...groupWrites(createWriter(path, () => serialize(records()))) };
}

/** Half-written files that killed processes left; those of living ones are theirs. */
function removeRemains(path: string): void {
  const { readdirSync, rmSync } = builtins('The option data').getBuiltinModule('node:fs');
  const { basename, dirname, join } = builtins('The option data').getBuiltinModule('node:path');
  for (const name of readdirSync(dirname(path))) {
    const [, owner] = name.startsWith(`${basename(path)}.`) ? (/\.(\d+)\.tmp$/.exec(name) ?? []) : [];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(dirname(path), name));
  }
}

function isAlive(owner: number): boolean {
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
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

function isStoredFile(content: unknown): content is { readonly links: readonly StoredRecord[] } {
  return (
    typeof content === 'object' &&
    content !== null &&
    'format' in content &&
    content.format === format &&
    'links' in content &&
    Array.isArray(content.links)
  );
}

function readRecord(stored: StoredRecord, index: number): LinkRecord {
  const { link, requested = null, communication = null } = stored;
  if (!isPaymentLink(link)) throw new Error(`entry ${index} is no payment link`);
  const aliases: Readonly<Record<string, Status>> = statusAliases;
  const status = aliases[link.status] ?? statuses.find((known) => known === link.status);
  if (status === undefined) throw new Error(`entry ${index} has the unknown status ${link.status}`);
  return holdLink(link, status, { requested, communication });
}

/** Replaces the file as a whole: a reader, or a restart after a crash, finds the old content or the new, never half of it. */
function createWriter(path: string, content: () => string): () => Promise<void> {
  const { open, rename, stat } = builtins('The option data').getBuiltinModule('node:fs/promises');
  const { dirname } = builtins('The option data').getBuiltinModule('node:path');
  const temporary = `${path}.${process.pid}.tmp`;
  let known: string | undefined;

  async function persist(target: string, text: string | undefined): Promise<void> {
    const handle = await open(target, text === undefined ? 'r' : 'w');
    try {
      if (text !== undefined) await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  return async () => {
    const found = await stat(path).then(identify, () => undefined);
    if (known !== undefined && found !== undefined && found !== known)
      throw new Error('the data file was changed by someone else; restart the sandbox');
    await persist(temporary, content());
    await rename(temporary, path);
    known = identify(await stat(path));
    // The new name is safe only once the folder itself is.
    await persist(dirname(path), undefined);
  };
}

function identify({ ino, mtimeMs, size }: Stats): string {
  return `${ino} ${mtimeMs} ${size}`;
}

/** One write at a time; changes made before the next one starts share it. */
function groupWrites(write: () => Promise<void>): Pick<Storage, 'save' | 'pending'> {
  let latest: Promise<void> | undefined;
  let queued: Promise<void> | undefined;

  function enqueue(): Promise<void> {
    const start = async (): Promise<void> => {
      queued = undefined;
      await write();
    };
    const next = (latest ?? Promise.resolve()).then(start, start);
    const forget = (): void => {
      if (latest === next) latest = undefined;
    };
    next.then(forget, forget);
    latest = next;
    return next;
  }

  return { save: () => (queued ??= enqueue()), pending: () => latest };
}
