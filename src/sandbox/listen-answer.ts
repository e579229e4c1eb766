import type { IncomingMessage, ServerResponse } from 'node:http';
import { bytesOf, isBodiless, type Answer, type Ending } from './answer.js';
import type { Exchange } from './handler.js';

/** Writes an exchange to the socket, endings of faults included, and tells it whether the answer left whole. */
export async function deliver(exchange: Exchange, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { answer } = exchange;
  await new Promise<void>((resolve) => {
    response.once('close', () => {
      exchange.close(answer.ending === undefined && response.writableFinished);
      resolve();
    });
    if (response.destroyed) response.emit('close');
    else if (answer.ending === undefined) writeWhole(answer, request, response);
    else endings[answer.ending.kind](answer, response, answer.ending);
  });
}

function writeWhole(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = answer;
  if (isBodiless(status)) response.writeHead(status, headers).end();
  else {
    const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    response.writeHead(status, { ...headers, 'content-length': length, ...(request.complete ? {} : { connection: 'close' }) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

type Writer = (answer: Answer, response: ServerResponse, ending: Ending) => void;

const endings = {
  drop: (_, response) => void response.socket?.resetAndDestroy(),
  'stall-headers': (_, response) => void response.socket?.setTimeout(0),
  'stall-body'(answer, response) {
    response.socket?.setTimeout(0);
    writePart(answer, response, false);
  },
  truncate(answer, response, ending) {
    const silent = ending.kind === 'truncate' && ending.silent;
    writePart(answer, response, silent);
    if (silent) response.end();
    else response.socket?.destroySoon();
  },
} as const satisfies Record<Ending['kind'], Writer>;

/** Headers and the start of the body; with `silent`, the length announced is that of the part, else always a longer one. */
function writePart(answer: Answer, response: ServerResponse, silent: boolean): void {
  const bytes = bytesOf(answer.body);
  const part = bytes.subarray(0, answer.ending !== undefined && 'bytes' in answer.ending ? answer.ending.bytes : 0);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': silent ? part.length : Math.max(bytes.length, part.length + 1),
  });
  response.flushHeaders();
  response.write(part);
}
