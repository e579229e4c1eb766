import { operations } from '../../generated/neopay/operations.js';
import { InputError, PaylinksError } from '../core/errors.js';
import { createLinksClient } from '../neopay/client.js';
import type { LinksClient } from '../neopay/client.js';
import type { CreateManyResult } from '../neopay/create-many.js';
import type { ClientOptions } from '../neopay/options.js';
import { plainText, prepareReferenced } from '../neopay/reference.js';
import type { Referenced, ReferencedInput } from '../neopay/reference.js';
import type { PaymentLink } from '../neopay/types.js';
import { unknownName } from '../shared/nearest.js';
import { readOptions } from './connect.js';
import type { LinkValues } from './connect.js';
import { readTable } from './csv.js';
import type { Row, Table } from './csv.js';
import { worstExitCode } from './exit-code.js';
import { bodyFields, buildInput } from './fields.js';
import { readCount, UsageError } from './flags.js';
import type { Task } from './flags.js';
import { helpOf, planPublishOnce, readWords, wrap } from './links.js';
import { planRequest, printPlan } from './plan.js';
import { startProgress } from './progress.js';
import { openResultFile, resultFileOf } from './result-file.js';
import type { Result } from './result-file.js';

const fields = bodyFields(operations.createLink);
const mostProblems = 20;

/** A row with the request that it asks for. */
interface Order {
  readonly row: Row;
  readonly input: Referenced;
}

/** `paylinks import`: a link for each row, however often it is run. */
export const importLinks: Task = {
  help: () =>
    helpOf(
      'paylinks import FILE.csv [options]',
      `The first line names the columns:
${wrap(fields.map(({ path }) => path).join(', '))}

Every row needs a reference: its link is looked for before it is created, so an
import that was stopped can be run again. What became of each row stands in
FILE.result.csv.`,
      [],
      [
        '      --publish         publish each, at most one of a reference',
        '      --wait MS         with --publish: how old a draft must be (3000); 0 where',
        '                        no other process creates links',
        '      --concurrency N   how many links are under way at once (20)',
      ],
    ),
  async run(parameters) {
    const { values, words } = readWords(parameters, ['file.csv'], [], {
      publish: { type: 'boolean' },
      wait: { type: 'string' },
      concurrency: { type: 'string' },
    });
    const [file = ''] = words;
    const table = readTable(file);
    const orders = readOrders(file, table);
    const options = readOptions(values);
    const links = createLinksClient(options);
    const publish = values['publish'] === true;
    if (values['dry-run']) return printPlan(await plan(orders, links, publish), values.json);
    const wait = values['wait'] === undefined ? undefined : readCount('wait', String(values['wait']), 2 ** 31 - 1);
    const concurrency = values['concurrency'] === undefined ? 20 : readCount('concurrency', String(values['concurrency']), 1_000);
    return run(orders, { file, table, links, options, values, many: { once: true, publish, wait, concurrency } });
  },
};

/** Every problem of the file is told before anything is sent. */
function readOrders(file: string, { columns, rows }: Table): readonly Order[] {
  const names = fields.map(({ path }) => path);
  const problems = columns
    .filter((name) => !names.includes(name))
    .map((name) => `line 1: the column ${name} ${unknownName(name, names, 'field')}`);
  const lines = new Map<string, number>();
  const orders = rows.flatMap((row) => {
    const found = checkRow(row);
    if (typeof found === 'string') problems.push(`line ${row.line}: ${found}`);
    if (typeof found === 'string') return [];
    const reference = plainText(found.reference);
    const earlier = lines.get(reference);
    if (earlier !== undefined) problems.push(`line ${row.line}: the reference ${reference} is on line ${earlier} already`);
    lines.set(reference, row.line);
    return { row, input: found };
  });
  if (problems.length === 0) return orders;
  const shown = problems.slice(0, mostProblems);
  const more = problems.length - shown.length;
  throw new UsageError(`${file}, nothing was sent: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`);
}

function checkRow({ values }: Row): Referenced | string {
  try {
    // Whatever stands in the row; that is what is checked here.
    return prepareReferenced('import', buildInput(fields, values) as unknown as ReferencedInput);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.map(({ path, message }) => `${path} ${message}${quote(values[path])}`).join(', ');
  }
}

function quote(value: string | undefined): string {
  return value ? ` (${JSON.stringify(value)})` : '';
}

async function plan(orders: readonly Order[], links: LinksClient, publish: boolean): Promise<Parameters<typeof printPlan>[0]> {
  const all = await links.list();
  return orders.flatMap(({ input }) => {
    if (publish) return planPublishOnce(input, all);
    const isThere = all.some(({ reference }) => plainText(reference) === plainText(input.reference));
    return isThere ? [] : [planRequest(operations.createLink, {}, input)];
  });
}

interface Job {
  readonly file: string;
  readonly table: Table;
  readonly links: LinksClient;
  readonly options: ClientOptions;
  readonly values: LinkValues;
  readonly many: {
    readonly once: true;
    readonly publish: boolean;
    readonly wait: number | undefined;
    readonly concurrency: number;
  };
}

async function run(orders: readonly Order[], { file, table, links, options, values, many }: Job): Promise<number> {
  const resultFile = resultFileOf(file);
  const results = openResultFile(resultFile, table.columns);
  const isDone = ({ row }: Order): boolean => {
    const { outcome, status } = results.earlier(row) ?? {};
    return outcome === 'done' && (!many.publish || status === 'published');
  };
  const pending = orders.filter((order) => !isDone(order));
  const failures: PaylinksError[] = [];
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort(new UsageError(`Stopped; run it again to go on. ${resultFile} tells how far it came.`));
  process.once('SIGINT', interrupt);
  const progress = startProgress(orders.length, orders.length - pending.length);
  let count = 0;
  try {
    const inputs = pending.map(({ input }) => input);
    for await (const result of links.createMany(inputs, { ...many, signal: interrupted.signal })) {
      const order = pending[result.index];
      if (order === undefined) continue;
      count += 1;
      if (result.error !== undefined) failures.push(result.error);
      const told = describe(result, links, options);
      results.add(order.row, told);
      if (values.json) console.log(JSON.stringify({ line: order.row.line, reference: order.input.reference, ...told }));
      progress.step(failures.length);
    }
  } finally {
    progress.stop();
    process.off('SIGINT', interrupt);
    results.finish(table.rows);
  }
  const untried = pending.length - count;
  const parts = [
    `${orders.length} rows: ${orders.length - failures.length - untried} done`,
    ...(orders.length > pending.length ? [`${orders.length - pending.length} of them earlier`] : []),
    ...(failures.length > 0 ? [`${failures.length} failed`] : []),
    ...(untried > 0 ? [`${untried} not tried`] : []),
  ];
  console.error(`${parts.join(', ')}; see ${resultFile}`);
  const [first] = failures;
  if (first !== undefined) console.error(`paylinks: ${first.message}`);
  return worstExitCode(failures);
}

function describe({ link, error }: CreateManyResult<PaymentLink>, links: LinksClient, { payUrl }: ClientOptions): Result {
  if (error !== undefined) return { id: '', status: '', payUrl: '', outcome: error.outcome, error: error.message };
  const address = payUrl !== undefined && link.status === 'published' ? links.payUrl(link) : '';
  return { id: link.id, status: link.status, payUrl: address, outcome: 'done', error: '' };
}
