import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPaymentsSandbox, type PaymentsSandbox } from '../../../src/netopia-sandbox.js';
import { createRandom } from '../../support/random.js';
import { judge, type Verdict } from './checker.js';
import { armFaults } from './faults.js';
import { forge } from './forge.js';
import { readNotes } from './notes.js';
import { bundleShop, openShop, type ShopProcess } from './shop-process.js';
import type { Visit } from './shop.js';

export interface RunSettings {
  /** Which shop sells: a name of `kinds`. */
  readonly kind: string;
  readonly orders: number;
  readonly seed: string;
  /** Share of requests and of notifications that meet a fault, 0 to 1. */
  readonly rate: number;
  /** How many shops there are, each a process of its own. */
  readonly shops: number;
  /** How often a shop is killed. */
  readonly kills: number;
  readonly forgeries: number;
  /** How many payers are about at once. */
  readonly width: number;
}

export interface Report {
  readonly verdict: Verdict;
  readonly numbers: Readonly<Record<string, number>>;
}

const day = 86_400_000;

/** Lets the shops sell the orders, and judges what came of it. */
export async function run(settings: RunSettings): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'paylinks-chaos-'));
  const sandbox = createPaymentsSandbox({ seed: hash(settings.seed), apiKey: `canary-key-${settings.seed}-0123456789` });
  const server = await sandbox.listen();
  const program = await bundleShop(folder);
  const { apiKey, posSignature, baseUrl } = sandbox.credentials;
  const shops = await Promise.all(
    Array.from({ length: settings.shops }, (_, index) =>
      openShop(program, {
        kind: settings.kind,
        file: join(folder, `shop-${index}.jsonl`),
        baseUrl,
        apiKey,
        posSignature,
        publicKey: sandbox.publicKey,
      }),
    ),
  );
  try {
    armFaults(sandbox, settings.rate);
    const market = createMarket(sandbox, shops, settings);
    await market.open();
    // What is to be found out is whether the shops learn the truth in the end, so the faults are over now.
    sandbox.clear();
    await sandbox.advance(3 * day);
    await Promise.all(shops.map((shop) => shop.ask('/reconcile', {})));
    const { payments, deliveries, journal } = sandbox;
    const notes = shops.flatMap(({ settings: { file } }) => readNotes(file));
    const output = shops.map((shop) => shop.output()).join('\n');
    const { unlisted, asked, counts } = market;
    const orderOf = ({ orderID }: { readonly orderID: string }): string => orderID.replace(/^(order-\d+).*$/, '$1');
    return {
      verdict: judge({ payments, deliveries, notes, unlisted, asked, output, apiKey, orderOf }),
      numbers: {
        orders: settings.orders,
        paid: new Set(payments.filter(({ settled }) => settled !== undefined).map(orderOf)).size,
        payments: payments.length,
        requests: journal.length,
        'requests with a fault': journal.filter(({ fault }) => fault !== undefined).length,
        notifications: deliveries.length,
        'notifications with a fault': deliveries.filter(({ fault }) => fault !== undefined).length,
        ...counts,
      },
    };
  } finally {
    await Promise.all(shops.map((shop) => shop.close()));
    await server.close();
    sandbox.reset();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Market {
  readonly unlisted: readonly string[];
  readonly asked: ReadonlyMap<string, number>;
  readonly counts: Readonly<Record<string, number>>;
  /** Sells every order once. */
  open(): Promise<void>;
}

function createMarket(sandbox: PaymentsSandbox, shops: readonly ShopProcess[], settings: RunSettings): Market {
  const { orders, seed, width } = settings;
  const unlisted: string[] = [];
  const asked = new Map<string, number>();
  const counts = { kills: 0, forgeries: 0 };

  async function payFor(number: number): Promise<void> {
    const shop = shops[number % shops.length];
    if (shop === undefined) return;
    const random = createRandom(`${seed} payer ${number}`);
    const order = `order-${number}`;
    const handed = new Set<string>();
    let amount = 10 + (number % 500) / 100;

    /** The payer is shown a page: no other page of the order may be payable now, unless the shop was told. */
    const hold = ({ ntpID, stillPayable = [] }: Visit): void => {
      if (ntpID === undefined) return;
      for (const other of handed)
        if (other !== ntpID && !stillPayable.includes(other) && sandbox.find(other)?.payable)
          unlisted.push(`${order}: ${other} beside ${ntpID}`);
      handed.add(ntpID);
    };

    for (let visits = 0; visits < 4; visits += 1) {
      const tabs = random() < 0.1 ? 2 : 1;
      const seen = await Promise.all(Array.from({ length: tabs }, () => shop.ask('/checkout', { order, amount })));
      for (const visit of seen) if (visit !== undefined) hold(visit);
      if (seen.some((visit) => visit?.paid)) break;
      const pages = [...handed];
      // Sometimes the page of an earlier visit is still open in another tab.
      const page = random() < 0.1 ? pages[0] : pages.at(-1);
      if (page !== undefined) await payOn(page, random);
      const back = await shop.ask('/returned', { order });
      if (back?.paid) break;
      if (random() < 0.2) amount += 1;
    }
    await refundSometimes(shop, order, random);
    await attack(shop);
  }

  async function payOn(page: string, random: () => number): Promise<void> {
    const dice = random();
    const cards =
      dice < 0.1
        ? []
        : dice < 0.25
          ? ['wrong-cvv', 'approved']
          : dice < 0.35
            ? ['insufficient-funds']
            : dice < 0.5
              ? ['authentication']
              : ['approved'];
    for (const card of cards) {
      const authentication = random() < 0.3 ? 'cancel' : 'accept';
      if (sandbox.find(page)?.payable) await sandbox.pay(page, card, { authentication });
    }
  }

  async function refundSometimes(shop: ShopProcess, order: string, random: () => number): Promise<void> {
    for (let times = random() < 0.2 ? 2 : 0; times > 0; times -= 1) {
      const amount = Math.ceil(random() * 300) / 100;
      asked.set(order, (asked.get(order) ?? 0) + Math.round(amount * 100));
      await shop.ask('/refund', { order, amount });
    }
  }

  async function attack(shop: ShopProcess): Promise<void> {
    const genuine = sandbox.deliveries.at(-1);
    for (let times = settings.forgeries / orders; genuine !== undefined && times > 0; times -= 1) {
      const { body, headers } = forge(counts.forgeries++, { ...genuine, publicKey: sandbox.publicKey });
      await shop.post('/notify', body, headers);
    }
  }

  return {
    unlisted,
    asked,
    counts,
    async open() {
      const killEvery = settings.kills === 0 ? Infinity : Math.ceil(orders / settings.kills);
      let next = 0;
      const work = async (): Promise<void> => {
        for (let number = next++; number < orders; number = next++) {
          await payFor(number);
          if (number % 50 === 49) await sandbox.advance(30_000);
          if (number % killEvery !== killEvery - 1) continue;
          counts.kills += 1;
          await shops[counts.kills % shops.length]?.kill();
        }
      };
      await Promise.all(Array.from({ length: width }, work));
    },
  };
}

function hash(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 2 ** 31, 7);
}
