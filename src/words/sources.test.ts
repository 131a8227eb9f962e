import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/**
 * What is seen and heard is looked at in a browser too (every-word.browser.test.ts), as far as that gets an element to
 * show it. This looks at every line instead: no words for people stand in the sources of charts, elements,
 * experiments and what reads ratings. What stands beside an experiment for the pages of the site is theirs.
 */
const root = resolve(import.meta.dirname, '..');
const files = ['charts', 'elements', 'experiments', 'ratings'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        file.endsWith('.ts') &&
        !/\.(test|fixtures)\.ts$|^theme|^palette|^styles|^fuzz-values|(?:^|\/)(?:docs|lab)\.ts$/.test(file),
    )
    .map((file) => join(folder, file)),
);

const ANY_WORD = /\p{L}{2,}/u;
const SEVERAL_WORDS = /\p{L}{2,}[,;:]? \p{L}{2,}|^\s*\p{Lu}\p{Ll}{2,}[.:…!?]?\s*$/u;
/** Classes, styles, selectors, and names of keys. */
const NO_WORDS = /\bgd-|color-mix\(|minmax\(|^(?:Enter|Escape|Tab)$/;
/** Where a word alone is one for people: what is read out, or put into a text. */
const SPOKEN =
  'aria-label|aria-valuetext|aria-roledescription|aria-description|title|alt|placeholder|label|text|textContent';
const IN_MARKUP = new RegExp(`\\s(?:${SPOKEN})="[^"]*\\p{L}{2,}`, 'u');
const NAMED = new RegExp(`^['"]?(?:${SPOKEN})['"]?$`);

/** Texts of the table are named by keys; errors for programmers and saved data stay English. */
function isPassedOver(node: ts.Node): boolean {
  if (ts.isCallExpression(node))
    return /(?:\b(?:say|called)|Words|\.later|\.inEnglish)$/.test(node.expression.getText());
  if (ts.isNewExpression(node)) return /^(?:Range|Type|Syntax)?Error$/.test(node.expression.getText());
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === 'css';
  return (
    ts.isImportDeclaration(node) ||
    ts.isTypeNode(node) ||
    ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) &&
      /^table|Table$/.test(node.name?.getText() ?? ''))
  );
}

/** The parts of an expression that say something. */
function spokenIn(node: ts.Node): ts.Node | undefined {
  if (ts.isPropertyAssignment(node) && NAMED.test(node.name.getText())) return node.initializer;
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    /\.textContent$/.test(node.left.getText())
  )
    return node.right;
  return ts.isCallExpression(node) && node.expression.getText() === 'drawText' ? node.arguments[4] : undefined;
}

/** Whether a piece of text is one of a template with a tag, which is looked at as a whole. */
function isOfMarkup({ parent }: ts.Node): boolean {
  const template = ts.isTemplateSpan(parent) ? parent.parent : parent;
  return (
    ts.isTaggedTemplateExpression(template) ||
    (ts.isTemplateExpression(template) && ts.isTaggedTemplateExpression(template.parent))
  );
}

function wordsIn(file: string, text: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const tell = (node: ts.Node, said: string) =>
    found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${said.trim()}`);
  const look = (node: ts.Node, isSpoken: boolean) => {
    if (isPassedOver(node)) return;
    if (ts.isTaggedTemplateExpression(node)) {
      // What is put in is looked at below; in its place stands a sign that is no letter.
      const markup = (
        ts.isNoSubstitutionTemplateLiteral(node.template)
          ? [node.template]
          : [node.template.head, ...node.template.templateSpans.map(({ literal }) => literal)]
      )
        .map(({ text }) => text)
        .join('\0');
      const content = markup.replace(/=>/g, '').replace(/<[^>]*>/g, ' ');
      if (ANY_WORD.test(content) || IN_MARKUP.test(markup)) tell(node, content);
    } else if (
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
      !isOfMarkup(node)
    ) {
      if (!NO_WORDS.test(node.text) && (isSpoken ? ANY_WORD : SEVERAL_WORDS).test(node.text)) tell(node, node.text);
    }
    const spoken = spokenIn(node);
    const asked = ts.isConditionalExpression(node) ? node.condition : undefined;
    ts.forEachChild(node, (child) => look(child, (isSpoken && child !== asked) || child === spoken));
  };
  look(source, false);
  return found;
}

test('no words for people stand in the sources of charts, elements and experiments: they come from the table', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap((file) => wordsIn(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
