import { html, svg, type TemplateResult } from 'lit';
import type { FormulaGallery } from '../../experiments/parameters/parameter';
import { elementWords as say } from '../../words/elements';
import { spell } from '../../words/words';

/** Functions to choose from, each as a small picture with its minima. */
export function renderGallery(
  { examples, curve }: FormulaGallery,
  current: string,
  take: (text: string) => void,
): TemplateResult {
  return html`<div class="gallery-examples">
    ${examples.map(({ title, text }) => {
      const { path, minima } = curve(text);
      return html`<button
        type="button"
        class="example"
        aria-pressed=${text === current ? 'true' : 'false'}
        aria-label=${say('pickFunction', { title: spell(title), formula: text })}
        title=${text}
        @click=${() => take(text)}
      >
        <svg viewBox="-0.04 -0.06 1.08 1.12" preserveAspectRatio="none" aria-hidden="true">
          <path d=${path} vector-effect="non-scaling-stroke" />
          ${minima.map(([x, y]) => svg`<path class="minimum" d="M${x} ${y}h0" vector-effect="non-scaling-stroke" />`)}
        </svg>
        <span>${spell(title)}</span>
      </button>`;
    })}
  </div>`;
}
