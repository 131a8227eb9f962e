import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { texToMathML } from './tex-to-mathml.ts';

/** The module whose functions are worked out here. */
const MODULE = resolve(import.meta.dirname, '../src/formula/tex');

/**
 * Writes MathML in the place of each call of `math` and `display` from `src/formula/tex.ts`, so that no page carries a
 * reader of TeX.
 */
export function tex(): Plugin {
  return {
    name: 'descent-lab:tex',
    enforce: 'pre',
    transform: {
      filter: { id: /\.ts$/, code: /\/tex'/ },
      handler: (code, id) => ({ code: withMathML(code, id), map: null }),
    },
  };
}

/** The text of a module with its formulas as MathML. Lines stay where they are. */
export function withMathML(code: string, id: string): string {
  const source = ts.createSourceFile(id, code, ts.ScriptTarget.ES2022, true);
  const functions = importedFunctions(source);
  const found: { start: number; end: number; markup: string }[] = [];
  const visit = (node: ts.Node): void => {
    const name = functions.get(calledBy(node) ?? '');
    if (name === undefined) return ts.forEachChild(node, visit);
    const start = node.getStart(source);
    const text = literalOf(node);
    if (text === undefined) throw new Error(`${id}: ${name} takes a literal text: ${code.slice(start, node.end)}`);
    found.push({ start, end: node.end, markup: name === 'display' ? displayed(text) : texToMathML(text) });
  };
  visit(source);
  return found.reverse().reduce((text, { start, end, markup }) => {
    const lines = text.slice(start, end).replace(/[^\n]/g, '');
    return text.slice(0, start) + JSON.stringify(markup) + lines + text.slice(end);
  }, code);
}

/** The box scrolls where the formula is wider than its place. */
function displayed(text: string): string {
  return `<div class="display" tabindex="0">${texToMathML(text, true)}</div>`;
}

/** The names that `math` and `display` have in a module. */
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
      .filter(([, exported]) => exported === 'math' || exported === 'display'),
  );
}

function calledBy(node: ts.Node): string | undefined {
  const called = ts.isCallExpression(node) ? node.expression : ts.isTaggedTemplateExpression(node) ? node.tag : node;
  return called !== node && ts.isIdentifier(called) ? called.text : undefined;
}

/** A string as it is, or a template as it is written: backslashes are TeX's there. */
function literalOf(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node))
    return ts.isNoSubstitutionTemplateLiteral(node.template) ? node.template.rawText : undefined;
  const [argument] = (node as ts.CallExpression).arguments;
  return argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}
