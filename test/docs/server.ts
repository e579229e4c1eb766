import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** Serves a folder below a path, on loopback. */
export interface Server {
  readonly url: string;
  /** Paths that were asked for and do not exist. */
  readonly missed: string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export async function serveFolder(folder: string, prefix: string): Promise<Server> {
  const missed: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = join(folder, pathname.slice(prefix.length));
    const found = pathname.startsWith(prefix) && existsSync(file) && statSync(file).isFile();
    if (!found) missed.push(pathname);
    response.writeHead(found ? 200 : 404, { 'Content-Type': types[extname(file)] ?? 'text/plain' });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}${prefix}`, missed, close };
}
