/**
 * Formulas that are written by hand, in TeX, and texts with such formulas. They are markup as soon as the module is built
 * (`build/tex.ts`), in pages, in the development server and in tests alike; `math`, `display` and `prose` are never called.
 *
 *     math`\frac{2}{f''(\theta^*)}`
 *     prose`Markdown, with *formulas* in a line, $e_k = \theta_k - \theta^*$, or between \`$$\` in a paragraph of their own,
 *           and ${'values'} that the module works out.`
 *
 * Beside LaTeX there is `\abs{x}`, and `\slot{name}` for a number that is filled in later, as often as it changes:
 *
 *     const step = display`\theta_1 = \slot{theta} - \slot{rate} f'(\slot{theta})`;
 *     fillSlots(step, { theta: '2.5', rate: '0.1' });
 *
 * A slot takes a matrix too, of any size: `fillSlots(product, { W: [['1', '2'], ['0', '−1']] })`.
 *
 * Formulas that the lab computes with are not written so: `toMathML` has them from their text.
 */

/** A formula in a line of text. */
export function math(text: string | TemplateStringsArray): string {
  throw notBuilt(text);
}

/** A formula that stands for itself; it scrolls in its box where it is wider. */
export function display(text: string | TemplateStringsArray): string {
  throw notBuilt(text);
}

/** Paragraphs in Markdown as HTML. */
export function prose(text: TemplateStringsArray, ..._values: unknown[]): string {
  throw notBuilt(text);
}

function notBuilt(text: string | TemplateStringsArray): Error {
  return new Error(`the plugin of build/tex.ts has not seen the formula ${String(text)}`);
}

/** What stands in a slot: a number as a text, or a matrix of them by rows. */
export type SlotValue = string | readonly (readonly string[])[];

/** Markup of formulas with numbers in its slots, as texts. Throws for a slot without a value, and for a value without a slot. */
export function fillSlots(markup: string, values: Readonly<Record<string, SlotValue>>): string {
  const filled = new Set<string>();
  const result = markup.replace(/<mn data-slot="([^"]*)">[^<]*<\/mn>/g, (_, name: string) => {
    if (!(name in values)) throw new Error(`no value for the slot ${name} (values: ${Object.keys(values).join(', ')})`);
    filled.add(name);
    const value = values[name];
    return typeof value === 'string' ? numeral(value, ` data-slot="${name}"`) : matrixOf(value);
  });
  for (const name of Object.keys(values))
    if (!filled.has(name)) throw new Error(`no slot ${name} in the formula (slots: ${[...filled].join(', ')})`);
  return result;
}

const numeral = (text: string, attributes = '') =>
  `<mn${attributes}>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</mn>`;

function matrixOf(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => `<mtr>${row.map((text) => `<mtd>${numeral(text)}</mtd>`).join('')}</mtr>`);
  return `<mrow><mo fence="true" form="prefix">(</mo><mtable>${cells.join('')}</mtable><mo fence="true" form="postfix">)</mo></mrow>`;
}
