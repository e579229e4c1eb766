/** A repeatable stream of numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/** Where every stream of one sandbox comes from. */
export interface Dice {
  /** The seed; drawn when it is first needed, since a worker's module may draw nothing while it loads. */
  readonly seed: number;
  /** A stream that starts when it is first drawn from. */
  stream(name: string): Random;
}

/** The streams of a seed, or of one that is drawn by chance. */
export function createDice(given: number | undefined): Dice {
  let drawn = given;
  const seed = (): number => (drawn ??= drawSeed());
  return {
    get seed() {
      return seed();
    },
    stream(name) {
      let random: Random | undefined;
      return () => (random ??= createRandom(seed(), name))();
    },
  };
}

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Starts a stream; the same seed and name give the same numbers, and streams of other names are unrelated. */
export function createRandom(seed: number, name: string): Random {
  let state = scramble(seed);
  for (const character of name) state = scramble(state + (character.codePointAt(0) ?? 0));
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return (scramble(state) >>> 0) / 2 ** 32;
  };
}

/** Spreads the bits of a 32-bit number; the constants are those of MurmurHash3's last step. */
function scramble(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Eight hexadecimal digits. */
export function drawHex(random: Random): string {
  return Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}

/** That many characters of the alphabet. */
export function drawText(random: Random, alphabet: string, length: number): string {
  let text = '';
  while (text.length < length) text += alphabet.charAt(Math.floor(random() * alphabet.length));
  return text;
}
