import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '../../src/sandbox.js';

// A process of its own, so that only the server's work counts; it tells its address, and its processor time when asked.
const [, , kind, count = '0'] = process.argv;
const sandbox = createSandbox({ seed: 1, now: () => 0, journalSize: 1000 });
const { appKey, token, baseUrl } = sandbox.credentials;
const headers = { 'x-app-key': appKey, authorization: token, 'content-type': 'application/json' };
const body = JSON.stringify({ product: 'iPhone 14 Pro', amount: 350.41, reference: 'bench' });
const create = async (): Promise<string> => (await sandbox.fetch(`${baseUrl}/links`, { method: 'POST', headers, body })).text();
for (let made = 0; made < Number(count); made += 1) await create();

/** The same answers as the sandbox's, from a handler that does nothing but read the request and write them. */
async function listenBare(): Promise<string> {
  const draft = await create();
  const list = await (await sandbox.fetch(`${baseUrl}/links`, { headers })).text();
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const answer = request.method === 'POST' ? draft : list;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) }).end(answer);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address object.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const url = kind === 'bare' ? await listenBare() : (await sandbox.listen()).url;
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.on('disconnect', () => process.exit());
process.send?.({ url, headers, body });
