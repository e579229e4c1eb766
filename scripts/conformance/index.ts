import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startProxy, type Proxy } from './proxy.js';
import { targets, type Target } from './target.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const help = `npm run conformance -- [neopay|netopia] [--server URL] [--write]

Runs the Arazzo workflows of an API against a server and holds every answer to its document. Reads only, unless --write is given.
The keys stay in this process: the workflows run through a proxy on loopback that adds them, follows no redirect and redacts echoes.
For netopia it also prints what the server answers to questions that no document settles.

  --server URL   base URL of the API (${Object.values(targets)
    .map(({ server }) => server)
    .join(', ')})
  --write        neopay: create links as well, take them through every step and leave them closed; also probes what publishOnce relies on
                 netopia: start payments with test cards and refund them; for a sandbox alone

Credentials come from the environment: NEOPAY_APP_KEY and NEOPAY_TOKEN; NETOPIA_API_KEY and NETOPIA_POS_SIGNATURE.`;

interface Settings {
  readonly target: Target;
  readonly server: string;
  readonly writes: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** Runs the workflows and gives the exit code: 0 when all held, 1 when not, 2 when they could not be run. */
async function main(): Promise<number> {
  try {
    const settings = readSettings(process.argv.slice(2), process.env);
    if (settings === 'help') console.log(help);
    return settings === 'help' ? 0 : await run(settings);
  } catch (error) {
    console.error(`conformance: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

function readSettings(parameters: string[], environment: NodeJS.ProcessEnv): Settings | 'help' {
  const options = { server: { type: 'string' }, write: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true });
  if (values.help) return 'help';
  const [name = 'neopay', ...rest] = positionals;
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (target === undefined || rest.length > 0) throw new Error(`name one API: ${Object.keys(targets).join(' or ')}.`);
  const server = checkServer(values.server ?? target.server, target);
  const variables = Object.values({ ...target.secrets, ...target.inputs });
  if (variables.some((variable) => !environment[variable])) throw new Error(`set ${variables.join(' and ')} in the environment.`);
  return { target, server, writes: values.write ?? false, environment };
}

/** Keys travel encrypted, or not at all beyond this machine. */
function checkServer(address: string, target: Target): string {
  if (!URL.canParse(address)) throw new Error(`--server must be a URL such as ${target.server}.`);
  const { protocol, hostname } = new URL(address);
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) throw new Error('--server must be https, except on this machine.');
  return address.replace(/\/+$/, '');
}

async function run({ target, server, writes, environment }: Settings): Promise<number> {
  console.log(`${server}: ${writes ? target.writes : 'this only reads; --write runs all workflows'}.`);
  const read = (names: Target['secrets']): Record<string, string> =>
    Object.fromEntries(Object.entries(names).map(([name, variable]) => [name, environment[variable] ?? '']));
  const proxy = await startProxy(server, read(target.secrets));
  try {
    // No two runs may use the same identifiers: some are used up for ever.
    const inputs = { ...read(target.inputs), run: `conformance-${Date.now().toString(36)}` };
    const code = await runWorkflows(target, proxy, inputs, writes);
    if (code !== 0) return code;
    const report = await target.report(proxy, inputs, writes);
    if (report !== undefined) console.log(report.text);
    return report?.holds === false ? 1 : 0;
  } finally {
    proxy.close();
  }
}

/** Runs the Arazzo workflows through the proxy, with nothing but placeholders for keys. */
async function runWorkflows(target: Target, { url, placeholders }: Proxy, inputs: object, writes: boolean): Promise<number> {
  const workflows = writes ? [] : ['--workflow', 'reading'];
  const program = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
  const parameters = [program, 'respect', target.workflows, '--server', `api=${url}`, ...workflows];
  const keys = Object.entries(target.inputOf).map(([header, input]) => [input, placeholders[header]]);
  const secrets = new Set(Object.values(targets).flatMap((each) => Object.values(each.secrets)));
  const environment = Object.entries(process.env).filter(([variable]) => !secrets.has(variable));
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...Object.fromEntries(environment),
      REDOCLY_CLI_RESPECT_INPUT: JSON.stringify({ ...inputs, ...Object.fromEntries(keys) }),
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0 ? 0 : 1));
  });
}

process.exitCode = await main();
