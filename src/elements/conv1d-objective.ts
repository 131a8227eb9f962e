import { html, type TemplateResult } from 'lit';

/** F and the step of its descent, as the sheet writes them. */
export function renderObjective(loss: 'huber' | 'square'): TemplateResult {
  const name = loss === 'huber' ? 'huber' : 'square';
  return html`<div class="formula" role="math" tabindex="0" aria-label="The objective and a step of its descent">
    <math display="inline"
      ><mrow
        ><mi>F</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo><mo>=</mo><munder><mo>∑</mo><mi>i</mi></munder><mi>${name}</mi><mo>&#x2061;</mo
        ><msub><mrow><mo stretchy="false">(</mo><mi>A</mi><mi>x</mi><mo>−</mo><mi>b</mi><mo stretchy="false">)</mo></mrow><mi>i</mi></msub
        ><mo>+</mo><mfrac><mi>λ</mi><mn>2</mn></mfrac><msup><mrow><mo stretchy="false">|</mo><mi>x</mi><mo stretchy="false">|</mo></mrow><mn>2</mn></msup
        ><mo>,</mo><mspace width="2em"></mspace><mi>x</mi><mo>←</mo><mi>x</mi><mo>−</mo><mi>α</mi><mrow
          ><mo stretchy="false">(</mo><msup><mi>A</mi><mo>′</mo></msup><msup><mi>${name}</mi><mo>′</mo></msup><mo stretchy="false">(</mo><mi>A</mi><mi>x</mi><mo>−</mo><mi>b</mi
          ><mo stretchy="false">)</mo><mo>+</mo><mi>λ</mi><mi>x</mi><mo stretchy="false">)</mo></mrow></mrow
    ></math>
  </div>`;
}
