import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PaymentLink } from 'paylinks';

const root = fileURLToPath(new URL('..', import.meta.url));

function say(what: string, detail: string): void {
  console.log(`  ${what.padEnd(16)} ${detail}`);
}

function chapter(title: string): void {
  console.log(`\n${title}`);
}

/** Runs one of the project's own commands and tells how long it took. */
function runScript(name: string, does: string): void {
  const started = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', name], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(1);
  say(`npm run ${name}`.slice(8), `${does} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

/** One link in one line. */
function describe({ id, status, product, amount, currency }: PaymentLink): string {
  return `${status.padEnd(12)} ${product}, ${amount?.toFixed(2)} ${currency ?? ''} (${id})`;
}

chapter('From the document to a running client');
runScript('generate', 'spec/neopay/openapi.yaml → generated/: types, client, validators, schemas, lifecycle');
runScript('build', 'src/ and generated/ → dist/: the package as it is published');

// Loaded only now, since the build has just written it: this is the package as its users import it.
const { createLinksClient, InputError, TransitionError } = await import('paylinks');
const { createSandbox } = await import('paylinks/sandbox');

/** Tells how a call was refused; that it was not is a failure of the demo. */
async function sayRefusal<T extends Error>(call: Promise<unknown>, expected: abstract new (...parameters: never[]) => T): Promise<T> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof expected)) throw new Error(`The demo expected ${expected.name}, not ${String(error)}`);
  say(error.name, error.message);
  return error;
}

const sandbox = createSandbox();
const server = await sandbox.listen({ port: 0 });
const links = createLinksClient({ ...sandbox.credentials, baseUrl: server.url });

chapter('A sandbox that keeps links, over HTTP');
say('listens on', server.url);

chapter('One link, from draft to closed');
const draft = await links.create({ product: 'Ceramic mug', amount: 18.5, reference: 'order-1001' });
say('create', describe(draft));
say('get', describe(await links.get(draft.id)));
const live = await links.publish(draft);
say('publish', describe(live));
const paused = await links.unpublish(live);
say('unpublish', describe(paused));
const again = await links.publish(paused);
say('publish', describe(again));
const closed = await links.close(again);
say('close', describe(closed));

chapter('An illegal step: publishing the closed link');
say('by its type', '`links.publish(closed)` does not compile: a PaymentLink<"closed"> cannot be published');
const refused = await sayRefusal(links.publish(closed.id), TransitionError);
say(
  'it carries',
  `from: ${refused.from}, action: ${refused.action}, allowed: [${refused.allowed.join(', ')}], outcome: ${refused.outcome}`,
);

chapter('Bad input: an empty product, and 0.1 + 0.2 as the amount');
const input = await sayRefusal(links.create({ product: '', amount: 0.1 + 0.2 }), InputError);
for (const { path, message } of input.issues) say(path, message);
say('outcome', `${input.outcome}: nothing left this process`);

chapter('A lost answer: the server creates the link, then the connection breaks');
const fault = sandbox.inject({ operation: 'createLink', fault: 'drop-after', times: 1 });
const found = await links.createOnce({ product: 'Tea towel', amount: 9, reference: 'order-1002' });
const copies = sandbox.links.filter(({ reference }) => reference === 'order-1002');
if (fault.fired !== 1 || copies.length !== 1) throw new Error(`The answer was lost ${fault.fired} times and ${copies.length} links exist`);
say('createOnce', describe(found));
say('server holds', `${copies.length} link with the reference order-1002: nothing lost, nothing created twice`);

await server.close();
chapter('Done. Next: npm run sandbox keeps one running, npm run docs builds the reference, npm test checks everything.');
