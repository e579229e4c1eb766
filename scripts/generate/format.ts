import * as prettier from 'prettier';

const header = '// Made from the OpenAPI document by `npm run generate`; change the document, not this file.\n\n';

// Prettier takes seconds per megabyte, most of the time a large document would need; nobody reads that much, so plain indentation does.
const prettiest = 256 * 1024;

/** Generated TypeScript in the project's style; JSON stays as it is. */
export async function format(contents: ReadonlyMap<string, string | Promise<string>>): Promise<Map<string, string>> {
  const formatted = [...contents].map(async ([name, text]): Promise<[string, string]> => [
    name,
    name.endsWith('.ts') ? await formatCode(header + (await text)) : await text,
  ]);
  return new Map(await Promise.all(formatted));
}

// While watching, a save seldom changes more than one or two of the files.
const earlier = new Map<string, Promise<string>>();

function formatCode(text: string): Promise<string> | string {
  if (text.length > prettiest) return /^ /m.test(text) ? text : indent(text);
  const formatted = earlier.get(text) ?? prettier.format(text, { parser: 'babel-ts', printWidth: 140, singleQuote: true });
  earlier.delete(text);
  earlier.set(text, formatted);
  for (const oldest of earlier.keys()) if (earlier.size > 12) earlier.delete(oldest);
  return formatted;
}

/** Indents by the brackets that end and begin lines. */
function indent(text: string): string {
  let depth = 0;
  const lines = text.split('\n').map((line) => {
    const bare = line.trim();
    if (/^[)\]}]/.test(bare)) depth -= 1;
    const indented = bare === '' ? '' : `${'  '.repeat(Math.max(depth, 0))}${bare}`;
    if (/[([{]$/.test(bare)) depth += 1;
    return indented;
  });
  return `${lines.join('\n').trimEnd()}\n`;
}
