import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { apis, type Api } from '../apis.js';
import { here } from './place.js';
import { isSwallowed } from './swallowed.js';

const usage = `npm run generate -- [options]
  --api NAME   one of this project's APIs (${apis.map(({ name }) => name).join(', ')}) instead of all
  --check      write nothing; list stale files and exit with 1
  --watch      generate again on every save
  --spec FILE  another OpenAPI document; needs --out
  --out DIR    where to write its files`;

/** A document, and where its files go. */
export interface Target {
  /** The project's API that it is; nothing for any other document. */
  readonly api?: Api;
  readonly spec: string;
  readonly out: string;
}

export interface Options {
  readonly check: boolean;
  readonly watch: boolean;
  readonly targets: readonly Target[];
}

/** What the command line asks for; nothing when it cannot be read, which has then been said. */
export function readOptions(args: string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        check: { type: 'boolean', default: isSwallowed('check') },
        watch: { type: 'boolean', default: isSwallowed('watch') },
        api: { type: 'string' },
        spec: { type: 'string' },
        out: { type: 'string' },
      },
    });
    const { check, watch, ...named } = values;
    for (const [name, value] of Object.entries(named)) if (value === '') throw new Error(`--${name} is empty.`);
    return { check, watch, targets: targetsOf(named) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return undefined;
  }
}

interface Named {
  readonly api?: string | undefined;
  readonly spec?: string | undefined;
  readonly out?: string | undefined;
}

function targetsOf({ api: wanted, spec, out }: Named): readonly Target[] {
  if (spec !== undefined && wanted !== undefined) throw new Error('--api and --spec each name a document; give one of them.');
  if (spec !== undefined && out === undefined) throw new Error('--spec needs --out, so that the files of this project stay as they are.');
  if (spec === undefined && out !== undefined) throw new Error('--out needs --spec, the document to generate from.');
  if (spec !== undefined && out !== undefined) return [{ spec: resolve(spec), out: resolve(out) }];
  const chosen = apis.filter(({ name }) => wanted === undefined || name === wanted);
  if (chosen.length === 0)
    throw new Error(`--api ${wanted} is none of this project's; they are ${apis.map(({ name }) => name).join(', ')}.`);
  return chosen.map((api) => ({ api, spec: inProject(api.document), out: inProject(api.folder) }));
}

function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, here));
}
