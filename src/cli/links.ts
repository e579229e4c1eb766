import { operations } from '../../generated/neopay/operations.js';
import { statuses } from '../../generated/neopay/transitions.js';
import type { Status } from '../../generated/neopay/transitions.js';
import { createLinksClient } from '../neopay/client.js';
import type { LinksClient } from '../neopay/client.js';
import { TransitionError } from '../neopay/errors.js';
import { prepareInput } from '../neopay/input.js';
import { allowedActions, planTransition } from '../neopay/lifecycle.js';
import type { ClientOptions } from '../neopay/options.js';
import { leastOf } from '../neopay/publish-once.js';
import { createRawClient } from '../neopay/raw.js';
import { plainText, prepareReferenced } from '../neopay/reference.js';
import type { Referenced, ReferencedInput } from '../neopay/reference.js';
import type { CreateLinkInput, PaymentLink } from '../neopay/types.js';
import { isObject } from '../shared/json.js';
import { suggest } from '../shared/nearest.js';
import { linkFlags, linkHelp, readOptions } from './connect.js';
import type { LinkValues } from './connect.js';
import { bodyFields, buildInput, summaryOf } from './fields.js';
import type { Field } from './fields.js';
import { readCount, readFlags, UsageError } from './flags.js';
import type { Command } from './flags.js';
import { printLink } from './output.js';
import { planActions, planRequest, printPlan } from './plan.js';
import type { PlannedRequest } from './plan.js';

/** What an operation's descriptor tells a command. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly effect: string;
}

/** A command for each operation: `listLinks` is `list`, `closeLink` is `close`. */
export function operationCommands(table: Readonly<Record<string, Operation>> = operations): Record<string, Command> {
  return Object.fromEntries(Object.values(table).map((operation) => [verbOf(operation), operationCommand(operation)]));
}

function operationCommand(operation: Operation): Command {
  const fields = bodyFields(operation);
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const usage = `paylinks ${[verbOf(operation), ...names.map((name) => name.toUpperCase())].join(' ')} [options]`;
  return {
    summary: summaryOf(operation),
    help: () => helpOf(usage, `${summaryOf(operation)}.`, fields),
    async run(parameters) {
      const { values, words } = readWords(parameters, names, fields);
      const ids = Object.fromEntries(names.map((name, index) => [name, words[index] ?? '']));
      const input = fields.length === 0 ? undefined : buildInput(fields, values);
      if (values['dry-run']) return printPlan([planRequest(operation, ids, input && checked(operation, input))], values.json);
      const options = readOptions(values);
      const facade = createLinksClient(options);
      if (operation.effect === 'none' && names.length === 0) return printAll(facade, values);
      const result = await send(operation, options, facade, words, ids, input);
      return isLink(result) ? show(result, facade, options, values) : console.log(JSON.stringify(result));
    },
  };
}

function checked({ id }: Operation, input: object): object {
  return id === operations.createLink.id ? prepareInput(id, asInput(input)) : input;
}

/** By the client's method of that name; by the generated client for an operation that it has no method for. */
async function send(
  operation: Operation,
  options: ClientOptions,
  facade: LinksClient,
  words: readonly string[],
  ids: Readonly<Record<string, string>>,
  input: object | undefined,
): Promise<unknown> {
  const method: unknown = Reflect.get(facade, verbOf(operation));
  if (typeof method === 'function') return method(...words, ...(input === undefined ? [] : [input]));
  // openapi-fetch types its methods by the document's paths; this one is named by a descriptor.
  const request: (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }> = Reflect.get(
    createRawClient(options),
    operation.method,
  );
  const { data, error, response } = await request(operation.path, { params: { path: ids }, body: input });
  if (response.ok) return data;
  throw new Error(`${operation.id} was refused with ${response.status}: ${JSON.stringify(error)}`);
}

async function printAll(links: LinksClient, { json }: LinkValues): Promise<void> {
  for await (const link of links.all()) {
    printLink(link, json);
    // Whoever read the output has left, as `head` does.
    if (!process.stdout.writable) break;
  }
}

/** With the payer's address, where there is one and it is known. */
function show(link: PaymentLink, links: LinksClient, { payUrl }: ClientOptions, { json }: LinkValues): void {
  printLink(link, json, payUrl !== undefined && link.status === 'published' ? links.payUrl(link) : undefined);
}

const ensure: Command = {
  summary: 'Take a link to a status by the fewest steps',
  help: () => helpOf('paylinks ensure ID STATUS [options]', `STATUS is ${statuses.join(', ')}.`),
  async run(parameters) {
    const { values, words } = readWords(parameters, ['id', 'status']);
    const [id = '', name = ''] = words;
    const status = statuses.find((known) => known === name);
    if (status === undefined)
      throw new UsageError(`There is no status ${name}${suggest(name, statuses)}; they are ${statuses.join(', ')}.`);
    const options = readOptions(values);
    const links = createLinksClient(options);
    if (values['dry-run']) return printPlan(planEnsure(await links.get(id), status), values.json);
    show(await links.ensure(id, status), links, options, values);
  },
};

function planEnsure({ id, status: from }: PaymentLink, status: Status): readonly PlannedRequest[] {
  const actions = planTransition(from, status);
  if (actions !== undefined) return planActions(id, actions);
  const message = `ensure failed: no way leads from ${from} to ${status}`;
  throw new TransitionError(
    message,
    { from, action: 'ensure', allowed: allowedActions(from) },
    { operation: 'ensure', outcome: 'rejected' },
  );
}

const publishOnce: Command = {
  summary: 'Create and publish one link for a reference, and no other',
  help: () =>
    helpOf(
      'paylinks publish-once --reference TEXT [options]',
      'At most one link of a reference is published, whoever else asks for it and\nhowever often this is run.',
      bodyFields(operations.createLink),
      ['      --wait MS         how old a draft must be (3000); 0 where no other', '                        process creates links'],
    ),
  async run(parameters) {
    const fields = bodyFields(operations.createLink);
    const { values } = readWords(parameters, [], fields, { wait: { type: 'string' } });
    const input = prepareReferenced('publishOnce', asInput(buildInput(fields, values)));
    const options = readOptions(values);
    const links = createLinksClient(options);
    if (values['dry-run']) return printPlan(planPublishOnce(input, await links.list()), values.json);
    const wait = values['wait'] === undefined ? {} : { wait: readCount('wait', String(values['wait']), 2 ** 31 - 1) };
    show(await links.publishOnce(input, wait), links, options, values);
  },
};

/** What `publishOnce` would send, were nobody else at work. */
export function planPublishOnce(input: Referenced, all: readonly PaymentLink[]): readonly PlannedRequest[] {
  const found = all.filter(({ reference }) => plainText(reference) === plainText(input.reference));
  const published = found.find(({ status }) => status === 'published');
  const winner = published ?? leastOf(found);
  if (winner === undefined) return [planRequest(operations.createLink, {}, input), planRequest(operations.publishLink)];
  const losers = found.filter(({ id, status }) => status === 'draft' && id !== winner.id);
  return [
    ...(winner.status === 'draft' ? planActions(winner.id, ['publish']) : []),
    ...(winner.status === 'draft' || winner.status === 'published' ? losers.flatMap(({ id }) => planActions(id, ['close'])) : []),
  ];
}

/** The commands on links. */
export const linkCommands: Readonly<Record<string, Command>> = {
  ...operationCommands(),
  ensure,
  'publish-once': publishOnce,
};

type Values = LinkValues & Readonly<Record<string, unknown>>;

/** Splits arguments into options and exactly the words asked for. */
export function readWords(
  parameters: readonly string[],
  names: readonly string[],
  fields: readonly Field[] = [],
  more: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>> = {},
): { readonly values: Values; readonly words: readonly string[] } {
  const fieldFlags = Object.fromEntries(fields.map(({ path }) => [path, { type: 'string' } as const]));
  const { values, positionals } = readFlags({ ...fieldFlags, ...more, ...linkFlags }, parameters);
  const missing = names.slice(positionals.length);
  if (missing.length > 0) throw new UsageError(`Give ${missing.map((name) => name.toUpperCase()).join(' and ')}.`);
  const surplus = positionals[names.length];
  if (surplus !== undefined) throw new UsageError(`${surplus} makes no sense here.`);
  return { values, words: positionals };
}

/** What `--help` of a command on links prints. */
export function helpOf(usage: string, about: string, fields: readonly Field[] = [], more: readonly string[] = []): string {
  const lines = fields.map(({ path, required, description }) => `      --${path}${required ? ' (required)' : ''}\n${wrap(description)}`);
  return [usage, '', about, '', ...lines, ...more, linkHelp].join('\n');
}

const textWidth = 68;

/** A text on lines of a terminal, set in as the options are. */
export function wrap(text: string): string {
  return text.replace(new RegExp(`(.{1,${textWidth}})(?:\\s+|$)`, 'g'), '          $1\n').trimEnd();
}

function verbOf({ id }: { readonly id: string }): string {
  return /^[a-z]+/.exec(id)?.[0] ?? id;
}

// Whatever was typed; the client checks it.
function asInput(input: object): ReferencedInput & CreateLinkInput {
  return input as ReferencedInput;
}

function isLink(value: unknown): value is PaymentLink {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['status'] === 'string';
}
