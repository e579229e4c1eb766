import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { servers } from '../../generated/neopay/operations.js';
import { describeFindings, probe } from './probes.js';
import { startProxy, type Proxy } from './proxy.js';

const documented = servers.live;
const root = fileURLToPath(new URL('../..', import.meta.url));
const help = `npm run conformance -- [--server URL] [--write]

Runs spec/neopay/lifecycle.arazzo.yaml against a server and holds every answer to the document. Reads only, unless --write is given.
The keys stay in this process: the workflows run through a proxy on loopback that adds them, follows no redirect and redacts echoes.

  --server URL   base URL of the API (${documented})
  --write        create links as well, take them through every step and leave them closed; also probes what publishOnce relies on

Credentials come from the environment: NEOPAY_APP_KEY and NEOPAY_TOKEN.`;

interface Settings {
  readonly server: string;
  readonly writes: boolean;
  readonly appKey: string;
  readonly token: string;
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
  const { values } = parseArgs({ args: parameters, options });
  if (values.help) return 'help';
  const server = checkServer(values.server ?? documented);
  const { NEOPAY_APP_KEY: appKey, NEOPAY_TOKEN: token } = environment;
  if (!appKey || !token) throw new Error('set NEOPAY_APP_KEY and NEOPAY_TOKEN in the environment.');
  return { server, writes: values.write ?? false, appKey, token };
}

/** Keys travel encrypted, or not at all beyond this machine. */
function checkServer(address: string): string {
  if (!URL.canParse(address)) throw new Error(`--server must be a URL such as ${documented}.`);
  const { protocol, hostname } = new URL(address);
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) throw new Error('--server must be https, except on this machine.');
  return address.replace(/\/+$/, '');
}

async function run({ server, writes, appKey, token }: Settings): Promise<number> {
  console.log(
    `${server}: ${writes ? 'this CREATES links, changes them and leaves them closed' : 'this only reads; --write runs the whole lifecycle'}.`,
  );
  const proxy = await startProxy(server, { 'x-app-key': appKey, Authorization: token });
  try {
    const code = await runWorkflows(proxy, writes);
    if (!writes || code !== 0) return code;
    const findings = await probe(proxy);
    console.log(describeFindings(findings));
    return findings.findings.every(({ holds }) => holds) ? 0 : 1;
  } finally {
    proxy.close();
  }
}

/** Runs the Arazzo workflows through the proxy, with nothing but placeholders for keys. */
async function runWorkflows({ url, placeholders }: Proxy, writes: boolean): Promise<number> {
  const workflows = writes ? [] : ['--workflow', 'reading'];
  const program = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
  const parameters = [program, 'respect', 'spec/neopay/lifecycle.arazzo.yaml', '--server', `api=${url}`, ...workflows];
  const { NEOPAY_APP_KEY: _key, NEOPAY_TOKEN: _token, ...environment } = process.env;
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...environment,
      REDOCLY_CLI_RESPECT_INPUT: JSON.stringify({ appKey: placeholders['x-app-key'], token: placeholders['Authorization'] }),
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
