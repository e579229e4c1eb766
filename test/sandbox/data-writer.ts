import { writeSync } from 'node:fs';
import { createSandbox } from '../../src/sandbox.js';

// Creates links and moves them on, several at a time, and prints each change once it was acknowledged; runs until it is killed.
const [, , data = '', seed = '1'] = process.argv;
const sandbox = createSandbox({ data, seed: Number(seed) });
const { appKey, token, baseUrl } = sandbox.credentials;
const headers = { 'x-app-key': appKey, authorization: token, 'content-type': 'application/json' };

async function send(method: string, path: string, body?: string): Promise<{ id: string; status: string }> {
  const response = await sandbox.fetch(baseUrl + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const link = await response.json();
  writeSync(1, `${link.id} ${link.status}\n`);
  return link;
}

async function work(): Promise<never> {
  for (;;) {
    const { id } = await send('POST', '/links', '{"product":"Ticket","amount":12.5}');
    await send('PATCH', `/links/${id}/publish`);
    await send('PATCH', `/links/${id}/close`);
  }
}

await Promise.all([work(), work(), work()]);
