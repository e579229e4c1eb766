import type { Stats } from 'node:fs';
import { isObject } from '../../shared/json.js';
import { builtins } from './runtime.js';

/** How the records of an API stand in a file. */
export interface RecordFormat<Item> {
  id(item: Item): string;
  /** A JSON object in one line. */
  write(item: Item): string;
  /** Throws when the value is no record. */
  read(value: unknown): Item;
  /** The records of a file of an earlier version, read as JSON; throws when it is none. */
  readEarlier(content: unknown): readonly Item[];
}

/**
 * A file that holds records as a log: a line for each record that was created or changed, the latest last. A change costs one line; a process
 * that is killed leaves at most half a line, which nobody was told of.
 */
export interface DataFile<Item> {
  /** What the file held when it was opened, oldest first. */
  readonly items: readonly Item[];
  /** Adds a line for a record to the next save. */
  note(item: Item, isNew: boolean): void;
  /** Removes every record with the next save. */
  clear(): void;
  /** Resolves when everything noted is safe on disk. */
  save(): Promise<void>;
  /** The save under way, if any. */
  pending(): Promise<void> | undefined;
  /** Refuses the file to other sandboxes of this process until the function it gives is called. */
  claim(): () => void;
}

const header = '{"format":"paylinks sandbox data, version 2"}';

/** The files of sandboxes of this process that listen, and whose each is. */
const claimed = new Map<string, object>();

/**
 * Opens a data file, or makes a new one for the owner alone. Throws, and leaves the file as it is, when it holds anything else than what a
 * sandbox wrote, or when another sandbox uses it.
 */
export function openDataFile<Item>(file: string, format: RecordFormat<Item>, current: () => Iterable<Item>): DataFile<Item> {
  const { appendFileSync, existsSync, readFileSync, realpathSync, statSync } = builtins('The option data').getBuiltinModule('node:fs');
  const { dirname, resolve } = builtins('The option data').getBuiltinModule('node:path');
  const path = existsSync(file) ? realpathSync(file) : resolve(file);
  if (!existsSync(dirname(path))) throw new Error(`data: the folder of ${file} does not exist; create it first.`);
  const claim = { count: 0 };
  const checkUnclaimed = (): void => {
    if ((claimed.get(path) ?? claim) !== claim)
      throw new Error(`data: ${path} is in use by another sandbox of this process; close that one or name another file.`);
  };
  checkUnclaimed();
  const exists = existsSync(path);
  const start = exists ? identify(statSync(path)) : undefined;
  const log: Log<Item> = exists ? readLog(path, readFileSync(path, 'utf8'), format) : { items: [], isTidy: false, size: 0 };
  removeRemnants(path);
  let known = start;
  let lines: string[] = [];
  // Lines of the file, and how many of them it takes to tell what it holds.
  let { size } = log;
  let live = log.items.length;
  let isOurs = false;

  function checkUnchanged(): void {
    const found = statSync(path, { throwIfNoEntry: false });
    if ((found && identify(found)) !== known) throw new Error(changed);
  }

  /** Enters this process as the one that uses the file, which an earlier version's file or a spoilt one is rewritten for. */
  function own(): void {
    if (isOurs) return;
    checkUnchanged();
    if (log.isTidy) appendFileSync(path, `${openLine()}\n`);
    else writeWhole(path, [header, openLine(), ...describeAll(log.items, format)]);
    known = identify(statSync(path));
    isOurs = true;
  }

  async function write(): Promise<void> {
    own();
    checkUnchanged();
    const added = lines;
    lines = [];
    try {
      if (size + added.length > 2 * live + 1000) {
        const items = [...current()];
        writeWhole(path, [header, openLine(), ...describeAll(items, format)]);
        known = identify(statSync(path));
        size = items.length;
      } else {
        known = await append(path, added);
        size += added.length;
      }
    } catch (error) {
      lines = [...added, ...lines];
      throw error;
    }
  }

  return {
    items: log.items,
    note(item, isNew) {
      live += isNew ? 1 : 0;
      lines.push(`{"${isNew ? 'created' : 'changed'}":${format.write(item)}}`);
    },
    clear() {
      live = 0;
      lines.push('{"cleared":true}');
    },
    ...groupWrites(write),
    claim() {
      checkUnclaimed();
      own();
      claimed.set(path, claim);
      claim.count += 1;
      return () => {
        claim.count -= 1;
        if (claim.count === 0) claimed.delete(path);
      };
    },
  };
}

function openLine(): string {
  return `{"opened":${JSON.stringify(new Date().toISOString())},"pid":${process.pid}}`;
}

function describeAll<Item>(items: Iterable<Item>, format: RecordFormat<Item>): string[] {
  return Array.from(items, (item) => `{"created":${format.write(item)}}`);
}

interface Log<Item> {
  readonly items: readonly Item[];
  /** Whether the file may be added to as it is: it is a log that ends in a whole line. */
  readonly isTidy: boolean;
  /** How many lines it has. */
  readonly size: number;
}

function readLog<Item>(path: string, text: string, format: RecordFormat<Item>): Log<Item> {
  try {
    const [first, ...lines] = text.split('\n');
    return first === header ? readLines(lines, format) : { items: readEarlier(text, format), isTidy: false, size: 0 };
  } catch (error) {
    if (error instanceof InUseError) throw new Error(`data: ${path} ${error.message}`);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `data: ${path} is damaged or no sandbox data file (${reason}). It was left as it is; move it away or name another file.`,
    );
  }
}

function readEarlier<Item>(text: string, format: RecordFormat<Item>): readonly Item[] {
  const items = format.readEarlier(JSON.parse(text));
  const ids = new Set(items.map(format.id));
  if (ids.size < items.length) throw new Error('two entries have the same id');
  return items;
}

class InUseError extends Error {}

function readLines<Item>(lines: readonly string[], format: RecordFormat<Item>): Log<Item> {
  const items = new Map<string, Item>();
  const last = lines.at(-1) ?? '';
  let owner: number | undefined;
  for (const [index, line] of lines.entries()) {
    const entry = parseLine(line, index === lines.length - 1);
    if (entry === undefined) continue;
    try {
      owner = readLine(entry, items, format) ?? owner;
    } catch (error) {
      throw new Error(`line ${index + 2}${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
    throw new InUseError(
      `is in use by process ${owner}; stop that one or name another file. If it is no sandbox, delete the last line with its pid.`,
    );
  }
  return { items: [...items.values()], isTidy: last === '', size: lines.length };
}

/** The object of a line; `undefined` for the end of the file, and for a line that was cut there: nobody was told that it was written. */
function parseLine(line: string, isLast: boolean): unknown {
  if (line === '' && isLast) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return isLast ? undefined : null;
  }
}

/** Adds what a line says; gives the process that opened the file, if the line says so. */
function readLine<Item>(entry: unknown, items: Map<string, Item>, format: RecordFormat<Item>): number | undefined {
  if (!isObject(entry)) throw new Error(' is no object');
  if ('opened' in entry) return typeof entry['pid'] === 'number' ? entry['pid'] : undefined;
  if ('cleared' in entry) return void items.clear();
  if (!('created' in entry) && !('changed' in entry)) throw new Error(' says neither created nor changed');
  const item = format.read(entry['created'] ?? entry['changed']);
  const id = format.id(item);
  if ('created' in entry && items.has(id)) throw new Error(`: the id ${id} was created before`);
  if ('changed' in entry && !items.has(id)) throw new Error(`: the id ${id} was never created`);
  return void items.set(id, item);
}

/** Half-written files that killed processes left; those of living ones are theirs. */
function removeRemnants(path: string): void {
  const { lstatSync, readdirSync, rmSync } = builtins('The option data').getBuiltinModule('node:fs');
  const { basename, dirname, join } = builtins('The option data').getBuiltinModule('node:path');
  for (const name of readdirSync(dirname(path))) {
    const [, owner] = name.startsWith(`${basename(path)}.`) ? (/^(\d+)\.tmp$/.exec(name.slice(basename(path).length + 1)) ?? []) : [];
    const remnant = join(dirname(path), name);
    if (owner !== undefined && (Number(owner) === process.pid || !isAlive(Number(owner))) && lstatSync(remnant).isFile()) rmSync(remnant);
  }
}

function isAlive(owner: number): boolean {
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Replaces the file as a whole: a reader, or a restart after a crash, finds the old content or the new, never half of it. */
function writeWhole(path: string, lines: readonly string[]): void {
  const fs = builtins('The option data').getBuiltinModule('node:fs');
  const { dirname } = builtins('The option data').getBuiltinModule('node:path');
  const temporary = `${path}.${process.pid}.tmp`;
  const mode = fs.statSync(path, { throwIfNoEntry: false })?.mode ?? 0o600;
  // Exclusive: nothing that stands at the name is opened or followed.
  const descriptor = fs.openSync(temporary, 'wx', 0o600);
  try {
    fs.writeFileSync(descriptor, `${lines.join('\n')}\n`);
    fs.fchmodSync(descriptor, mode & 0o777);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  fs.renameSync(temporary, path);
  // The new name is safe only once the folder itself is.
  const folder = fs.openSync(dirname(path), 'r');
  fs.fsyncSync(folder);
  fs.closeSync(folder);
}

const changed = 'the data file was changed by someone else; restart the sandbox';

/** Adds lines to the file; gives what it is known by then. */
async function append(path: string, lines: readonly string[]): Promise<string> {
  const fs = builtins('The option data').getBuiltinModule('node:fs');
  const handle = await fs.promises.open(path, fs.constants.O_WRONLY | fs.constants.O_APPEND | fs.constants.O_NOFOLLOW);
  try {
    const before = await handle.stat();
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    try {
      await handle.writeFile(bytes);
    } catch (error) {
      // Half a line would spoil the one that comes after it.
      await handle.truncate(before.size);
      throw error;
    }
    await handle.datasync();
    const after = await handle.stat();
    if (after.size !== before.size + bytes.length) throw new Error(changed);
    return identify(after);
  } finally {
    await handle.close();
  }
}

function identify({ ino, mtimeMs, size }: Stats): string {
  return `${ino} ${mtimeMs} ${size}`;
}

/** One write at a time; changes made before the next one starts share it. */
function groupWrites(write: () => Promise<void>): Pick<DataFile<unknown>, 'save' | 'pending'> {
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
