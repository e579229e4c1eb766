const largest = 64 * 1024;
const deepest = 32;
const cut = '…';

interface Room {
  /** Bytes of JSON that may still be written. */
  left: number;
}

/** A copy of plain data that makes at most 64 KiB of JSON, 32 levels deep; what does not fit is cut off and marked with an ellipsis. */
export function excerpt(value: unknown): unknown {
  // The rest is for the marks of what was cut, of which each level may hold one.
  return copy(value, 0, { left: largest - 1024 });
}

function copy(value: unknown, depth: number, room: Room): unknown {
  if (typeof value === 'string') return text(value, room);
  if (typeof value === 'bigint' || typeof value === 'symbol') return text(String(value), room);
  if (typeof value === 'function') return undefined;
  room.left -= 24;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return cut;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return Array.isArray(value) ? list(value, depth, room) : members(value, depth, room);
}

function text(value: string, room: Room): string {
  const whole = bytesOf(value);
  if (whole <= room.left) {
    room.left -= whole;
    return value;
  }
  // One character takes six bytes at most.
  const part = value.slice(0, Math.max(0, Math.floor(room.left / 6)));
  room.left = 0;
  return part + cut;
}

function bytesOf(value: string): number {
  return value.length > largest ? Number.POSITIVE_INFINITY : new TextEncoder().encode(JSON.stringify(value)).byteLength + 2;
}

function list(value: readonly unknown[], depth: number, room: Room): unknown[] {
  const copies: unknown[] = [];
  for (const item of value) {
    if (room.left <= 0) return [...copies, cut];
    copies.push(copy(item, depth + 1, room));
  }
  return copies;
}

function members(value: object, depth: number, room: Room): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    if (room.left <= 0) return Object.fromEntries([...entries, [cut, cut]]);
    entries.push([text(key, room), copy(read(value, key), depth + 1, room)]);
  }
  return Object.fromEntries(entries);
}

function read(value: object, key: string): unknown {
  try {
    return Reflect.get(value, key);
  } catch {
    // A getter that throws.
    return undefined;
  }
}
