import { homeStyle } from './home-style.js';
import { html, respondHtml } from './html.js';
import { respondEmpty, respondProblem, type SandboxResponse } from './response.js';
import { findBuiltins } from './runtime.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  yaml: 'application/yaml; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** A file of the docs site in `folder`; an address without a file name leads to its `index.html`. */
export async function respondDocs(folder: string | undefined, path: string): Promise<SandboxResponse> {
  if (path === '') return respondEmpty(308, { location: '/docs/' });
  const body = folder === undefined ? undefined : readInside(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (body === undefined) return path === '/' ? explainAbsence() : respondProblem(404, 'The docs have no such file.');
  const type = types[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? 'html'] ?? 'application/octet-stream';
  return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body };
}

/** Reads a file below a folder; nothing outside it, links included. */
function readInside(folder: string, path: string): Uint8Array | undefined {
  const files = findBuiltins()?.getBuiltinModule('node:fs');
  const paths = findBuiltins()?.getBuiltinModule('node:path');
  if (files === undefined || paths === undefined) return undefined;
  try {
    const root = files.realpathSync(folder);
    const file = files.realpathSync(paths.join(root, decodeURIComponent(path)));
    return file.startsWith(root + paths.sep) ? files.readFileSync(file) : undefined;
  } catch {
    // Missing files, folders, and names that no file can have.
    return undefined;
  }
}

function explainAbsence(): Promise<SandboxResponse> {
  const body = html`<main>
    <h1>No reference here yet</h1>
    <section>
      <p>In the repository, <code>npm run docs</code> makes it. Elsewhere, start the sandbox with <code>--docs DIR</code>.</p>
    </section>
  </main>`;
  return respondHtml({ status: 404, title: 'No reference here', style: homeStyle, body });
}
