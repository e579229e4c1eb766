import type { Model } from '../model.js';

/** The bundled document, for publishing. */
export function emitOpenapi({ bundle }: Model): string {
  return `${JSON.stringify(bundle, undefined, 2)}\n`;
}
