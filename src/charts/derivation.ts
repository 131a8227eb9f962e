import css from './derivation.css?inline';
import texStyles from '../formula/tex.css?inline';
import * as kit from './kit';
import { localizedMathML } from '../words/numbers';
import { trustedMarkup } from '../workers/trusted';
import { defineWords } from '../words/words';

/** A step of a derivation. Formulas are MathML from `formula/tex`, with their slots filled. */
export interface DerivationStep {
  title: string;
  formula: string;
  /** What is how large: `Wᵀ: 3 × 2`. */
  shapes?: readonly string[];
  /** The same with the current numbers put in. */
  numbers?: string;
  /** Why it is so. */
  note?: string;
  /** The result in words, for people who do not see it. */
  result?: string;
}

export interface DerivationData {
  steps: readonly DerivationStep[];
  /** Whether numbers are put in. */
  hasNumbers: boolean;
  width?: number;
}

const say = /* @__PURE__ */ defineWords('derivation', {
  label: 'The derivation, step by step',
  summary: 'A derivation in {count} steps: {steps}.',
  step: '{number}. {title}',
  stepWithResult: '{number}. {title}, {result}',
});

/** A derivation, one step below the other: what is done, the formula, its shapes, and at choice its numbers. */
export const derivation: kit.Chart<DerivationData> = {
  draw(container, { steps, hasNumbers, width }) {
    const root = kit.chartRoot(container);
    kit.adoptStyles(root, texStyles);
    kit.adoptStyles(root, css);
    const box = kit.one<HTMLElement>(root, 'div', 'gd-derivation-box gd-goes-on');
    kit.set(box, { role: 'group', tabindex: 0, 'aria-label': say('label') });
    const list = kit.one<HTMLOListElement>(box, 'ol', 'gd-derivation');
    list.classList.toggle('gd-stacked', kit.widthOf(root, width) < NARROW);
    kit.each<HTMLLIElement, DerivationStep>(list, 'li', '', steps, (item, step) => {
      const { title, formula, shapes = [], numbers = '', note = '' } = step;
      const words = kit.one<HTMLElement>(item, 'div', 'gd-derivation-words');
      kit.one(words, 'b', 'gd-derivation-title').textContent = title;
      kit.one(words, 'p', 'gd-quiet').textContent = note;
      const right = kit.one<HTMLElement>(item, 'div', 'gd-derivation-formulas');
      write(kit.one(right, 'div', 'gd-derivation-formula'), localizedMathML(formula));
      write(kit.one(right, 'div', 'gd-derivation-numbers'), hasNumbers ? numbers : '');
      kit.each<HTMLSpanElement, string>(kit.one(right, 'p', 'gd-shapes'), 'span', '', shapes, (chip, text) => {
        chip.textContent = text;
      });
    });
  },
  summarize: ({ steps }) =>
    say('summary', {
      count: steps.length,
      steps: steps
        .map(({ title, result }, i) =>
          result ? say('stepWithResult', { number: i + 1, title, result }) : say('step', { number: i + 1, title }),
        )
        .join('; '),
    }),
  table: ({ steps }) => ({
    step: steps.map((_, i) => i + 1),
    title: steps.map(({ title }) => title),
    result: steps.map(({ result = '' }) => result),
  }),
};

const NARROW = 620;

/** Markup that this project made, where it has changed. */
const written = new WeakMap<Element, string>();
function write(element: Element, markup: string): void {
  if (written.get(element) === markup) return;
  written.set(element, markup);
  element.innerHTML = trustedMarkup(markup);
  for (const math of element.querySelectorAll('math')) breakable(math);
}

const isSign = ({ localName, textContent }: Element) => localName === 'mo' && /^[=←−+]$/.test(textContent);

/** Parts a formula before its signs and after its gaps: where it is wider than its box it goes on in the next line. */
function breakable(math: Element): void {
  const row = math.firstElementChild;
  if (math.childElementCount > 1 || !row?.matches('mrow, mstyle')) return;
  const all = [...row.children];
  let [last, part] = [math, row];
  for (const [i, child] of all.entries()) {
    const isSigned = i > 0 && isSign(child) && !isSign(all[i - 1]);
    if (isSigned || all[i - 1]?.localName === 'mspace') {
      last.after(document.createElement('wbr'), (last = math.cloneNode() as Element));
      last.append((part = row.cloneNode() as Element));
    }
    // At the beginning it would be read as one that stands before its number.
    if (isSigned) child.setAttribute('form', 'infix');
    if (part !== row) part.append(child);
  }
}
