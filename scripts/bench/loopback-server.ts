import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyFor, listBody } from './answers.js';

/** Answers each request at once; a process of its own, so that its work does not count as the client's. */
const list = listBody(100);
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const body = bodyFor(request.method ?? 'GET', request.url ?? '', list);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
