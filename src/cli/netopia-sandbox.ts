import { readFileSync } from 'node:fs';
import { checkFault, faultNames, type Fault } from '../sandbox/netopia/faults.js';
import type { PaymentsSandboxOptions } from '../sandbox/netopia/options.js';
import { sampleRequest } from '../sandbox/netopia/sample-request.js';
import { createPaymentsSandbox, type PaymentsSandbox } from '../sandbox/netopia/sandbox.js';
import { checkFolder, findDocs } from './files.js';
import { readFlags, UsageError } from './flags.js';
import { logLine, readSeed, readServeCommand, serve, serveFlags, serveHelp, type ServeCommand } from './serve.js';

const flags = {
  ...serveFlags,
  'api-key': { type: 'string' },
  'pos-signature': { type: 'string' },
  'private-key': { type: 'string' },
} as const;

/** What `paylinks sandbox netopia --help` prints. */
export const paymentsHelpText = `paylinks sandbox netopia [options]

A stand-in for the NETOPIA Payments API on this machine: it keeps payments, shows the payer's page, sends signed notifications and breaks on demand.

  -p, --port NUMBER    where to listen (8081; 0 takes a free port)
      --host ADDRESS   on which address (127.0.0.1, this machine only)
      --api-key KEY    the Authorization value that requests must carry (drawn for each run)
      --pos-signature  the shop's POS signature (AAAA-BBBB-CCCC-DDDD-EEEE)
      --private-key FILE  the RSA key that signs notifications, PKCS#8 PEM (made for each run; its public half is at /public-key.pem)
${serveHelp}

A fault is its name, then what narrows it: drop-after,operation=startPayment,times=1
or notification-late,ms=5000. Names: ${faultNames.join(', ')}.`;

/** What the arguments of `paylinks sandbox netopia` ask for. */
export interface PaymentsCommand extends ServeCommand<Fault> {
  readonly sandbox: Omit<PaymentsSandboxOptions, 'now' | 'onRequest' | 'notify'>;
}

/** Reads the arguments after `netopia`; throws a `UsageError` for the first one that makes no sense. */
export function readPaymentsCommand(parameters: readonly string[]): PaymentsCommand {
  const { values, positionals } = readFlags(flags, parameters);
  const [surplus] = positionals;
  if (surplus !== undefined) throw new UsageError(`${surplus} makes no sense here.`);
  const { docs, 'api-key': apiKey, 'pos-signature': posSignature, 'private-key': file } = values;
  const privateKey = file === undefined ? undefined : readFileSync(file, 'utf8');
  return { ...readServeCommand(values, 8081, checkFault), sandbox: { docs, apiKey, posSignature, privateKey, seed: readSeed(values) } };
}

/** Serves the payments until a signal asks to stop. */
export async function runPaymentsSandbox(parameters: readonly string[]): Promise<void> {
  const command = readPaymentsCommand(parameters);
  const sandbox = open(command);
  const { apiKey, posSignature } = sandbox.credentials;
  await serve(sandbox, command, (url) => ({
    facts: [
      ['base URL', url],
      ['apiKey', apiKey],
      ['posSignature', posSignature],
      ['public key', `${url}/public-key.pem`],
      ['home page', `${url}/`],
    ],
    sample: `Start a payment, then open its paymentURL:\n\n${sampleRequest(url, apiKey, posSignature)}`,
  }));
}

function open(command: PaymentsCommand): PaymentsSandbox {
  const docs = command.sandbox.docs === undefined ? findDocs() : checkFolder(command.sandbox.docs);
  const sandbox: PaymentsSandbox = createPaymentsSandbox({
    journalSize: 1000,
    ...command.sandbox,
    docs,
    onRequest(entry) {
      if (!command.quiet) console.log(logLine(entry, [entry.paymentStatus, entry.orderID], [sandbox.credentials.apiKey]));
    },
  });
  for (const fault of command.faults) sandbox.inject(fault);
  return sandbox;
}
