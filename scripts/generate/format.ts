import babel from 'prettier/plugins/babel';
import estree from 'prettier/plugins/estree';
import { format as prettify } from 'prettier/standalone';

/** The first line of every generated file of code. */
export const header = '// Made from the OpenAPI document by `npm run generate`; change the document, not this file.\n\n';

// Prettier takes seconds per megabyte, most of the time a large document would need; nobody reads that much, so plain indentation does.
const prettiest = 256 * 1024;

// While watching, a save seldom changes more than one or two of the files.
const earlier = new Map<string, Promise<string>>();

/** A generated file in the project's style, with a line on top that says where it comes from. */
export async function format(code: string): Promise<string> {
  const text = header + code;
  if (text.length > prettiest) return /^ /m.test(text) ? text : indent(text);
  const formatted = earlier.get(text) ?? beautify(text);
  earlier.delete(text);
  earlier.set(text, formatted);
  for (const oldest of earlier.keys()) if (earlier.size > 12) earlier.delete(oldest);
  return formatted;
}

async function beautify(text: string): Promise<string> {
  return prettify(text, { parser: 'babel-ts', plugins: [babel, estree], printWidth: 140, singleQuote: true });
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
