import { format } from '../format.js';
import { emitTypes, type TypesRequest } from './types.js';

export interface Answer {
  readonly text?: string;
  readonly error?: string;
}

process.on('message', async (request: TypesRequest) => process.send?.(await answer(request)));
// The one that asks has ended.
process.on('disconnect', () => process.exit());

async function answer(request: TypesRequest): Promise<Answer> {
  try {
    return { text: await format(emitTypes(request)) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
