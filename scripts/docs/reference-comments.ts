import { Comment, type ProjectReflection } from 'typedoc';
import { listOperations, textAt } from './document.js';
import { methodOf } from './samples.js';
import { objectAt, type JsonObject } from '../generate/json.js';

/** Adds to the doc comments what the document knows better. */
export function completeComments(project: ProjectReflection, document: JsonObject): void {
  for (const { comment } of Object.values(project.reflections)) if (comment !== undefined) useDescription(comment);
  describeSchemas(project, document);
  linkMethods(project, document);
}

/** A `@description` is the summary of a comment that has none. */
function useDescription(comment: Comment): void {
  const description = comment.getTag('@description');
  if (description === undefined) return;
  if (comment.summary.length === 0) comment.summary = description.content;
  comment.removeTags('@description');
}

/** The schemas say nothing of themselves: what the document says of each goes with it. */
function describeSchemas(project: ProjectReflection, document: JsonObject): void {
  const described = objectAt(objectAt(document['components'])['schemas']);
  const module = project.children?.find(({ name }) => name === 'paylinks/schemas');
  for (const child of module?.children ?? []) {
    const text = textAt(described[child.name], 'description');
    if (child.comment === undefined && text !== '') child.comment = new Comment([{ kind: 'text', text }]);
  }
}

/** Leads from a method of the client to its operation in the API reference. */
function linkMethods(project: ProjectReflection, document: JsonObject): void {
  const client = project.getChildByName(['paylinks', 'LinksClient']);
  for (const operation of listOperations(document)) {
    const method = client?.getChildByName([methodOf(operation)]);
    if (method === undefined || !method.isDeclaration())
      throw new Error(`LinksClient has no method for ${operation.id}: name one after it`);
    const text = `\n\nIn the API: [${operation.method} ${operation.path}](site:index.html#/other/${operation.id.toLowerCase()})`;
    for (const signature of method.signatures ?? []) {
      signature.comment ??= new Comment();
      signature.comment.summary.push({ kind: 'text', text });
    }
  }
}
