import { createCreateOnce } from './create-once.js';
import type { CreateOnceOptions, ReferencedInput } from './create-once.js';
import { createMany } from './create-many.js';
import type { CreateManyOptions, CreateManyResult } from './create-many.js';
import type { Engine, RawClient } from './engine.js';
import { prepareInput } from './input.js';
import { startScope } from './options.js';
import type { CallOptions } from './options.js';
import { readAll, readPages } from './pages.js';
import { postLink, readLink } from './requests.js';
import { createMover } from './transition.js';
import { pathSegment } from './id.js';
import type { CreateLinkInput, LinkId, LinkStatus, NewLink, PaymentLink, StatusAfter, StatusBefore } from './types.js';

/** Every method throws a `LinksError`, or the caller's own reason when its signal aborts. */
export interface LinksClient {
  /** The links of the Application, in whichever shape the API lists them; the first page where it pages. */
  list(options?: CallOptions): Promise<PaymentLink[]>;
  /** Every link, page after page; limits hold for each page. A next page that is elsewhere or was read already is a `ResponseError`. */
  all(options?: CallOptions): AsyncIterable<PaymentLink>;
  /** One link. Throws `NotFoundError` when there is none with this id. */
  get(id: LinkId, options?: CallOptions): Promise<PaymentLink>;
  /**
   * Creates a draft. Sends one POST that the server may have acted on, never a second; an error's `outcome` says whether the link may exist.
   *
   * Throws `InputError` before anything is sent when the input breaks a rule.
   */
  create(input: CreateLinkInput, options?: CallOptions): Promise<NewLink>;
  /**
   * Creates a link unless one with the same `reference` exists, and finds it again after a failure that leaves that open.
   *
   * Throws `OutcomeUnknownError` when it could not learn whether the link exists (call it again with the same reference to go on looking), and
   * `ReferenceConflictError` when the reference is on another link or on several. Two processes that call it at the same moment can still create two links.
   */
  createOnce(input: ReferencedInput, options?: CreateOnceOptions): Promise<PaymentLink>;
  /**
   * Creates links from an (async) iterable, a few at a time, and gives each outcome as it is known; a fault in one input does not stop the others.
   *
   * An authentication error stops it from taking more. Leaving the loop early, or aborting, lets what was started finish.
   */
  createMany(
    inputs: Iterable<CreateLinkInput> | AsyncIterable<CreateLinkInput>,
    options?: CreateManyOptions,
  ): AsyncGenerator<CreateManyResult, void, undefined>;
  /** Makes a link payable. Throws `TransitionError` when its status does not allow that. */
  publish(link: LinkId | PaymentLink<StatusBefore<'publish'>>, options?: CallOptions): Promise<PaymentLink<StatusAfter<'publish'>>>;
  /** Takes a published link back. Throws `TransitionError` when its status does not allow that. */
  unpublish(link: LinkId | PaymentLink<StatusBefore<'unpublish'>>, options?: CallOptions): Promise<PaymentLink<StatusAfter<'unpublish'>>>;
  /** Closes a link for good. Throws `TransitionError` when it is closed already. */
  close(link: LinkId | PaymentLink<StatusBefore<'close'>>, options?: CallOptions): Promise<PaymentLink<StatusAfter<'close'>>>;
  /** Takes a link to a status by the fewest steps; reads it first, and does no more when it is there. Throws `TransitionError` when no way leads there. */
  ensure<S extends Exclude<LinkStatus, 'unknown'>>(link: LinkId | PaymentLink, status: S, options?: CallOptions): Promise<PaymentLink<S>>;
  /** The generated openapi-fetch client with credentials, timeout and retries on and the shapes of the wire; refusals come back as `error`, not as exceptions. */
  readonly raw: RawClient;
}

/** The methods of a client, each a few lines over the engine. */
export function createMethods(engine: Engine): LinksClient {
  const { settings, raw } = engine;
  const mover = createMover(engine);
  const createOnce = createCreateOnce(engine);

  return {
    raw,
    async list(options) {
      const scope = startScope('listLinks', settings, options);
      for await (const links of readPages(engine, { scope: () => scope })) return [...links];
      return [];
    },
    all(options) {
      startScope('listLinks', settings, options);
      return readAll(engine, () => startScope('listLinks', settings, options));
    },
    async get(id, options) {
      const scope = startScope('getLink', settings, options);
      pathSegment('getLink', id);
      return readLink(engine, String(id), scope);
    },
    async create(input, options) {
      const scope = startScope('createLink', settings, options);
      const { link } = await postLink(engine, prepareInput('createLink', input), scope);
      return link;
    },
    createOnce,
    createMany: (inputs, options) => createMany(engine, inputs, options),
    // `move` and `ensure` give nothing but the status asked for.
    publish: (link, options) => mover.move('publish', link, options) as Promise<PaymentLink<'published'>>,
    unpublish: (link, options) => mover.move('unpublish', link, options) as Promise<PaymentLink<'unpublished'>>,
    close: (link, options) => mover.move('close', link, options) as Promise<PaymentLink<'closed'>>,
    ensure: <S extends LinkStatus>(link: LinkId | PaymentLink, status: S, options?: CallOptions) =>
      mover.ensure(link, status, options) as Promise<PaymentLink<S>>,
  };
}
