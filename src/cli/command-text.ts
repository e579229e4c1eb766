import type { Command } from './command-options.js';
import { faultChecks } from '../sandbox/fault-check.js';
import type { Listening } from '../sandbox/listen-options.js';
import { sampleRequest } from '../sandbox/sample-request.js';
import type { Sandbox } from '../sandbox/sandbox.js';

/** What `--help` prints. */
export const helpText = `paylinks sandbox [options]

A stand-in for the NEOPAY Payment Links API on this machine: it keeps links, enforces their lifecycle and breaks on demand.

  -p, --port NUMBER    where to listen (4010; 0 takes a free port)
      --host ADDRESS   on which address (127.0.0.1, this machine only)
      --data FILE      keep the links in a file across restarts
      --app-key KEY    the Application ID that requests must carry
      --token TOKEN    the Authorization value that requests must carry
      --latency MS     delay every answer
      --fault FAULT    break on demand; may be repeated
      --seed NUMBER    repeat a run: same ids, same faults
      --docs DIR       serve the API's reference from a folder at /docs
  -q, --quiet          print no requests
  -h, --help           print this
  -v, --version        print the version

A fault is its name, then what narrows it: drop-after,operation=createLink,times=1
or status,code=503,probability=0.2. Names: ${Object.keys(faultChecks).join(', ')}.`;

/** What the sandbox prints once it listens. */
export function describeStart(sandbox: Sandbox, server: Listening, command: Command): string {
  const { appKey, token } = sandbox.credentials;
  const count = sandbox.links.length;
  const lines = [
    ['base URL', `${server.url}/api`],
    ['appKey', appKey],
    ['token', token],
    ['home page', `${server.url}/`],
    ['links', command.sandbox.data === undefined ? 'in memory' : `${count} in ${command.sandbox.data}`],
    ['seed', String(sandbox.seed)],
    ...(/^(127\.|localhost$|::1$)/.test(command.host) ? [] : [['beware', 'other machines can reach this sandbox']]),
    ...command.faults.map((fault) => ['fault', JSON.stringify(fault)]),
  ].map(([name = '', value = '']) => `  ${name.padEnd(11)}${value}`);
  return `paylinks sandbox: nothing here is real, and no money moves\n\n${lines.join('\n')}\n\nCreate a link:\n\n${sampleRequest(server.url, appKey, token)}\n`;
}
