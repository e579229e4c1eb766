import ts from 'typescript';

/**
 * TypeScript takes a list of itself in a type alias but not in a member of an interface, which is where openapi-typescript puts every schema.
 * Schemas of that kind get an alias each, and refer to one another by it.
 */
export function nameRecursiveTypes(nodes: readonly ts.Node[], names: ReadonlySet<string>): ts.Node[] {
  if (names.size === 0) return [...nodes];
  const aliases: ts.Node[] = [];
  const named = nodes.map((node) => (isComponents(node) ? editSchemas(node, (member) => alias(member)) : node));
  return [...named, ...aliases];

  function alias(member: ts.PropertySignature): ts.PropertySignature {
    const name = nameOf(member);
    if (name === undefined || !member.type || !names.has(name)) return member;
    const { factory } = ts;
    aliases.push(factory.createTypeAliasDeclaration(undefined, aliasOf(name), undefined, replaceReferences(member.type, names)));
    return factory.updatePropertySignature(
      member,
      member.modifiers,
      member.name,
      member.questionToken,
      factory.createTypeReferenceNode(aliasOf(name)),
    );
  }
}

function isComponents(node: ts.Node): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === 'components';
}

function editSchemas(node: ts.InterfaceDeclaration, edit: (member: ts.PropertySignature) => ts.PropertySignature): ts.InterfaceDeclaration {
  const { factory } = ts;
  const members = node.members.map((member) => {
    if (!ts.isPropertySignature(member) || nameOf(member) !== 'schemas' || !member.type || !ts.isTypeLiteralNode(member.type))
      return member;
    const schemas = member.type.members.map((schema) => (ts.isPropertySignature(schema) ? edit(schema) : schema));
    return factory.updatePropertySignature(
      member,
      member.modifiers,
      member.name,
      member.questionToken,
      factory.createTypeLiteralNode(schemas),
    );
  });
  return factory.updateInterfaceDeclaration(node, node.modifiers, node.name, node.typeParameters, node.heritageClauses, members);
}

/** `components["schemas"]["Name"]` by the alias of the name. */
function replaceReferences(type: ts.TypeNode, names: ReadonlySet<string>): ts.TypeNode {
  const visit = (node: ts.Node): ts.Node => {
    const name = referenceOf(node);
    return name !== undefined && names.has(name)
      ? ts.factory.createTypeReferenceNode(aliasOf(name))
      : ts.visitEachChild(node, visit, undefined);
  };
  const [replaced] = ts.transform(type, [() => (root) => ts.visitNode(root, visit, ts.isTypeNode)]).transformed;
  return replaced ?? type;
}

function referenceOf(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType, indexType } = node;
  const inside =
    ts.isTypeReferenceNode(objectType.objectType) &&
    ts.isIdentifier(objectType.objectType.typeName) &&
    objectType.objectType.typeName.text === 'components';
  return inside && literalOf(objectType.indexType) === 'schemas' ? literalOf(indexType) : undefined;
}

function literalOf(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function nameOf({ name }: ts.PropertySignature): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
}

function aliasOf(name: string): string {
  return `Recursive_${name.replace(/[^\p{ID_Continue}]/gu, (character) => `$${character.codePointAt(0) ?? 0}`)}`;
}
