import { existsSync, watch as watchDirectory, type FSWatcher } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

/** Runs at once and again after each save of a file the document is made of, until the process is told to stop. */
export async function watch(specs: readonly string[], run: () => Promise<{ readonly sources: readonly string[] }>): Promise<number> {
  const watchers = new Map<string, FSWatcher>();
  const roots = specs.map((spec) => resolve(spec));
  let files = new Set(roots);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const again = (): void => {
    clearTimeout(timer);
    // Editors write in several steps; the run starts when they have settled.
    timer = setTimeout(() => (running = running.then(runOnce)), 20);
  };
  const forget = (directory: string): void => {
    watchers.get(directory)?.close();
    watchers.delete(directory);
  };
  const follow = (directory: string): void => {
    if (watchers.has(directory)) return;
    // The directory, not the file: a save that renames a new file into place would end the watch of the old one.
    const watcher = watchDirectory(directory, (_, name) => {
      // A directory that is gone tells nothing more, not even when it is back; the one above it does.
      if (!existsSync(directory)) forget(directory);
      if (name === null || !watchers.has(directory) || leadsTo(files, resolve(directory, name))) again();
    });
    watchers.set(
      directory,
      watcher.on('error', () => forget(directory)),
    );
  };
  const runOnce = async (): Promise<void> => {
    const { sources } = await run();
    if (sources.length > 0) files = new Set([...roots, ...sources]);
    for (const file of files) follow(nearestDirectory(file));
  };

  await runOnce();
  console.log('Watching for changes; Ctrl+C stops.');
  await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  for (const watcher of watchers.values()) watcher.close();
  clearTimeout(timer);
  await running;
  return 0;
}

/** Whether a path is one of the files or a directory on the way to one. */
function leadsTo(files: ReadonlySet<string>, path: string): boolean {
  return files.has(path) || [...files].some((file) => file.startsWith(`${path}${sep}`));
}

/** The directory of a file, or the nearest one above it that is there. */
function nearestDirectory(file: string): string {
  const directory = dirname(file);
  return existsSync(directory) || directory === file ? directory : nearestDirectory(directory);
}
