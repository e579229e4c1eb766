import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listLeft } from '../../scripts/generate/left.js';
import { createFolder } from './support/workshop.js';

const api = { name: 'shop', document: 'spec/shop/openapi.yaml', released: '', folder: 'generated/shop' };

function createProject(source: string): string {
  const folder = createFolder();
  for (const name of ['src', 'spec/shop/samples']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'src/tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [], "skipLibCheck": true } }');
  writeFileSync(join(folder, 'src/table.ts'), source);
  writeFileSync(join(folder, 'spec/shop/samples/list-items.ts'), '');
  return folder;
}

describe('what is left to do', () => {
  it('is told file by file: a sample for each operation, and what no longer compiles', { timeout: 60_000 }, async () => {
    const folder = createProject('type Step = "open" | "shut";\nexport const table: Record<Step, number> = {\n  open: 1,\n};\n');
    expect(await listLeft(folder, [{ api, operations: ['listItems', 'shutItem'] }])).toEqual([
      'spec/shop/samples/shut-item.ts\n  shutItem needs a sample.',
      expect.stringMatching(/^src\/table\.ts\n {2}line 2: Property 'shut' is missing/),
    ]);
  });

  it('is nothing where everything compiles and every operation has its sample', { timeout: 60_000 }, async () => {
    expect(await listLeft(createProject('export {};'), [{ api, operations: ['listItems'] }])).toEqual([]);
  });
});
