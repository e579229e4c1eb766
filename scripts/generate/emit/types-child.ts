import type { JsonObject } from '../json.js';
import { emitTypes } from './types.js';

export interface Answer {
  readonly text?: string;
  readonly error?: string;
}

process.on('message', (document: JsonObject) => process.send?.(answer(document)));
// The one that asks has ended.
process.on('disconnect', () => process.exit());

function answer(document: JsonObject): Answer {
  try {
    return { text: emitTypes(document) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
