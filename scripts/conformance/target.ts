import { servers as neopayServers } from '../../generated/neopay/operations.js';
import { servers as netopiaServers } from '../../generated/netopia/operations.js';
import { askNetopia } from './netopia-questions.js';
import { describeFindings, probe } from './probes.js';
import type { Proxy } from './proxy.js';

/** What else was found out, for a terminal, and whether it is as it has to be. */
export interface Report {
  readonly text: string;
  readonly holds: boolean;
}

/** An API that can be held to its document. */
export interface Target {
  /** The server to ask unless told otherwise. */
  readonly server: string;
  readonly workflows: string;
  /** Which variable of the environment holds the value of which header; those are secret and stay in this process. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Variables that the workflows are told as they are, by the name of the input. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The name of the input for each header. */
  readonly inputOf: Readonly<Record<string, string>>;
  /** What `--write` does, for whoever is about to run it. */
  readonly writes: string;
  /** Finds out more, after the workflows held. */
  report(proxy: Proxy, inputs: Readonly<Record<string, string>>, writes: boolean): Promise<Report | undefined>;
}

export const targets: Readonly<Record<string, Target>> = {
  neopay: {
    server: neopayServers.live,
    workflows: 'spec/neopay/lifecycle.arazzo.yaml',
    secrets: { 'x-app-key': 'NEOPAY_APP_KEY', Authorization: 'NEOPAY_TOKEN' },
    inputs: {},
    inputOf: { 'x-app-key': 'appKey', Authorization: 'token' },
    writes: 'this CREATES links, changes them and leaves them closed',
    async report(proxy, _, writes) {
      if (!writes) return undefined;
      const findings = await probe(proxy);
      return { text: describeFindings(findings), holds: findings.findings.every(({ holds }) => holds) };
    },
  },
  netopia: {
    server: netopiaServers.sandbox,
    workflows: 'spec/netopia/payment.arazzo.yaml',
    secrets: { Authorization: 'NETOPIA_API_KEY' },
    inputs: { posSignature: 'NETOPIA_POS_SIGNATURE' },
    inputOf: { Authorization: 'apiKey' },
    writes: 'this STARTS payments with test cards and refunds them; let it at a sandbox alone',
    report: async (proxy, inputs, writes) => ({ text: await askNetopia(proxy, inputs, writes), holds: true }),
  },
};
