import ts from 'typescript';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Link, LinksClient, NewLink, PaymentLink } from '../../src/index.js';
import { CreateLinkInput } from '../../src/schemas.js';

const file = 'test/neopay/editor-buffer.ts';

/** What the compiler and an editor say about a program that uses the client. */
function openEditor(text: string): { errors(): string[]; documentationOf(word: string): string; typeOf(word: string): string } {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ ...options, noEmit: true, composite: false, incremental: false }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const source = name.endsWith(file) ? text : ts.sys.readFile(name);
      return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name.endsWith(file) || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
  };
  const service = ts.createLanguageService(host);
  const hover = (word: string): ts.QuickInfo | undefined => service.getQuickInfoAtPosition(file, text.lastIndexOf(word));
  return {
    errors: () => service.getSemanticDiagnostics(file).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    documentationOf(word) {
      const { documentation, tags = [] } = hover(word) ?? {};
      return [documentation, ...tags.map((tag) => tag.text)].map((parts) => ts.displayPartsToString(parts)).join('\n');
    },
    typeOf: (word) => ts.displayPartsToString(hover(word)?.displayParts),
  };
}

describe('Link', () => {
  const editor = openEditor(`
    import type { CreateLinkInput, Link, LinksClient } from '../../src/index.js';
    export async function use(links: LinksClient, draft: Link<'draft'>, input: CreateLinkInput): Promise<unknown> {
      const live = await links.publish(draft);
      await links.publish(live);
      return [live.slug, live.amount, live.created_at, input.product, input.description, input.communication, input.expired_at, input.settings?.theme?.logoType];
    }`);

  it('is named by its status in a hover', () => {
    expect(editor.typeOf('live.slug')).toBe('const live: Link<"published">');
  });

  it('whose status does not fit is refused in a few lines that name both', () => {
    const errors = editor.errors();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.split('\n').length).toBeLessThanOrEqual(5);
    expect(errors[0]).toMatch(/^Argument of type 'Link<"published">' is not assignable/);
    expect(errors[0]).toMatch(/'"published"' is not assignable to type '"draft"'\.$/);
  });

  it.each(['slug', 'amount', 'created_at', 'product', 'description', 'communication', 'expired_at', 'settings', 'theme', 'logoType'])(
    'shows the text of %s in a hover',
    (field) => {
      expect(editor.documentationOf(field).length).toBeGreaterThan(20);
    },
  );

  it.each([
    ['product', '50'],
    ['description', '150'],
    ['communication', '18'],
  ])('shows the limit of %s in a hover', (field, limit) => {
    expect(editor.documentationOf(field)).toContain(`${limit} characters`);
  });
});

describe('PaymentLink', () => {
  it('is the union over the statuses', () => {
    expectTypeOf<PaymentLink>().toEqualTypeOf<Link<'draft'> | Link<'published'> | Link<'unpublished'> | Link<'closed'> | Link<'unknown'>>();
    expectTypeOf<NewLink>().toEqualTypeOf<Link<'draft'>>();
  });
});

describe('CreateLinkInput', () => {
  it('takes what the schema of the same name gives, with exact optional properties', () => {
    const create = (links: LinksClient, body: unknown): Promise<NewLink> => links.create(CreateLinkInput.parse(body));
    const spread = (links: LinksClient, note: string | undefined): Promise<NewLink> =>
      links.create({ product: 'x', amount: 1, description: note, settings: { theme: { logo: note } } });
    expectTypeOf(create).returns.resolves.toEqualTypeOf<NewLink>();
    expectTypeOf(spread).returns.resolves.toEqualTypeOf<NewLink>();
  });
});
