import ts from 'typescript';

/** Spreads declarations over lines as they are written, so that a change of one member is a change of one line. */
export class Flattener {
  readonly #checker: ts.TypeChecker;
  readonly #folder: string;
  readonly #lines: string[] = [];
  readonly #taken = new Set<ts.Symbol>();
  readonly #waiting: ts.Symbol[] = [];

  /** Takes up declarations inside the folder; what comes from elsewhere is known by its name alone. */
  constructor(checker: ts.TypeChecker, folder: string) {
    this.#checker = checker;
    this.#folder = folder;
  }

  /** Takes up a name, and with it every declaration that it mentions. */
  add(symbol: ts.Symbol): void {
    const target = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    const ours = target.declarations?.some((declaration) => declaration.getSourceFile().fileName.startsWith(this.#folder));
    if (!ours || this.#taken.has(target)) return;
    this.#taken.add(target);
    this.#waiting.push(target);
  }

  lines(): readonly string[] {
    for (let symbol = this.#waiting.pop(); symbol; symbol = this.#waiting.pop()) {
      for (const declaration of symbol.declarations ?? []) this.#declare(symbol.name, declaration);
    }
    return this.#lines;
  }

  #declare(name: string, node: ts.Declaration): void {
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) {
      for (const clause of node.heritageClauses ?? []) this.#line(`${name} ${ts.tokenToString(clause.token) ?? ''}`, ...clause.types);
      this.#members(name, node.members);
    } else if (ts.isTypeAliasDeclaration(node)) this.#type(`${name}${parametersOf(node)}`, node.type);
    else if (ts.isFunctionDeclaration(node)) this.#signature(name, node);
    else if (ts.isVariableDeclaration(node)) this.#value(name, node);
  }

  #members(place: string, members: readonly (ts.TypeElement | ts.ClassElement)[]): void {
    for (const member of members) {
      const hidden = member.name && ts.isPrivateIdentifier(member.name);
      if (hidden || ts.isConstructorDeclaration(member)) continue;
      if (ts.isIndexSignatureDeclaration(member)) this.#line(`${place}[]`, member.type);
      else this.#member(`${place}.${member.name?.getText() ?? ''}${'questionToken' in member && member.questionToken ? '?' : ''}`, member);
    }
  }

  #member(place: string, member: ts.TypeElement | ts.ClassElement): void {
    if (ts.isPropertySignature(member) || ts.isPropertyDeclaration(member)) this.#value(place, member);
    else if (ts.isMethodSignature(member) || ts.isMethodDeclaration(member) || ts.isGetAccessor(member)) this.#signature(place, member);
    else this.#line(place, member);
  }

  #value(place: string, node: ts.VariableDeclaration | ts.PropertySignature | ts.PropertyDeclaration): void {
    if (node.type) this.#type(place, node.type);
    else
      this.#lines.push(
        `${place}: ${this.#checker.typeToString(this.#checker.getTypeAtLocation(node), undefined, ts.TypeFormatFlags.NoTruncation)}`,
      );
  }

  /** A union is a line per member, an object a line per property. */
  #type(place: string, node: ts.TypeNode): void {
    if (ts.isParenthesizedTypeNode(node)) this.#type(place, node.type);
    else if (ts.isUnionTypeNode(node)) for (const member of node.types) this.#type(place, member);
    else if (ts.isTypeLiteralNode(node)) this.#members(place, node.members);
    else this.#line(place, node);
  }

  /** The types of what goes in and comes out; how parameters are called is no promise. */
  #signature(place: string, node: ts.SignatureDeclaration): void {
    const parameters = node.parameters.map(({ type, questionToken, initializer, dotDotDotToken }) => {
      return `${dotDotDotToken ? '...' : ''}${textOf(type)}${(questionToken ?? initializer) ? '?' : ''}`;
    });
    this.#mention(node);
    this.#lines.push(`${place}: ${parametersOf(node)}(${parameters.join(', ')}) => ${textOf(node.type)}`);
  }

  #line(place: string, ...nodes: readonly ts.Node[]): void {
    nodes.forEach((node) => this.#mention(node));
    this.#lines.push(`${place}: ${nodes.map(textOf).join(', ')}`);
  }

  /** Takes up every type that is named inside a node; what a function does inside is not looked at. */
  #mention(node: ts.Node): void {
    if (ts.isBlock(node)) return;
    const named = ts.isTypeReferenceNode(node) ? node.typeName : ts.isExpressionWithTypeArguments(node) ? node.expression : undefined;
    const symbol = named && this.#checker.getSymbolAtLocation(named);
    if (symbol) this.add(symbol);
    ts.forEachChild(node, (child) => this.#mention(child));
  }
}

function parametersOf({ typeParameters }: { readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> | undefined }): string {
  return typeParameters ? `<${typeParameters.map(textOf).join(', ')}>` : '';
}

function textOf(node: ts.Node | undefined): string {
  return node === undefined
    ? 'unknown'
    : node
        .getText()
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\/\/.*$/gm, '')
        .replace(/\s+/g, ' ')
        .trim();
}
