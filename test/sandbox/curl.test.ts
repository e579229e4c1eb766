import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fieldOf, make, open, serve, type Opened } from './support.js';

const run = promisify(execFile);
const documented = 'https://neopay.io/api';

// As the API's page prints them, defects included: an open quote, unquoted headers, and a quote that runs into the next argument.
const page = {
  list: `curl --location 'https://neopay.io/api/links' \\
--header 'Authorization: YOUR-TOKEN \\
--header 'Content-Type: application/json' \\
--header 'x-app-key: YOUR-APPLICATION-TOKEN'`,
  get: `curl --location 'https://neopay.io/api/links/{id}' \\
--header Authorization: YOUR-TOKEN\\
--header Content-Type: application/json \\
--header x-app-key: YOUR-APPLICATION-TOKEN`,
  create: `curl --location 'https://neopay.io/api/links' \\
--header 'Authorization: YOUR-TOKEN' \\
--header 'Content-Type: application/json' \\
--header 'Accept: application/json' \\
--header 'x-app-key: YOUR-APPLICATION-TOKEN '\\
--data '{
"product": "Iphone 14 Pro",
"amount": 350.41,
"description": "Iphone 14 Pro reconditionné",
"reference": "NEOPAY-IPHONE",
"expired_at": "2023-10-31 18:00:00",
"request_customer_data": "full_customer",
"settings": {
"expirationDate": false,
"showPayeeData": false,
"requestCustomerData": true,
"theme": {
"selected": "blue"
}
}
}'`,
  publish: `curl --location --request PATCH 'https://neopay.io/api/links/{id}/publish' \\
--header 'Authorization: YOUR-TOKEN' \\
--header 'x-app-key: YOUR-APPLICATION-TOKEN' \\
--header 'Content-Type: application/json'`,
} as const;

/** The page's commands with nothing but their quotes mended. */
const mended = {
  ...page,
  list: page.list.replace('YOUR-TOKEN \\', "YOUR-TOKEN' \\"),
  get: page.get.replace(/--header ([^\\\n]+?) ?(\\?)$/gm, "--header '$1' $2"),
  create: page.create.replace("TOKEN '\\", "TOKEN ' \\"),
} as const;

interface Shell extends Opened {
  /** Runs a command of the page against the sandbox and gives what curl printed. */
  paste(command: string, id?: string): Promise<string>;
}

async function openShell(): Promise<Shell> {
  const opened = open({ appKey: 'YOUR-APPLICATION-TOKEN', token: 'YOUR-TOKEN' });
  const { url } = await serve(opened.sandbox);
  return {
    ...opened,
    async paste(command, id = 'none') {
      const here = command
        .replaceAll(documented, `${url}/api`)
        .replaceAll('{id}', id)
        .replace('curl ', 'curl --silent --noproxy "*" --max-time 5 ');
      const { stdout } = await run('bash', ['-c', here]).catch((error: unknown) => ({ stdout: String(fieldOf(error, 'stdout')) }));
      return stdout;
    },
  };
}

describe('the curl commands of the API’s page', () => {
  it('create a link and read it, with their quotes mended', async () => {
    const { sandbox, paste } = await openShell();
    const draft: unknown = JSON.parse(await paste(mended.create));
    expect(draft).toMatchObject({ status: 'draft', reference: 'NEOPAY-IPHONE', expired_at: null, request_customer_data: true });
    expect(JSON.parse(await paste(mended.list))).toEqual({ data: [draft] });
    expect(JSON.parse(await paste(mended.get, String(sandbox.links[0]?.id)))).toEqual(draft);
  });

  it('publish, unpublish and close a link as printed', async () => {
    const { send, paste } = await openShell();
    const id = await make(send);
    const statuses = [];
    for (const action of ['publish', 'unpublish', 'close']) {
      statuses.push(fieldOf(JSON.parse(await paste(page.publish.replace('/publish', `/${action}`), id)), 'status'));
    }
    expect(statuses).toEqual(['published', 'unpublised', 'closed']);
  });

  it.each(['list', 'get', 'create'] as const)('the one for %s as printed does no harm: no shell sends its keys', async (name) => {
    const { sandbox, paste } = await openShell();
    const answer = await paste(page[name]);
    expect(['', '{"message":"Unauthenticated."}']).toContain(answer);
    expect(sandbox.links).toEqual([]);
  });
});
