import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of the files that are missing or hold something else. */
export async function findStale(directory: string, contents: ReadonlyMap<string, string>): Promise<string[]> {
  const states = await Promise.all(
    [...contents].map(async ([name, text]) => ({ name, stale: (await readText(join(directory, name))) !== text })),
  );
  return states.filter(({ stale }) => stale).map(({ name }) => name);
}

/** Replaces the stale files; nothing is replaced before all of them are on the disk. */
export async function writeStale(directory: string, contents: ReadonlyMap<string, string>, names: readonly string[]): Promise<void> {
  await mkdir(directory, { recursive: true });
  const moves = names.map((name) => ({ name, from: join(directory, `.${name}.${process.pid}.new`), to: join(directory, name) }));
  try {
    await Promise.all(moves.map(({ name, from }) => writeFile(from, contents.get(name) ?? '')));
    for (const { from, to } of moves) await rename(from, to);
  } finally {
    await Promise.all(moves.map(({ from }) => rm(from, { force: true })));
  }
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
