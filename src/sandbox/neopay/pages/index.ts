import { answerProblem, type Answer } from '../answer.js';
import type { Call } from '../call.js';
import { answerDocument } from '../file-document.js';
import { answerDocs } from '../file-docs.js';
import type { World } from '../world.js';
import { answerHome } from './home.js';
import { answerPay } from './pay.js';

type Show = (world: World, call: Call, rest: string) => Answer | Promise<Answer>;

/** The pages beside the API, by the start of their path. */
const pages: readonly { readonly path: RegExp; readonly show: Show }[] = [
  { path: /^\/()$/, show: answerHome },
  { path: /^\/favicon\.ico()$/, show: () => ({ status: 204, headers: {}, body: '' }) },
  { path: /^\/pay\/([^/]+)$/, show: (world, _, slug) => answerPay(world, slug) },
  { path: /^\/openapi\.(json|yaml)$/, show: (_, call, format) => answerDocument(format, call.origin) },
  { path: /^\/docs(|\/.*)$/, show: (world, _, file) => answerDocs(world.docs, file) },
];

/** The page a request asks for, or `undefined` when it is for the API. */
export function findPage(world: World, call: Call): Promise<Answer> | undefined {
  for (const { path, show } of pages) {
    const [, rest] = path.exec(call.path) ?? [];
    if (rest !== undefined) return answerPage(world, call, show, rest);
  }
  return undefined;
}

async function answerPage(world: World, call: Call, show: Show, rest: string): Promise<Answer> {
  const allow = 'GET, HEAD';
  if (call.method === 'GET' || call.method === 'HEAD') return show(world, call, rest);
  if (call.method === 'OPTIONS') return { status: 204, headers: { allow }, body: '' };
  return answerProblem(405, `The ${call.method} method is not supported for this page. Supported methods: ${allow}.`, { allow });
}
