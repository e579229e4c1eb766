import type { Stats } from 'node:fs';
import { builtins } from './runtime.js';

/** A file that is written as a whole, whenever asked to. */
export interface SafeFile {
  /** Resolves when the present content is safe on disk. */
  save(): Promise<void>;
  /** The write under way, if any. */
  pending(): Promise<void> | undefined;
}

/** Writes `content` to a file; sweeps away first what a killed process left of an earlier write. */
export function openFile(path: string, content: () => string): SafeFile {
  removeRemains(path);
  return groupWrites(createWriter(path, content));
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
function groupWrites(write: () => Promise<void>): SafeFile {
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
