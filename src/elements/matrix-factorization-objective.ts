import { html, mathml, type TemplateResult } from 'lit';
import { matrixFactorizationWords as say } from '../words/matrix-factorization';

const dot = mathml`<mo>·</mo>`;
const sub = (letter: string, index: string) => mathml`<msub><mi>${letter}</mi><mi>${index}</mi></msub>`;

/** J and the simultaneous update, as the sheet writes them, for factors of any rank. */
export function renderFactorization(): TemplateResult {
  return html`<div class="formula formula-lines" role="math" tabindex="0" aria-label=${say('objective')}>
    <math
      ><mi>J</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><munder><mo>∑</mo><mrow><mi>i</mi><mi>j</mi><mspace width="0.25em"></mspace><mtext>${say('knownEntries')}</mtext></mrow></munder><msubsup><mi>e</mi><mrow><mi>i</mi><mi>j</mi></mrow><mn>2</mn></msubsup
      ><mo>+</mo><mfrac><mi>λ</mi><mn>2</mn></mfrac><mo stretchy="false">(</mo><mi>|</mi><mi>U</mi><msup><mi>|</mi><mn>2</mn></msup><mo>+</mo><mi>|</mi><mi>V</mi><msup><mi>|</mi><mn>2</mn></msup><mo stretchy="false">)</mo></math
    >
    <math><msub><mi>e</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub><mo>=</mo><msub><mi>r</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub><mo>−</mo>${sub('u', 'i')}${dot}${sub('v', 'j')}</math>
    <span class="formula-break"></span>
    <math
      >${sub('u', 'i')}<mo>←</mo>${sub('u', 'i')}<mo>+</mo><mi>α</mi><mo stretchy="false">(</mo><munder><mo>∑</mo><mi>j</mi></munder><msub><mi>e</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>${sub('v', 'j')}<mo>−</mo><mi>λ</mi>${sub('u', 'i')}<mo stretchy="false">)</mo></math
    >
    <math
      >${sub('v', 'j')}<mo>←</mo>${sub('v', 'j')}<mo>+</mo><mi>α</mi><mo stretchy="false">(</mo><munder><mo>∑</mo><mi>i</mi></munder><msub><mi>e</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>${sub('u', 'i')}<mo>−</mo><mi>λ</mi>${sub('v', 'j')}<mo stretchy="false">)</mo></math
    >
  </div>`;
}
