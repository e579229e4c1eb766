/** The modules of the runtime that the sandbox uses where it listens and stores. */
type Builtins = Pick<NodeJS.Process, 'getBuiltinModule'>;

/** The runtime's own modules, for listening and storing; throws where there are none. An import would stop browsers and workers from loading the sandbox at all. */
export function builtins(purpose: string): Builtins {
  const found = findBuiltins();
  if (found === undefined) throw new Error(`${purpose} needs Node, Bun or Deno: this runtime has no files and no servers.`);
  return found;
}

/** The same, or `undefined` where there are none. */
export function findBuiltins(): Builtins | undefined {
  return typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function' ? undefined : process;
}
