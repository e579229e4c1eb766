import { readFileSync } from 'node:fs';
import { here } from '../place.js';

/** A function, constant or type of the files beside this one, as generated files carry it. */
interface Piece {
  readonly name: string;
  readonly isFunction: boolean;
  readonly text: string;
}

const cached = new Map<string, readonly Piece[]>();

export type RuntimeFile = 'issues' | 'values' | 'formats' | 'zod';

/** Source of those functions of the files that the text calls, of the types it names, and of what they are made of. */
export function runtimeFor(text: string, files: readonly RuntimeFile[]): string {
  const pieces = files.flatMap(readPieces);
  const wanted = new Set(usedIn(text, pieces));
  for (const piece of wanted) for (const other of usedIn(piece.text, pieces)) wanted.add(other);
  return pieces
    .filter((piece) => wanted.has(piece))
    .map((piece) => piece.text)
    .join('\n\n');
}

/** Names that the functions of the files take in a generated file. */
export function runtimeNames(files: readonly RuntimeFile[]): string[] {
  return files.flatMap(readPieces).map(({ name }) => name);
}

function usedIn(text: string, pieces: readonly Piece[]): Piece[] {
  const called = new Set(Array.from(text.matchAll(/(?<![.\w$])(\w+)[(<]/g), ([, name]) => name));
  return pieces.filter(({ name, isFunction }) => (isFunction ? called.has(name) : new RegExp(`\\b${name}\\b`).test(text)));
}

function readPieces(file: RuntimeFile): readonly Piece[] {
  const pieces = cached.get(file) ?? piecesOf(readFileSync(new URL(`runtime/${file}.ts`, here), 'utf8'));
  cached.set(file, pieces);
  return pieces;
}

function piecesOf(source: string): Piece[] {
  return source.split(/\n(?=\n?(?:\/\*\*|export |const |function |type ))(?<!\*\/\n)/).flatMap((chunk) => {
    const [, keyword, name] = /^(?:export )?(function|const|type|interface) (\w+)/m.exec(chunk) ?? [];
    return name === undefined
      ? []
      : [{ name, isFunction: keyword === 'function', text: chunk.trim().replace(/^export (?!interface)/m, '') }];
  });
}
