import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import type { Described, DescribedInterface, DescribedMember, DescribedMethod } from '../src/docs/description.ts';

const root = resolve(import.meta.dirname, '..');

function sourceOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(resolve(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
}

/** The comment before a declaration, without its tags. */
function commentOn(node: ts.Node): string {
  const [last] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return (ts.getTextOfJSDocComment(last?.comment) ?? '').replace(/\s+/g, ' ').trim();
}

interface ClassMembers {
  properties: DescribedMember[];
  methods: DescribedMethod[];
}

/** What a class offers: its public properties and methods, each with its comment. What is marked `@internal` is left out. */
export function membersOf(file: string): ClassMembers {
  const source = sourceOf(file);
  const declaration = source.statements.find(ts.isClassDeclaration);
  if (!declaration) throw new Error(`${file} declares no class`);
  const textOf = (node: ts.Node | undefined) => node?.getText(source).replace(/\s+/g, ' ') ?? 'unknown';
  const properties: DescribedMember[] = [];
  const methods: DescribedMethod[] = [];
  for (const member of declaration.members) {
    const description = commentOn(member);
    if (!member.name || !ts.isIdentifier(member.name) || isHidden(member)) continue;
    const name = member.name.text;
    if (ts.isGetAccessor(member) || ts.isPropertyDeclaration(member))
      properties.push({ name, description, type: textOf(member.type), readonly: ts.isGetAccessor(member) });
    else if (ts.isMethodDeclaration(member)) {
      const list = member.parameters.map(textOf).join(', ');
      methods.push({ name, description, signature: `${name}(${list}): ${textOf(member.type)}` });
    }
  }
  return { properties, methods };
}

function isHidden(member: ts.ClassElement): boolean {
  if (ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal')) return true;
  const flags = ts.getCombinedModifierFlags(member as ts.Declaration);
  return (
    (flags &
      (ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static | ts.ModifierFlags.Override)) !==
    0
  );
}

/** A file's interfaces of plain data, with their comments and their fields'. */
export function interfacesOf(file: string): DescribedInterface[] {
  const source = sourceOf(file);
  return source.statements.filter(ts.isInterfaceDeclaration).map((declaration) => ({
    name: declaration.name.text,
    description: commentOn(declaration),
    fields: declaration.members.filter(ts.isPropertySignature).map((member) => ({
      name: member.name.getText(source) + (member.questionToken ? '?' : ''),
      description: commentOn(member),
      type: member.type?.getText(source).replace(/\s+/g, ' ') ?? 'unknown',
      readonly: true,
    })),
  }));
}

/** The lines `@tag name - description` of a file's comments. */
export function tagsOf(file: string, tag: string): Described[] {
  return Array.from(
    readFileSync(resolve(root, file), 'utf8').matchAll(new RegExp(`@${tag} ([\\w-]+) - (.*)`, 'g')),
    ([, name, description]) => ({ name, description }),
  );
}
