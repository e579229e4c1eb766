import { Comment, type DeclarationReflection, type ProjectReflection } from 'typedoc';
import { listOperations, textAt } from './document.js';
import { methodOf } from './methods.js';
import type { Section } from './search.js';
import type { Source } from './sources.js';
import { objectAt } from '../generate/json.js';

/** Adds to the doc comments what the document knows better. */
export function completeComments(project: ProjectReflection, sources: readonly Source[]): void {
  for (const { comment } of Object.values(project.reflections)) if (comment !== undefined) useDescription(comment);
  for (const source of sources) {
    describeSchemas(project, source);
    linkMethods(project, source);
  }
}

/** Each export, and each method of a client, as the search finds it. */
export function sectionsOf(project: ProjectReflection, urlOf: (reflection: DeclarationReflection) => string | undefined): Section[] {
  const modules = project.children ?? [];
  return modules.flatMap((module) =>
    (module.children ?? []).flatMap((child) => {
      const methods = child.name.endsWith('Client') ? (child.children ?? []) : [];
      return [child, ...methods].map((each) => {
        const place = each === child ? module.name : `${module.name} ${child.name}`;
        return { ...describe(each), title: `${each.name} (${place})`, url: `sdk/${urlOf(each) ?? 'index.html'}`, kind: 'SDK' };
      });
    }),
  );
}

function describe(child: DeclarationReflection): Pick<Section, 'text'> {
  const comment = child.comment ?? child.signatures?.[0]?.comment;
  const text = (comment?.summary ?? []).map((part) => part.text).join('');
  const members = (child.children ?? []).map(({ name }) => name).join(' ');
  return { text: `${text} ${members}`.trim() };
}

/** A `@description` is the summary of a comment that has none. */
function useDescription(comment: Comment): void {
  const description = comment.getTag('@description');
  if (description === undefined) return;
  if (comment.summary.length === 0) comment.summary = description.content;
  comment.removeTags('@description');
}

/** The schemas say nothing of themselves: what the document says of each goes with it. */
function describeSchemas(project: ProjectReflection, { api, document }: Source): void {
  const described = objectAt(objectAt(document['components'])['schemas']);
  const entry = api.name === 'neopay' ? 'paylinks/schemas' : `paylinks/${api.name}/schemas`;
  const module = project.children?.find(({ name }) => name === entry);
  for (const child of module?.children ?? []) {
    const text = textAt(described[child.name], 'description');
    if (child.comment === undefined && text !== '') child.comment = new Comment([{ kind: 'text', text }]);
  }
}

/** Leads from a method of a client to its operation in the API reference. */
function linkMethods(project: ProjectReflection, { api, document }: Source): void {
  for (const operation of listOperations(document)) {
    const found = methodOf(api.name, operation.id);
    if (found === undefined) continue;
    const method = project.getChildByName([found.module, found.client])?.getChildByName([found.name]);
    if (method === undefined || !method.isDeclaration())
      throw new Error(`${found.client} has no method ${found.name} for ${operation.id}: name one after it`);
    const text = `\n\nIn the API: [${operation.method} ${operation.path}](site:${api.name}/index.html#/other/${operation.id.toLowerCase()})`;
    for (const signature of method.signatures ?? []) {
      signature.comment ??= new Comment();
      signature.comment.summary.push({ kind: 'text', text });
    }
  }
}
