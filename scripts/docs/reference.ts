import { fileURLToPath } from 'node:url';
import { Application, type TypeDocOptions } from 'typedoc';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each entry of the package is called and where its names come from. */
export const entries = { paylinks: 'src/index.ts', 'paylinks/sandbox': 'src/sandbox/index.ts', 'paylinks/schemas': 'generated/schemas.ts' } as const;

/** The SDK's own reference, from its doc comments. */
export async function buildReference(out: string): Promise<void> {
  const application = await Application.bootstrap({ ...options, out });
  const project = await application.convert();
  if (project === undefined || application.logger.hasErrors()) throw new Error('TypeDoc could not read the sources: see its messages above');
  project.children?.forEach((module) => {
    const [name] = Object.entries(entries).find(([, file]) => module.sources?.some(({ fullFileName }) => fullFileName.endsWith(file))) ?? [];
    module.name = name ?? module.name;
  });
  await application.generateDocs(project, out);
}

const options: TypeDocOptions = {
  name: 'paylinks',
  basePath: root,
  entryPoints: Object.values(entries).map((file) => `${root}${file}`),
  tsconfig: `${root}tsconfig.json`,
  readme: 'none',
  disableSources: true,
  excludePrivate: true,
  excludeInternal: true,
  includeVersion: true,
  hideGenerator: true,
  navigationLinks: { 'API reference': '../index.html' },
  customCss: `${root}scripts/docs/reference.css`,
  githubPages: false,
  logLevel: 'Warn',
};
