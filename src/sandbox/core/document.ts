import { answerProblem, type Answer } from './answer.js';
import { findBuiltins } from './builtin.js';
import { writeYaml } from './yaml.js';

// Beside the built files, one folder up from a shared chunk of them, and in the repository.
const places = ['./openapi.json', '../openapi.json', '../../generated/neopay/openapi.json'];

/** The API's document with the sandbox as its server, so that a tool pointed at it talks to the sandbox. */
export function answerDocument(format: string, origin: string): Answer {
  const text = readDocument();
  if (text === undefined) return answerProblem(404, 'The document is not at hand in this runtime; import it as paylinks/openapi.json.');
  const original: object = JSON.parse(text);
  const document = { ...original, servers: [{ url: `${origin}/api`, description: 'This sandbox.' }] };
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
  if (format === 'yaml')
    return { status: 200, headers: { ...headers, 'content-type': 'application/yaml; charset=utf-8' }, body: writeYaml(document) };
  return { status: 200, headers: { ...headers, 'content-type': 'application/json' }, body: `${JSON.stringify(document, null, 2)}\n` };
}

function readDocument(): string | undefined {
  const files = findBuiltins()?.getBuiltinModule('node:fs');
  for (const place of files === undefined ? [] : places) {
    // Bundlers for workers leave no address to start from.
    const file = URL.canParse(place, import.meta.url) ? new URL(place, import.meta.url) : undefined;
    if (file?.protocol === 'file:' && files?.existsSync(file)) return files.readFileSync(file, 'utf8');
  }
  return undefined;
}
