import { alternativesOf, childrenOf, type Shape } from './shape.js';

/** Component schemas so ordered that each stands after those it refers to; those that refer to one another in a circle stand together. */
export function groupsOf(components: ReadonlyMap<string, Shape>): { readonly names: readonly string[]; readonly recursive: boolean }[] {
  const references = new Map([...components].map(([name, shape]) => [name, referencesOf(shape).filter((other) => components.has(other))]));
  return circlesOf(references).map((names) => ({
    names,
    recursive: names.length > 1 || names.some((name) => references.get(name)?.includes(name)),
  }));
}

/** Names of the schemas that a shape refers to, at any depth. */
export function referencesOf(shape: Shape): string[] {
  const found = new Set<string>();
  const visit = (each: Shape): void => {
    if (each.reference !== undefined) found.add(each.reference);
    childrenOf(each).forEach(visit);
  };
  visit(shape);
  return [...found];
}

/** Schemas that must fit the very value they are asked about, round in a circle, so that no value ever gets a verdict. */
export function endlessNames(components: ReadonlyMap<string, Shape>): string[] {
  const direct = (shape: Shape): string[] => [
    ...(shape.reference === undefined ? [] : [shape.reference]),
    ...alternativesOf(shape).flatMap(direct),
  ];
  return circularNames(new Map([...components].map(([name, shape]) => [name, direct(shape)])));
}

function circularNames(references: ReadonlyMap<string, readonly string[]>): string[] {
  return circlesOf(references)
    .filter((names) => names.length > 1 || names.some((name) => references.get(name)?.includes(name)))
    .flat();
}

/** Schemas that contain themselves without an object between, such as a value that is a text or a list of such values. */
export function nestedNames(components: ReadonlyMap<string, Shape>): Set<string> {
  const bare = (shape: Shape): string[] => {
    const items = shape.list ? [...shape.list.prefix, ...(shape.list.items ? [shape.list.items] : [])] : [];
    return [...(shape.reference === undefined ? [] : [shape.reference]), ...[...alternativesOf(shape), ...items].flatMap(bare)];
  };
  const references = new Map([...components].map(([name, shape]) => [name, bare(shape)]));
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
