export function record(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Reads a member whose name objects inherit, such as `constructor`, only when the value itself has it. */
export function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Characters as JSON Schema counts them: a surrogate pair is one. */
export function lengthOf(text: string): number {
  let pairs = 0;
  for (let index = 1; index < text.length; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) pairs += 1;
  }
  return text.length - pairs;
}

/** Whether the decimal number as it is written is a multiple of `step / scale`; `scale` is a power of ten. */
export function multiple(value: number, step: number, scale: number): boolean {
  const scaled = Math.round(value * scale);
  return scaled / scale === value && scaled % step === 0;
}

/** Whether the decimal number as it is written has no more digits after its point than `scale`, a power of ten, has zeros. */
export function fitsDecimals(value: number, scale: number): boolean {
  return Number.isInteger(value) || Math.round(value * scale) / scale === value;
}

export function countOf(value: Record<string, unknown>): number {
  let count = 0;
  for (const key in value) if (Object.hasOwn(value, key)) count += 1;
  return count;
}

/** Equality of JSON values. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (list(one)) return list(other) && one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (!record(one) || !record(other) || countOf(one) !== countOf(other)) return false;
  return Object.keys(one).every((key) => Object.hasOwn(other, key) && same(one[key], other[key]));
}

export function distinct(items: readonly unknown[]): boolean {
  const scalars = new Set<unknown>();
  const others: unknown[] = [];
  for (const item of items) {
    const scalar = typeof item !== 'object' || item === null;
    if (scalar ? scalars.has(item) : others.some((other) => same(other, item))) return false;
    if (scalar) scalars.add(item);
    else others.push(item);
  }
  return true;
}
