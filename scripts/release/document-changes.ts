import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { JsonObject } from '../generate/json.js';
import { resolve as resolvePointer } from '../generate/pointer.js';
import { nameOfFile } from '../generate/problems.js';
import type { Change } from './change.js';
import { nameParameters } from './parameters.js';
import { describePlace, type NameOf } from './place.js';

const cli = fileURLToPath(new URL('../../node_modules/@redocly/cli/bin/cli.js', import.meta.url));
const config = fileURLToPath(new URL('redocly.yaml', import.meta.url));

const Side = z.object({ file: z.string(), pointer: z.string(), line: z.number().optional(), value: z.unknown().optional() });

/** What this script reads of Redocly's report. */
const Report = z.object({
  changes: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(['added', 'removed', 'modified']),
      impact: z.enum(['patch', 'minor', 'major']),
      property: z.string().optional(),
      verdicts: z.array(z.object({ message: z.string() })),
      base: Side.optional(),
      revision: Side.optional(),
    }),
  ),
});

type Found = z.infer<typeof Report>['changes'][number];

/** The two documents, each bundled into one object. */
export interface Bundles {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** What changed from one document to another, as Redocly rates it; the statuses and their transitions are rated elsewhere. */
export async function documentChanges(base: string, revision: string, bundles: Bundles): Promise<Change[]> {
  const { changes } = Report.parse(JSON.parse(await runDiff(base, revision)));
  const nameOf = nameParameters(bundles.after, bundles.before);
  // What stands in a file of its own on one side only has neither come nor gone.
  const moved = ({ path, kind }: Found): boolean =>
    kind !== 'modified' &&
    path.startsWith('#/components/') &&
    Object.values(bundles).every((bundle) => resolvePointer(bundle, path) !== undefined);
  return changes
    .filter((found) => !moved(found) && !(found.path === '#/info' && found.property === 'version'))
    .filter(({ path }) => !/\/x-(transition|lifecycle)(\/|$)/.test(path))
    .map((found) => ({ impact: found.impact, text: describeFound(found, nameOf), ...positionOf(found) }));
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

function positionOf({ base, revision }: Found): Pick<Change, 'position'> {
  const side = revision ?? base;
  return side?.line === undefined ? {} : { position: `${nameOfFile(side.file)}:${side.line}` };
}

function describeFound({ path, kind, property, verdicts, base, revision }: Found, nameOf: NameOf): string {
  const side = revision ?? base;
  const place = describePlace(path, side?.pointer ?? '', nameOf);
  if (verdicts.length > 0) return `${place}: ${verdicts.map(({ message }) => message).join(' ')}`;
  if (property === undefined) return `${place} was ${kind}.`;
  const [before, after] = [shorten(base?.value), shorten(revision?.value)];
  if (base?.value === undefined) return `${place}: \`${property}\`${after && ` ${after}`} was added.`;
  if (revision?.value === undefined) return `${place}: \`${property}\`${before && ` ${before}`} was removed.`;
  return `${place}: \`${property}\` changed${before && after && ` from ${before} to ${after}`}.`;
}

/** A value as it is written, or nothing when it is too long to be read in passing. */
function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? '' : text;
}
