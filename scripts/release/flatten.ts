import ts from 'typescript';
import { isHidden, textOf } from './declaration-text.js';

type Named = ts.InterfaceDeclaration | ts.ClassDeclaration;
type Valued = ts.VariableDeclaration | ts.PropertySignature | ts.PropertyDeclaration;

/** Spreads declarations over lines as they are written, so that a change of one member is a change of one line. */
export class Flattener {
  readonly #checker: ts.TypeChecker;
  readonly #isOurs: (file: string) => boolean;
  readonly #prefix: string;
  readonly #lines: string[] = [];
  readonly #labels = new Map<ts.Symbol, string>();
  readonly #waiting: ts.Symbol[] = [];

  /** Takes up declarations in files that are ours; what comes from elsewhere is known by its name alone. */
  constructor(checker: ts.TypeChecker, isOurs: (file: string) => boolean, prefix: string) {
    this.#checker = checker;
    this.#isOurs = isOurs;
    this.#prefix = prefix;
  }

  /** Takes up a name, and with it every declaration that it mentions. */
  add(symbol: ts.Symbol): void {
    const target = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    const ours = target.declarations?.some((declaration) => this.#isOurs(declaration.getSourceFile().fileName));
    if (!ours || this.#labels.has(target)) return;
    const twins = [...this.#labels.keys()].filter(({ name }) => name === target.name).length;
    this.#labels.set(target, `${this.#prefix}${target.name}${twins > 0 ? `#${twins + 1}` : ''}`);
    this.#waiting.push(target);
  }

  lines(): readonly string[] {
    for (let symbol = this.#waiting.pop(); symbol; symbol = this.#waiting.pop()) {
      const label = this.#labels.get(symbol) ?? symbol.name;
      for (const declaration of symbol.declarations ?? []) this.#declare(label, declaration);
    }
    return this.#lines;
  }

  #declare(name: string, node: ts.Declaration): void {
    if (ts.isTypeParameterDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) this.#named(`${name}${parametersOf(node)}`, node);
    else if (ts.isTypeAliasDeclaration(node)) this.#type(`${name}${parametersOf(node)}`, node.type);
    else if (ts.isFunctionDeclaration(node)) this.#signature(name, node);
    else if (ts.isVariableDeclaration(node)) this.#value(name, node);
    else this.#line(name, node);
  }

  #named(name: string, node: Named): void {
    for (const clause of node.heritageClauses ?? []) this.#line(`${name} ${ts.tokenToString(clause.token) ?? ''}`, ...clause.types);
    this.#members(name, node.members);
    if (ts.isClassDeclaration(node)) this.#construction(name, node);
  }

  /** How a class is constructed, by a constructor of its own or by that of the class it extends. */
  #construction(name: string, node: ts.ClassDeclaration): void {
    const symbol = node.name && this.#checker.getSymbolAtLocation(node.name);
    const signatures = symbol ? this.#checker.getTypeOfSymbolAtLocation(symbol, node).getConstructSignatures() : [];
    for (const { declaration } of signatures) {
      if (!declaration || !ts.isConstructorDeclaration(declaration)) continue;
      this.#mentionAll(declaration.parameters);
      this.#lines.push(`${name} new: (${parameterList(declaration)})`);
    }
  }

  #members(place: string, members: readonly (ts.TypeElement | ts.ClassElement)[]): void {
    for (const member of members) {
      if (isHidden(member) || ts.isConstructorDeclaration(member)) continue;
      if (ts.isIndexSignatureDeclaration(member)) this.#line(`${place}[]`, member.type);
      else this.#member(`${place}.${member.name?.getText() ?? ''}${'questionToken' in member && member.questionToken ? '?' : ''}`, member);
    }
  }

  #member(place: string, member: ts.TypeElement | ts.ClassElement): void {
    if (ts.isPropertySignature(member) || ts.isPropertyDeclaration(member)) this.#value(place, member);
    else if (ts.isMethodSignature(member) || ts.isMethodDeclaration(member) || ts.isGetAccessor(member)) this.#signature(place, member);
    else this.#line(place, member);
  }

  #value(place: string, node: Valued): void {
    const initializer = 'initializer' in node ? node.initializer : undefined;
    if (node.type) this.#type(place, node.type);
    else if (initializer && ts.isArrowFunction(initializer)) this.#signature(place, initializer);
    else this.#lines.push(`${place}: ${this.#written(this.#checker.getTypeAtLocation(node))}`);
  }

  /** A union is a line per member, an object a line per property. */
  #type(place: string, node: ts.TypeNode): void {
    if (ts.isParenthesizedTypeNode(node)) this.#type(place, node.type);
    else if (ts.isUnionTypeNode(node)) for (const member of node.types) this.#type(place, member);
    else if (ts.isTypeLiteralNode(node)) this.#members(place, node.members);
    else if (ts.isFunctionTypeNode(node)) this.#signature(place, node);
    else this.#line(place, node);
  }

  /** The types of what goes in and comes out; how parameters are called is no promise. */
  #signature(place: string, node: ts.SignatureDeclaration): void {
    const signature = node.type ? undefined : this.#checker.getSignatureFromDeclaration(node);
    const returned = node.type ? textOf(node.type) : signature ? this.#written(signature.getReturnType()) : 'unknown';
    this.#mentionAll([...(node.typeParameters ?? []), ...node.parameters, ...(node.type ? [node.type] : [])]);
    this.#lines.push(`${place}: ${parametersOf(node)}(${parameterList(node)}) => ${returned}`);
  }

  #line(place: string, ...nodes: readonly ts.Node[]): void {
    this.#mentionAll(nodes);
    this.#lines.push(`${place}: ${nodes.map(textOf).join(', ')}`);
  }

  #written(type: ts.Type): string {
    return this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  }

  /** Takes up every type that is named inside nodes. */
  #mentionAll(nodes: readonly ts.Node[]): void {
    for (const node of nodes) {
      const named = ts.isTypeReferenceNode(node) ? node.typeName : ts.isTypeQueryNode(node) ? node.exprName : expressionOf(node);
      const symbol = named && this.#checker.getSymbolAtLocation(named);
      if (symbol) this.add(symbol);
      ts.forEachChild(node, (child) => this.#mentionAll([child]));
    }
  }
}

function expressionOf(node: ts.Node): ts.Node | undefined {
  return ts.isExpressionWithTypeArguments(node) ? node.expression : undefined;
}

function parametersOf({ typeParameters }: { readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> | undefined }): string {
  return typeParameters ? `<${typeParameters.map(textOf).join(', ')}>` : '';
}

function parameterList({ parameters }: ts.SignatureDeclaration): string {
  const texts = parameters.map(({ type, questionToken, initializer, dotDotDotToken }) => {
    return `${dotDotDotToken ? '...' : ''}${type ? textOf(type) : 'unknown'}${(questionToken ?? initializer) ? '?' : ''}`;
  });
  return texts.join(', ');
}
