/** A repeatable stream of numbers in [0, 1): the same words always give the same stream. */
export function createRandom(...words: readonly (string | number)[]): () => number {
  const seed = hash(words.join('\n'));
  let step = 0;
  return () => mix(seed ^ mix((step += 1))) / 2 ** 32;
}

export function pick<T>(random: () => number, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

function hash(text: string): number {
  let value = 17;
  for (let index = 0; index < text.length; index += 1) value = mix(value ^ text.charCodeAt(index));
  return value;
}

function mix(value: number): number {
  let mixed = Math.imul(value + 0x3c6ef35f, 0x5bd1e995);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
