import { createOnceCreator } from './create-once.js';
import type { CreateOnceOptions } from './create-once.js';
import { createLookup } from './lookup.js';
import type { ReferencedInput } from './reference.js';
import { createMany } from './create-many.js';
import type { CreateManyOptions, CreateManyResults, Inputs } from './create-many.js';
import { createOncePublisher } from './publish-once.js';
import type { PublishOnceOptions } from './publish-once.js';
import { prepareInput } from './input.js';
import { readAll, readList } from './list.js';
import type { CallOptions } from '../core/options.js';
import type { Scope } from '../core/request.js';
import { checkOptions } from './options.js';
import type { ClientOptions } from './options.js';
import { createLinksTransport } from './transport.js';
import { payUrlOf } from './pay-url.js';
import { postLink, readLink } from './requests.js';
import { createMover } from './transition.js';
import { pathSegment } from '../core/url.js';
import type { CreateLinkInput, LinkId, LinkStatus, NewLink, PaymentLink, StatusAfter, StatusBefore } from './types.js';

/**
 * A client for one Application's payment links.
 *
 * Every method rejects with a `PaylinksError` that says where, why, what to do and what the server may have done, or with the caller's own reason when its signal
 * aborts. Every method takes `{ signal, timeout, deadline }` last.
 */
export interface LinksClient {
  /**
   * Every link of the Application, page after page, in whichever shape the API lists them.
   *
   * @throws {@link AuthenticationError}, {@link PermissionError}, {@link ResponseError} when a response holds no list of links or says that more follow, but not
   * where
   * @example
   * const drafts = (await links.list()).filter((link) => link.status === 'draft');
   */
  list(options?: CallOptions): Promise<PaymentLink[]>;
  /**
   * Every link once, page after page; the limits hold for each page, and no page is read before it is wanted. Each loop over it starts anew.
   *
   * @throws {@link ResponseError} when the next page was read already, or when the list says that more follow, but not where
   * @example
   * for await (const link of links.all()) console.log(link.id, link.status);
   */
  all(options?: CallOptions): AsyncIterable<PaymentLink>;
  /**
   * One link in its present state.
   *
   * @throws {@link NotFoundError} when the Application has no link with this id, {@link InputError} for an id that could reach another address
   * @example
   * const { status } = await links.get(id);
   */
  get(id: LinkId, options?: CallOptions): Promise<PaymentLink>;
  /**
   * Creates a draft: sends one POST that the server may have acted on, never a second.
   *
   * @throws {@link InputError} before anything is sent when the input breaks a rule; any other error's `outcome` says whether the link may exist
   * @example
   * const draft = await links.create({ product: 'iPhone 14 Pro', amount: 350.41 });
   */
  create(input: CreateLinkInput, options?: CallOptions): Promise<NewLink>;
  /**
   * Creates a link unless one with the same `reference` exists, and finds it again after a failure that leaves that open.
   *
   * Two processes that call it at the same moment can still create two links.
   *
   * @throws {@link OutcomeUnknownError} when it could not learn whether the link exists; call it again with the same reference to go on looking
   * @throws {@link ReferenceConflictError} when the reference is on a link with another product or amount, or on several
   * @example
   * const link = await links.createOnce({ product: 'iPhone 14 Pro', amount: 350.41, reference: 'order-1042' });
   */
  createOnce(input: ReferencedInput, options?: CreateOnceOptions): Promise<PaymentLink>;
  /**
   * Publishes at most one link for each `reference`, across processes, machines and crashes; the way to create a link for a customer.
   *
   * Processes agree on one draft before anything is payable, so it may be called as often as you like, also after a crash or an error whose outcome is unknown.
   * It rests on drafts not being payable (inferred), and on `wait` covering how late a list of the server may be.
   *
   * @throws {@link ReferenceConflictError} when the reference is on a link with another product or amount, or two links with it are published: both are in `links`
   * @throws {@link TransitionError} when the link was closed or taken back, {@link OutcomeUnknownError} when time ran out; call it again to go on
   * @example
   * const live = await links.publishOnce({ product: 'iPhone 14 Pro', amount: 350.41, reference: 'order-1042' });
   */
  publishOnce(input: ReferencedInput, options?: PublishOnceOptions): Promise<PaymentLink<'published'>>;
  /**
   * Creates links from an (async) iterable, a few at a time, and gives each outcome as it is known; awaited, it gives an array of all of them.
   *
   * A fault in one input does not stop the others; an authentication error stops it from taking more. Leaving the loop early, or aborting, lets what was
   * started finish.
   *
   * @throws {@link InputError} at once for options that cannot work; what goes wrong with one input is that result's `error`
   * @example
   * for await (const { index, link, error } of links.createMany(inputs, { concurrency: 4 })) {
   *   if (error) console.error(index, error.outcome, error.message);
   *   else console.log(index, link.id);
   * }
   */
  createMany(
    inputs: Inputs<ReferencedInput>,
    options: CreateManyOptions & { readonly publish: true },
  ): CreateManyResults<PaymentLink<'published'>>;
  createMany(inputs: Inputs<ReferencedInput>, options: CreateManyOptions & { readonly once: true }): CreateManyResults<PaymentLink>;
  createMany(
    inputs: Inputs,
    options?: CreateManyOptions & { readonly once?: false | undefined; readonly publish?: false | undefined },
  ): CreateManyResults;
  /**
   * Makes a link payable; takes an id, or a link whose status allows it.
   *
   * @throws {@link TransitionError} when its status does not allow that, {@link NotFoundError}
   * @example
   * const live = await links.publish(draft);
   */
  publish(link: LinkId | PaymentLink<StatusBefore<'publish'>>, options?: CallOptions): Promise<PaymentLink<StatusAfter<'publish'>>>;
  /**
   * Takes a published link back, so that payers can no longer use it; it may be published again.
   *
   * @throws {@link TransitionError} when its status does not allow that, {@link NotFoundError}
   * @example
   * const paused = await links.unpublish(live);
   */
  unpublish(link: LinkId | PaymentLink<StatusBefore<'unpublish'>>, options?: CallOptions): Promise<PaymentLink<StatusAfter<'unpublish'>>>;
  /**
   * Closes a link for good.
   *
   * @throws {@link TransitionError} when it is closed already, {@link NotFoundError}
   * @example
   * await links.close(live);
   */
  close(link: LinkId | PaymentLink<StatusBefore<'close'>>, options?: CallOptions): Promise<PaymentLink<StatusAfter<'close'>>>;
  /**
   * Takes a link to a status by the fewest steps: reads it first, and does no more when it is there.
   *
   * @throws {@link TransitionError} when no way leads there, {@link NotFoundError}
   * @example
   * const live = await links.ensure(id, 'published');
   */
  ensure<S extends Exclude<LinkStatus, 'unknown'>>(link: LinkId | PaymentLink, status: S, options?: CallOptions): Promise<PaymentLink<S>>;
  /**
   * The address that the payer of a published link opens, made by the option `payUrl`.
   *
   * @throws {@link InputError} without that option, since the API does not tell the address; the message says where to find it
   * @example
   * const address = links.payUrl(await links.publish(draft));
   */
  payUrl(link: PaymentLink<'published'>): string;
}

/**
 * Makes a client for one Application's payment links.
 *
 * Throws `InputError` for options that cannot work. It keeps the credentials in a closure: neither inspecting nor serialising it shows them.
 *
 * @example
 * const links = createLinksClient({ appKey: '…', token: '…' });
 * const draft = await links.create({ product: 'iPhone 14 Pro', amount: 350.41 });
 * const live = await links.publish(draft);
 */
export function createLinksClient(options: ClientOptions): LinksClient {
  const transport = createLinksTransport(checkOptions('createLinksClient', options));
  const mover = createMover(transport);
  const lookup = createLookup(transport);
  const once = createOnceCreator(transport, lookup);
  const publisher = createOncePublisher(transport, lookup, mover);

  return {
    async list(options) {
      const scope = transport.start('listLinks', options);
      const all: PaymentLink[] = [];
      for await (const links of readList(transport, { scope: () => scope })) all.push(...links);
      return all;
    },
    all(options) {
      const first = transport.start('listLinks', options);
      // Each page has the full limits of a call.
      const scope = (): Scope => ({ ...first, deadlineAt: performance.now() + first.deadline });
      return { [Symbol.asyncIterator]: () => readAll(transport, scope, first.signal) };
    },
    async get(id, options) {
      const scope = transport.start('getLink', options);
      pathSegment('getLink', 'id', id);
      const { link } = await readLink(transport, String(id), scope);
      return link;
    },
    async create(input, options) {
      const scope = transport.start('createLink', options);
      const { link } = await postLink(transport, prepareInput('createLink', input), scope);
      return link;
    },
    createOnce: once.call,
    publishOnce: publisher.call,
    // The overloads say which links come with which options; `createMany` gives any.
    createMany: ((inputs: Inputs, options?: CreateManyOptions) =>
      createMany(transport, { lookup, once, publisher }, inputs, options)) as LinksClient['createMany'],
    payUrl: (link) => payUrlOf(transport.settings.payUrl, link),
    // `move` and `ensure` give nothing but the status asked for.
    publish: (link, options) => mover.move('publish', link, options) as Promise<PaymentLink<'published'>>,
    unpublish: (link, options) => mover.move('unpublish', link, options) as Promise<PaymentLink<'unpublished'>>,
    close: (link, options) => mover.move('close', link, options) as Promise<PaymentLink<'closed'>>,
    ensure: <S extends LinkStatus>(link: LinkId | PaymentLink, status: S, options?: CallOptions) =>
      mover.ensure(link, status, options) as Promise<PaymentLink<S>>,
  };
}
