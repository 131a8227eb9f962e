import type { Conv1dParameters } from './parameters';

const RESIDUAL = '<mo stretchy="false">(</mo><mi>A</mi><mi>x</mi><mo>−</mo><mi>b</mi><mo stretchy="false">)</mo>';
const SUM = '<munder><mo>∑</mo><mi>i</mi></munder>';

/** The sum of the losses, and its slope. */
const LOSSES = {
  huber: {
    value: `${SUM}<mi>huber</mi><mo stretchy="false">(</mo><msub><mrow>${RESIDUAL}</mrow><mi>i</mi></msub><mo stretchy="false">)</mo>`,
    slope: `<mi>huber′</mi>${RESIDUAL}`,
  },
  square: {
    value: `<mfrac><mn>1</mn><mn>2</mn></mfrac>${SUM}<msubsup><mrow>${RESIDUAL}</mrow><mi>i</mi><mn>2</mn></msubsup>`,
    slope: RESIDUAL,
  },
};

/** F and the step of its descent, as the sheet writes them, as MathML. */
export function objective({ loss }: Conv1dParameters): string {
  const { value, slope } = LOSSES[loss];
  return `<math><mi>F</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo><mo>=</mo>${value}<mo>+</mo><mfrac><mi>λ</mi><mn>2</mn></mfrac><mi>|</mi><mi>x</mi><msup><mi>|</mi><mn>2</mn></msup></math>
<math><mi>x</mi><mo>←</mo><mi>x</mi><mo>−</mo><mi>α</mi><mo stretchy="false">(</mo><mi>A</mi><mo lspace="0em" rspace="0em">′</mo><mspace width="0.15em"></mspace>${slope}<mo>+</mo><mi>λ</mi><mi>x</mi><mo stretchy="false">)</mo></math>`;
}
