import { Source, YamlParseError } from '@redocly/openapi-core';

const margin = ' '.repeat(200);

/** The text with the line indented further where the parser found it too far left inside brackets or quotes, where indentation means nothing. */
export function indented(source: Source, error: unknown): Source | undefined {
  if (!(error instanceof YamlParseError) || !error.message.startsWith('deficient indentation')) return undefined;
  const lines = source.body.split('\n');
  const line = lines[error.line - 1];
  if (line === undefined || line.startsWith(margin)) return undefined;
  return new Source(source.absoluteRef, lines.with(error.line - 1, margin + line).join('\n'), source.mimeType);
}
