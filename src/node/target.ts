/** Where a request goes, in the parts that `node:http` takes. */
export interface Target {
  readonly protocol: 'http:' | 'https:';
  readonly hostname: string;
  readonly port: string;
  readonly host: string;
  readonly path: string;
  readonly href: string;
}

// A parser would leave it as it is: nothing to escape, no dots to resolve, no fragment.
const plainPath = /^\/[\w\-~/?&=+:,@]*$/;

/** Makes what takes addresses apart; it remembers the last origin, since parsing costs as much as a tenth of a request. */
export function createTargets(): (address: string | URL) => Target {
  let last: { readonly origin: string; readonly target: Target } | undefined;
  return (address) => {
    if (typeof address === 'string' && last !== undefined && address.startsWith(last.origin)) {
      const path = address.slice(last.origin.length);
      if (plainPath.test(path)) return { ...last.target, path, href: address };
    }
    const target = parse(new URL(address));
    last = { origin: `${target.protocol}//${target.host}`, target };
    return target;
  };
}

function parse({ protocol, hostname, port, host, pathname, search, href, username, password }: URL): Target {
  if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError(`fetch over node:http takes http and https, not ${protocol}`);
  if (username || password) throw new TypeError('fetch over node:http takes no user name and no password in an address');
  return { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, host, path: pathname + search, href };
}
