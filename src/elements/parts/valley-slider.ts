import { html, type TemplateResult } from 'lit';

/** Positions on either side of 1. */
const STOPS = 80;

/** A slider for a ratio, on a logarithmic scale with 1 in the middle, and the way back to 1. */
export function renderValleySlider(ratio: number, [, most]: readonly [number, number], moveTo: (ratio: number) => void): TemplateResult {
  const text = String(Number(ratio.toPrecision(3)));
  const position = Math.round((STOPS * Math.log(ratio)) / Math.log(most));
  return html`<div class="transport" part="valley-slider" role="group" aria-label="Along the valley">
    <button type="button" ?disabled=${ratio === 1} @click=${() => moveTo(1)}>Where descent ended</button>
    <input
      type="range"
      min=${-STOPS}
      max=${STOPS}
      step="1"
      aria-label="The ratio c, on a logarithmic scale"
      aria-valuetext="c = ${text}"
      .value=${String(position)}
      @input=${(event: Event) => moveTo(Number((most ** ((event.target as HTMLInputElement).valueAsNumber / STOPS)).toPrecision(6)))}
    />
    <output>c = <b>${text}</b></output>
  </div>`;
}
