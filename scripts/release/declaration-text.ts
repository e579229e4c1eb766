import ts from 'typescript';

const printer = ts.createPrinter({ removeComments: true });

/** A piece of a declaration on one line, without its comments. */
export function textOf(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/\s+/g, ' ').trim();
}

/** Whether a member is there for the class alone. */
export function isHidden(member: ts.TypeElement | ts.ClassElement): boolean {
  const isPrivate = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;
  return isPrivate || (member.name !== undefined && ts.isPrivateIdentifier(member.name));
}
