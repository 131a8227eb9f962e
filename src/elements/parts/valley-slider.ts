import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../charts/kit/format';
import { matrixFactorizationWords as say } from '../../words/matrix-factorization';

/** Positions on either side of 1. */
const STOPS = 80;

/** A slider for a ratio, on a logarithmic scale with 1 in the middle, and the way back to 1. */
export function renderValleySlider(
  ratio: number,
  [, most]: readonly [number, number],
  moveTo: (ratio: number) => void,
): TemplateResult {
  const text = formatNumber(ratio, 3);
  const position = Math.round((STOPS * Math.log(ratio)) / Math.log(most));
  return html`<div class="transport" part="valley-slider" role="group" aria-label=${say('alongValley')}>
    <button type="button" ?disabled=${ratio === 1} @click=${() => moveTo(1)}>${say('whereEnded')}</button>
    <input
      type="range"
      min=${-STOPS}
      max=${STOPS}
      step="1"
      aria-label=${say('ratioSlider')}
      aria-valuetext="c = ${text}"
      .value=${String(position)}
      @input=${(event: Event) => moveTo(Number((most ** ((event.target as HTMLInputElement).valueAsNumber / STOPS)).toPrecision(6)))}
    />
    <output>c = <b>${text}</b></output>
  </div>`;
}
