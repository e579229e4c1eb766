import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { header } from './format.js';
import { basename, dirname, join } from 'node:path';

/** File contents by name; nothing for a file that is to go. */
export type Contents = ReadonlyMap<string, string | undefined>;

/** Names of the files that are missing, hold something else or are there for nothing. */
export async function findStale(directory: string, contents: Contents): Promise<string[]> {
  const states = await Promise.all(
    [...contents].map(async ([name, text]) => {
      const found = await readText(join(directory, name));
      // A file that somebody else wrote under the name stays.
      return { name, stale: text === undefined ? found?.startsWith(header) === true : found !== text };
    }),
  );
  return states.filter(({ stale }) => stale).map(({ name }) => name);
}

/** Replaces the stale files, all of them or none. */
export async function writeStale(directory: string, contents: Contents, names: readonly string[]): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeTogether(directory, new Map(names.map((name) => [name, contents.get(name)])));
}

/** Replaces files, all of them or none: nothing is replaced before everything is on the disk, and a failure after that is undone. */
export async function writeTogether(directory: string, contents: Contents): Promise<void> {
  const moves = await Promise.all(
    [...contents].map(async ([name, text]) => {
      const file = join(directory, name);
      return { file, text, earlier: await readEarlier(file), beside: join(dirname(file), `.${basename(file)}.${process.pid}.new`) };
    }),
  );
  const done: typeof moves = [];
  try {
    await Promise.all(moves.map(({ beside, text }) => (text === undefined ? undefined : writeFile(beside, text))));
    for (const move of moves) {
      await (move.text === undefined ? rm(move.file, { force: true }) : rename(move.beside, move.file));
      done.push(move);
    }
  } catch (error) {
    for (const { file, earlier } of done) await (earlier === undefined ? rm(file) : writeFile(file, earlier));
    throw error;
  } finally {
    await Promise.all(moves.map(({ beside }) => rm(beside, { force: true })));
  }
}

async function readEarlier(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
