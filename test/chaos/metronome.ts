const beat = 20;
const worthNoting = 10;

/** Moments in which this process was kept from its work, by its own load or the machine's. */
const delays: { readonly at: number; readonly lag: number }[] = [];
let last = performance.now();
let running = false;

/** The longest delay, in milliseconds, that any timer of this process may have met since then. */
export function worstLagSince(start: number): number {
  const recent = delays.slice(delays.findLastIndex(({ at }) => at < start) + 1);
  return Math.max(performance.now() - last - beat, 0, ...recent.map(({ lag }) => lag));
}

export function startMetronome(): void {
  if (running) return;
  running = true;
  last = performance.now();
  setInterval(() => {
    const lag = performance.now() - last - beat;
    last += lag + beat;
    if (lag > worthNoting) delays.push({ at: last, lag });
  }, beat).unref();
}
