import { inPlaceOf, childrenOf, type SchemaModel } from './model.js';

/** Component schemas so ordered that each stands after those it refers to; those that refer to one another in a circle stand together. */
export function groupsOf(
  components: ReadonlyMap<string, SchemaModel>,
): { readonly names: readonly string[]; readonly recursive: boolean }[] {
  const references = new Map([...components].map(([name, model]) => [name, referencesOf(model).filter((other) => components.has(other))]));
  return circlesOf(references).map((names) => ({
    names,
    recursive: names.length > 1 || names.some((name) => references.get(name)?.includes(name)),
  }));
}

/** Names of the schemas that a model refers to, at any depth. */
export function referencesOf(model: SchemaModel): string[] {
  const found = new Set<string>();
  const visit = (each: SchemaModel): void => {
    if (each.$ref !== undefined) found.add(each.$ref);
    childrenOf(each).forEach(visit);
  };
  visit(model);
  return [...found];
}

/** Schemas that must fit the very value they are asked about, round in a circle, so that no value ever gets a verdict. */
export function endlessNames(components: ReadonlyMap<string, SchemaModel>): string[] {
  const direct = (model: SchemaModel): string[] => [...(model.$ref === undefined ? [] : [model.$ref]), ...inPlaceOf(model).flatMap(direct)];
  return circularNames(new Map([...components].map(([name, model]) => [name, direct(model)])));
}

function circularNames(references: ReadonlyMap<string, readonly string[]>): string[] {
  return circlesOf(references)
    .filter((names) => names.length > 1 || names.some((name) => references.get(name)?.includes(name)))
    .flat();
}

/** Schemas that contain themselves without an object between, such as a value that is a text or a list of such values. */
export function nestedNames(components: ReadonlyMap<string, SchemaModel>): Set<string> {
  const bare = (model: SchemaModel): string[] => {
    const { array } = model;
    const items = array ? [...array.prefixItems, ...(array.items ? [array.items] : [])] : [];
    return [...(model.$ref === undefined ? [] : [model.$ref]), ...[...inPlaceOf(model), ...items].flatMap(bare)];
  };
  const references = new Map([...components].map(([name, model]) => [name, bare(model)]));
  return new Set(circularNames(references));
}

/** Tarjan's strongly connected components, dependencies first. */
function circlesOf(references: ReadonlyMap<string, readonly string[]>): string[][] {
  const indices = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const closed: string[][] = [];

  const visit = (name: string): number => {
    const index = indices.size;
    indices.set(name, index);
    open.push(name);
    isOpen.add(name);
    let low = index;
    for (const other of references.get(name) ?? []) {
      if (!indices.has(other)) low = Math.min(low, visit(other));
      else if (isOpen.has(other)) low = Math.min(low, indices.get(other) ?? low);
    }
    if (low === index) closed.push(closeDownTo(name));
    return low;
  };

  const closeDownTo = (name: string): string[] => {
    const names = open.splice(open.lastIndexOf(name)).reverse();
    for (const each of names) isOpen.delete(each);
    return names;
  };

  for (const name of references.keys()) if (!indices.has(name)) visit(name);
  return closed;
}
