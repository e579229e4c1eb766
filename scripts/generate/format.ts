import * as prettier from 'prettier';

const header = '// Made from the OpenAPI document by `npm run generate`; change the document, not this file.\n\n';

/** Generated TypeScript in the project's style; JSON stays as it is. */
export async function format(contents: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const formatted = [...contents].map(async ([name, text]): Promise<[string, string]> => [
    name,
    name.endsWith('.ts') ? await formatCode(text) : text,
  ]);
  return new Map(await Promise.all(formatted));
}

function formatCode(text: string): Promise<string> {
  return prettier.format(header + text, { parser: 'typescript', printWidth: 140, singleQuote: true });
}
