import { emitTypes, type TypesRequest } from './types.js';

export interface Answer {
  readonly text?: string;
  readonly error?: string;
}

process.on('message', (request: TypesRequest) => process.send?.(answer(request)));
// The one that asks has ended.
process.on('disconnect', () => process.exit());

function answer(request: TypesRequest): Answer {
  try {
    return { text: emitTypes(request) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
