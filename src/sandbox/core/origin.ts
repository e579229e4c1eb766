import type { CoreState } from './api.js';
import type { BaseEntry } from './journal.js';
import type { SandboxRequest } from './request.js';

/** Whether a web page of another origin sent the request: browsers say so, and no page can keep them from it. */
export function isForeign(request: SandboxRequest): boolean {
  const origin = request.header('origin');
  const site = request.header('sec-fetch-site');
  return (origin !== undefined && !isOwn(origin, request)) || !(site === undefined || site === 'same-origin' || site === 'none');
}

/** Whether a page of this very sandbox sent the request, which takes a browser's word: without one, it did not. */
export function isSameOrigin(request: SandboxRequest): boolean {
  const origin = request.header('origin');
  return !isForeign(request) && (origin !== undefined || request.header('sec-fetch-site') === 'same-origin');
}

/**
 * Whether the page was opened on this machine, so that it may show the credentials and act with them. Other machines reach a sandbox under another
 * name, unless they lie; who listens for other machines lets them in.
 */
export function isOnThisMachine({ origin }: SandboxRequest): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|sandbox\.invalid)$/.test(new URL(origin).hostname);
}

// A proxy in front may speak https; host and port are what tells one site from another here.
function isOwn(origin: string, request: SandboxRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(request.origin).host;
}

/** The headers that let a page of another origin read the response, where the sandbox was told to; the methods, where the browser asks first. */
export function corsHeaders(
  { cors }: CoreState<BaseEntry>,
  request: SandboxRequest,
  methods: readonly string[] = [],
): Record<string, string> {
  const origin = request.header('origin');
  if (origin === undefined || cors === false || (cors !== true && !cors.includes(origin))) return {};
  const asked = request.header('access-control-request-method');
  return {
    'access-control-allow-origin': cors === true ? '*' : origin,
    ...(cors !== true && { vary: 'origin' }),
    'access-control-expose-headers': '*',
    ...(asked !== undefined && {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': request.header('access-control-request-headers') ?? '*',
      'access-control-max-age': '600',
      // Pages of the internet ask this before they talk to a private network.
      ...(request.header('access-control-request-private-network') === 'true' && { 'access-control-allow-private-network': 'true' }),
    }),
  };
}
