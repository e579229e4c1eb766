import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Change } from './change.js';

const cli = fileURLToPath(new URL('../../node_modules/@redocly/cli/bin/cli.js', import.meta.url));
const config = fileURLToPath(new URL('redocly.yaml', import.meta.url));

/** What this script reads of Redocly's report. */
const Report = z.object({
  changes: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(['added', 'removed', 'modified']),
      impact: z.enum(['patch', 'minor', 'major']),
      property: z.string().optional(),
      verdicts: z.array(z.object({ message: z.string() })),
    }),
  ),
});

type Found = z.infer<typeof Report>['changes'][number];

/** What changed from one document to another, as Redocly rates it. */
export async function documentChanges(base: string, revision: string): Promise<Change[]> {
  const { changes } = Report.parse(JSON.parse(await runDiff(base, revision)));
  return changes
    .filter(({ path, property }) => !(path === '#/info' && property === 'version'))
    .map(({ impact, ...found }) => ({ impact, text: describeFound(found) }));
}

function runDiff(base: string, revision: string): Promise<string> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_SUPPRESS_NOTIFICATIONS: 'true' };
  const args = [cli, 'diff', base, revision, '--config', config, '--format', 'json', '--fail-on', 'none'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trimStart().startsWith('{')) resolve(stdout);
      else reject(new Error(`redocly diff gave no report: ${stderr || (error?.message ?? stdout)}`));
    });
  });
}

function describeFound({ path, kind, property, verdicts }: Omit<Found, 'impact'>): string {
  const [verdict] = verdicts;
  const place = describePlace(path);
  if (verdict) return `${place}: ${verdict.message}`;
  if (property === undefined) return `${place} was ${kind}.`;
  const verb = { added: 'was added', removed: 'was removed', modified: 'changed' }[kind];
  return `${place}: \`${property}\` ${verb}.`;
}

/** `#/paths/~1links/post/requestBody/…/properties/settings` as `POST /links, request, settings`. */
export function describePlace(path: string): string {
  const parts = path
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const [first, second, third, ...rest] = parts;
  if (first === 'paths' && second !== undefined)
    return [third === undefined ? second : `${third.toUpperCase()} ${second}`, ...within(rest)].join(', ');
  if (first === 'components' && third !== undefined) return [`${third} (${second ?? ''})`, ...within(rest)].join(', ');
  return parts.join(', ');
}

function within(parts: readonly string[]): string[] {
  const words = parts.map((part, index) => {
    const before = parts[index - 1];
    if (before === 'properties' || before === 'parameters' || before === 'headers') return `\`${part}\``;
    if (before === 'responses') return `response ${part}`;
    return (
      { requestBody: 'request', items: 'each item' }[part] ??
      (before === 'content' || noise.includes(part) || /^\d+$/.test(part) ? '' : part)
    );
  });
  return words.filter((word) => word !== '');
}

const noise = ['content', 'schema', 'properties', 'responses', 'parameters', 'headers', 'oneOf', 'anyOf', 'allOf'];
