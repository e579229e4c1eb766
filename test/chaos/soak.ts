import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createSandbox } from '../../src/sandbox.js';
import { canary } from '../support/canary.js';
import { startFaultServer, type FaultServer } from '../support/fault-server.js';
import { createFaultPlan } from './fault-plan.js';
import type { Remains } from './soak-child.js';
import { createWorld } from './world.js';

/** Heap that ten thousand calls may add, in bytes: what one garbage collection leaves more than another. */
const allowedGrowth = 1_000_000;

const calls = Number(process.argv[2] ?? 10_000);
const world = createWorld(createSandbox, 'soak', canary);
const plan = createFaultPlan({ seed: 'soak', rate: 0.3, foreign: 'https://stranger.example' }, () => server.ledger);
const server: FaultServer = await startFaultServer(world.handler, { request: plan });

const program = fileURLToPath(new URL('soak-child.ts', import.meta.url));
const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', program, server.origin, String(calls)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const exit = once(child, 'exit');
let spokenAt = performance.now();
child.stdout.on('data', () => (spokenAt = performance.now()));
const remains: Remains = JSON.parse(await text(child.stdout));
await exit;
const farewell = performance.now() - spokenAt;
await new Promise((resolve) => setTimeout(resolve, 500));

const growth = median(remains.heaps.slice(-3)) - median(remains.heaps.slice(1, 4));
const findings: readonly (readonly [what: string, value: string, fine: boolean])[] = [
  ['calls, of which failed as the faults would have it', `${remains.calls}, ${remains.failed}`, remains.failed > 0],
  [
    'heap growth between the first and the last thousands',
    `${Math.round(growth / 1024)} KiB (${remains.heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')} MiB)`,
    growth < allowedGrowth,
  ],
  ['listeners left on the signal all calls shared', String(remains.listeners), remains.listeners === 0],
  ['timers left', String(remains.timers), remains.timers === 0],
  ['unhandled rejections and warnings', String(remains.complaints.length), remains.complaints.length === 0],
  ['time from the last result to the end of the process', `${Math.round(farewell)} ms`, farewell < 2_000],
  ['sockets left open at the server', String(server.openSockets()), server.openSockets() === 0],
];
for (const [what, value, fine] of findings) console.log(`${fine ? 'ok  ' : 'BAD '} ${what}: ${value}`);
await server.close();
if (findings.some(([, , fine]) => !fine)) process.exitCode = 1;

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
