import { createClient, OPERATIONS } from '../redocly/client.ts';
import { zodValidation } from '../redocly/client.zod.ts';
import { adapt } from './redocly.js';

/** The same, with its zod middleware. */
export function connect({ baseUrl, appKey, token, fetch }) {
  const client = createClient(OPERATIONS, { serverUrl: baseUrl, ...(fetch && { fetch }), auth: { apiKey: { appKey, appToken: token } } });
  client.use(zodValidation());
  return adapt(client);
}
