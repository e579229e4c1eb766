/** Where an operation is found in the SDK. */
export interface Method {
  /** As code calls it: `links.create`. */
  readonly shown: string;
  readonly module: string;
  readonly client: string;
  readonly name: string;
  /** Its place in the SDK reference, from the root of the site. */
  readonly page: string;
}

const clients: Readonly<Record<string, { readonly module: string; readonly client: string; readonly variable: string }>> = {
  neopay: { module: 'paylinks', client: 'LinksClient', variable: 'links' },
};

/** The client's method that makes the operation's request, if the facade has one. */
export function methodOf(api: string, operation: string): Method | undefined {
  const place = clients[api];
  if (place === undefined) return undefined;
  const name = operation.replace(/Links?$/, '');
  const { module, client, variable } = place;
  const page = `sdk/interfaces/${module.replace('/', '_')}.${client}.html#${name.toLowerCase()}`;
  return { shown: `${variable}.${name}`, module, client, name, page };
}
