/** Runs jobs with at most `width` under way, handing each result over as it comes. */
export async function runWide<T>(
  width: number,
  jobs: readonly (() => Promise<T>)[],
  take: (result: T, index: number) => void,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      const job = jobs[index];
      if (job) take(await job(), index);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}
