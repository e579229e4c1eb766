/** One thing to measure: what a sample costs, in any unit. */
export interface Subject {
  readonly name: string;
  sample(): Promise<number>;
}

/** Samples by subject, in rounds that each start with another subject, so that slow moments of the machine hit all alike. */
export async function interleave(subjects: readonly Subject[], rounds: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const samples = new Map(subjects.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < subjects.length; place += 1) {
      const subject = subjects[(round + place) % subjects.length];
      if (subject !== undefined) samples.get(subject.name)?.push(await subject.sample());
    }
  }
  return samples;
}

/** Each sample divided by the first subject's of the same round. */
export function ratios(samples: readonly number[], base: readonly number[]): number[] {
  return samples.map((sample, round) => sample / (base[round] ?? Number.NaN));
}
