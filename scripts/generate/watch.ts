import { watch as watchDirectory, type FSWatcher } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Runs at once and again after each save of a file the document is made of, until the process is told to stop. */
export async function watch(spec: string, run: () => Promise<{ readonly sources: readonly string[] }>): Promise<number> {
  const watchers = new Map<string, FSWatcher>();
  let files = new Set([resolve(spec)]);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const again = (): void => {
    clearTimeout(timer);
    // Editors write in several steps; the run starts when they have settled.
    timer = setTimeout(() => (running = running.then(runOnce)), 20);
  };
  const runOnce = async (): Promise<void> => {
    const { sources } = await run();
    if (sources.length > 0) files = new Set([resolve(spec), ...sources]);
    for (const directory of new Set([...files].map((file) => dirname(file)))) {
      if (watchers.has(directory)) continue;
      // The directory, not the file: a save that renames a new file into place would end the watch of the old one.
      const watcher = watchDirectory(directory, (_, name) => (name === null || files.has(resolve(directory, name))) && again());
      watchers.set(directory, watcher);
    }
  };

  await runOnce();
  console.log('Watching for changes; Ctrl+C stops.');
  await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  for (const watcher of watchers.values()) watcher.close();
  clearTimeout(timer);
  await running;
  return 0;
}
