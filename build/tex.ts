import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { proseToHTML } from './prose.ts';
import { displayed, texToMathML } from './tex-to-mathml.ts';

/** The module whose functions are worked out here. */
const MODULE = resolve(import.meta.dirname, '../src/formula/tex');

/**
 * Writes markup in the place of each call of `math`, `display` and `prose` from `src/formula/tex.ts`, so that no page
 * carries a reader of TeX or Markdown.
 */
export function tex(): Plugin {
  return {
    name: 'descent-lab:tex',
    enforce: 'pre',
    transform: {
      filter: { id: /\.ts$/, code: /\/tex'/ },
      handler: (code, id) => ({ code: withMarkup(code, id), map: null }),
    },
  };
}

/** The text of a module with its formulas as MathML and its prose as HTML. Lines stay where they are. */
export function withMarkup(code: string, id: string): string {
  const source = ts.createSourceFile(id, code, ts.ScriptTarget.ES2022, true);
  const functions = importedFunctions(source);
  /** The text of a node, each call in it by the expression that it becomes. */
  const rewritten = (root: ts.Node): string => {
    let result = '';
    let end = root.getStart(source);
    const visit = (node: ts.Node): void => {
      const name = functions.get(calledBy(node) ?? '');
      if (name === undefined) return ts.forEachChild(node, visit);
      const start = node.getStart(source);
      const call = code.slice(start, node.end);
      const expression = expressionOf(name, node, rewritten);
      if (expression === undefined) throw new Error(`${id}: ${name} takes a literal text: ${call}`);
      result += code.slice(end, start) + expression + '\n'.repeat(linesIn(call) - linesIn(expression));
      end = node.end;
    };
    visit(root);
    return result + code.slice(end, root.end);
  };
  return code.slice(0, source.getStart(source)) + rewritten(source);
}

const linesIn = (text: string) => text.split('\n').length;

/** What a call becomes; undefined for a text that is not there when the module is built. */
function expressionOf(name: string, node: ts.Node, rewritten: (node: ts.Node) => string): string | undefined {
  if (name === 'prose') return ts.isTaggedTemplateExpression(node) ? proseOf(node.template, rewritten) : undefined;
  const text = literalOf(node);
  if (text === undefined) return undefined;
  return JSON.stringify(name === 'display' ? displayed(text) : texToMathML(text));
}

/** A string as it is, or a template as it is written: backslashes are TeX's there. */
function literalOf(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node))
    return ts.isNoSubstitutionTemplateLiteral(node.template) ? node.template.rawText : undefined;
  const [argument] = (node as ts.CallExpression).arguments;
  return argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}

/** Characters of no script, around the number of a value that is put in when the module runs. */
const VALUE = /\uE000(\d+)\uE001/;
const ALONE = /<p>(\uE000\d+\uE001)<\/p>/g;

/** A template as HTML, with its values where they stand. A value that is a paragraph of its own brings its own markup. */
function proseOf(template: ts.TemplateLiteral, rewritten: (node: ts.Node) => string): string {
  const spans = ts.isTemplateExpression(template) ? [...template.templateSpans] : [];
  const first = ts.isTemplateExpression(template) ? template.head : template;
  const text = (first.rawText ?? '') + spans.map(({ literal }, i) => `\uE000${i}\uE001${literal.rawText}`).join('');
  const parts = proseToHTML(withoutIndent(text).replace(/\\([`$])/g, '$1'))
    .replace(ALONE, '$1')
    .split(VALUE)
    .map((part, i) => (i % 2 === 0 ? JSON.stringify(part) : `(${rewritten(spans[Number(part)].expression)})`));
  return `(${parts.join(' + ')})`;
}

/** Markdown takes indents for code; those of the source are none. */
function withoutIndent(text: string): string {
  const indents = text.match(/(?<=\n)[ ]*(?=\S)/g) ?? [];
  return text.replaceAll(`\n${' '.repeat(Math.min(...indents.map(({ length }) => length), 80))}`, '\n').trim();
}

/** The names that `math`, `display` and `prose` have in a module. */
function importedFunctions(source: ts.SourceFile): Map<string, string> {
  return new Map(
    source.statements
      .filter(ts.isImportDeclaration)
      .filter(({ moduleSpecifier }) => {
        const path = (moduleSpecifier as ts.StringLiteral).text;
        return path.startsWith('.') && resolve(dirname(source.fileName), path) === MODULE;
      })
      .flatMap(({ importClause }) => {
        const bindings = importClause?.namedBindings;
        return bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
      })
      .map(({ name, propertyName }) => [name.text, (propertyName ?? name).text] as const)
      .filter(([, exported]) => ['math', 'display', 'prose'].includes(exported)),
  );
}

function calledBy(node: ts.Node): string | undefined {
  const called = ts.isCallExpression(node) ? node.expression : ts.isTaggedTemplateExpression(node) ? node.tag : node;
  return called !== node && ts.isIdentifier(called) ? called.text : undefined;
}
