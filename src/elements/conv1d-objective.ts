import { html, type TemplateResult } from 'lit';
import { conv1dWords as say } from '../words/conv1d';

/** F and the step of its descent, as the sheet writes them. */
export function renderObjective(loss: 'huber' | 'square'): TemplateResult {
  return html`<div class="formula formula-lines" role="math" tabindex="0" aria-label=${say('objective')}>
    <math
      ><mi>F</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo><mo>=</mo><munder><mo>∑</mo><mi>i</mi></munder><mi>${loss}</mi><mo stretchy="false">(</mo
      ><msub><mrow><mo stretchy="false">(</mo><mi>A</mi><mi>x</mi><mo>−</mo><mi>b</mi><mo stretchy="false">)</mo></mrow><mi>i</mi></msub><mo stretchy="false">)</mo
      ><mo>+</mo><mfrac><mi>λ</mi><mn>2</mn></mfrac><mi>|</mi><mi>x</mi><msup><mi>|</mi><mn>2</mn></msup></math
    >
    <math
      ><mi>x</mi><mo>←</mo><mi>x</mi><mo>−</mo><mi>α</mi><mo stretchy="false">(</mo><mi>A</mi><mo lspace="0em" rspace="0em">′</mo><mspace width="0.15em"></mspace><mi>${loss}′</mi><mo stretchy="false">(</mo><mi>A</mi><mi>x</mi><mo>−</mo
      ><mi>b</mi><mo stretchy="false">)</mo><mo>+</mo><mi>λ</mi><mi>x</mi><mo stretchy="false">)</mo></math
    >
  </div>`;
}
