import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apis, type Api } from '../apis.js';
import type { JsonObject } from '../generate/json.js';
import { readDocument } from './document.js';
import { readSamples, type Samples } from './samples.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the pages of one API are made from. */
export interface Source {
  readonly api: Api;
  readonly document: JsonObject;
  readonly samples: Samples;
}

/** Reads what the pages of every API that shops call are made from: the control of a sandbox has no samples, and stands in the guide. */
export async function readSources(): Promise<Source[]> {
  return Promise.all(
    apis
      .filter(({ name }) => existsSync(join(root, 'spec', name, 'samples')))
      .map(async (api) => ({
        api,
        document: await readDocument(join(root, api.document)),
        samples: await readSamples(join(root, 'spec', api.name, 'samples')),
      })),
  );
}
