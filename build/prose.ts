import { Marked, type TokenizerAndRendererExtension } from 'marked';
import { displayed, texToMathML } from './tex-to-mathml.ts';

/** A formula between dollars: `$\theta_0$` in a line, `$$ … $$` in a paragraph of its own. Its text is TeX's alone. */
const formulas: TokenizerAndRendererExtension[] = [
  {
    name: 'inlineFormula',
    level: 'inline',
    start: (text) => text.indexOf('$'),
    tokenizer: tokenizer('inlineFormula', /^\$([^$\n]+)\$/),
    renderer: ({ text }) => texToMathML(text),
  },
  {
    name: 'displayedFormula',
    level: 'block',
    start: (text) => text.indexOf('$$'),
    tokenizer: tokenizer('displayedFormula', /^\$\$([^$]+)\$\$\s*(?:\n|$)/),
    renderer: ({ text }) => `${displayed(text)}\n`,
  },
];

function tokenizer(type: string, pattern: RegExp) {
  return (source: string) => {
    const [raw, text] = pattern.exec(source) ?? [];
    return raw === undefined ? undefined : { type, raw, text: text.trim() };
  };
}

const marked = new Marked({ extensions: formulas });

/** Markdown with formulas as HTML. */
export function proseToHTML(text: string): string {
  return marked.parse(text, { async: false }).trim();
}
