/** The generator's folder; its bundle lies elsewhere, so `start.mjs` writes this address into it. */
export const here = new URL('.', import.meta.url);
