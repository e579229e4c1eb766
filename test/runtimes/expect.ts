/** Fails the case when the two differ; for plain values. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`${what} is ${seen}, expected ${wanted}`);
}

/** Fails the case when the claim does not hold. */
export function hold(claim: boolean, what: string): void {
  if (!claim) throw new Error(`not so: ${what}`);
}

/** What a promise rejects with; that it fulfils fails the case. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`fulfilled with ${JSON.stringify(value)?.slice(0, 200)}, expected a rejection`)),
    (reason: unknown) => reason,
  );
}

type ErrorClass<T> = abstract new (...parameters: never[]) => T;

/** The error of a class that a promise rejects with. */
export async function rejectionOf<T>(promise: Promise<unknown>, expected: ErrorClass<T>): Promise<T> {
  const reason = await rejection(promise);
  if (reason instanceof expected) return reason;
  throw new Error(`rejected with ${String(reason)}, expected ${expected.name}`, { cause: reason });
}

/** Everything a person could see of a value: all own properties, enumerable or not, through causes and collections. */
export function expose(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value === 'function') return `${value.name} ${expose(Object.assign({}, value), seen)}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const entries =
    value instanceof Map || value instanceof Set || value instanceof Headers ? Array.from(value, (item) => expose(item, seen)) : [];
  const properties = Reflect.ownKeys(value).map((key) => `${String(key)}: ${expose(Reflect.get(value, key), seen)}`);
  return [...entries, ...properties].join('\n');
}
