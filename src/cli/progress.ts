import { SingleBar } from 'cli-progress';

/** Shows how far a long command is. */
export interface Progress {
  step(failed: number): void;
  stop(): void;
}

/** A bar on standard error where that is a terminal, nothing elsewhere. */
export function startProgress(total: number, done: number): Progress {
  if (!process.stderr.isTTY) return { step() {}, stop() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {value} of {total}, {failed} failed, {eta_formatted} to go',
    barsize: 30,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    // Signals are the command's to handle.
    gracefulExit: false,
  });
  bar.start(total, done, { failed: 0 });
  return {
    step: (failed) => bar.increment(1, { failed }),
    stop: () => bar.stop(),
  };
}
