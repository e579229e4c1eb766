import { createClient } from '../hey-api/client/index.ts';
import * as sdk from '../hey-api/sdk.gen.ts';
import { adapt } from './hey-api-zod.js';

/** hey-api's generated client without validation. */
export function connect(options) {
  return adapt(createClient, sdk, options);
}
