import { scaleLinear, scaleLog } from 'd3';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, formatRate } from '../../charts/kit/format';
import { paint } from '../../charts/kit/palette';
import type { RateTool } from '../../experiments/view';
import { elementWords as say } from '../../words/elements';
import type { ParameterError } from '../../experiments/parameters';
import { choiceButtons, numberField, numberRefusal } from './tool-fields';

/** Stops of the slider. */
const STEPS = 1000;
/** A slider's value is no more exact than a pointer is; more digits are where fewer do not tell it from the next. */
const DIGITS = [3, 4];

/** How a rate tool tells of the rate. */
export interface RateChange {
  /** One of many values on the way. */
  move: (value: number) => void;
  /** A value that was typed: a text, to be checked. */
  set: (text: string, isTyping?: boolean) => boolean;
  /** The parameter's default; the slider comes back to it. */
  home: unknown;
}

/** The learning rate in hand: a slider with theory marked on it, and a field for exact numbers. */
export function renderRate(
  tool: RateTool,
  { move, set, home }: RateChange,
  refused: ParameterError | undefined,
): TemplateResult {
  const { label, value, low, high, marks, zones, said, listed } = tool;
  const scale = (tool.scale === 'log' ? scaleLog([low, high], [0, 1]) : scaleLinear([low, high], [0, 1])).clamp(true);
  const at = (rate: number) => (rate <= low ? 0 : scale(rate));
  const positionOf = (rate: number) => Math.round(STEPS * at(rate));
  const known = [home, ...listed.rates].filter(
    (rate): rate is number => typeof rate === 'number' && rate >= low && rate <= high,
  );
  // Each stop has a value of its own, so that keys that go away and come back lead to where they began.
  const valueAt = (position: number) => {
    if (position <= 0 || position >= STEPS) return position <= 0 ? low : high;
    const exact = scale.invert(position / STEPS);
    const short = DIGITS.map((digits) => Number(exact.toPrecision(digits)));
    return [...known, ...short].find((rate) => positionOf(rate) === position) ?? exact;
  };
  const inside = marks.filter((mark) => mark.at > low && mark.at < high);
  const passed = marks.filter((mark) => mark.at <= low).length;
  const ends = [0, ...inside.map((mark) => at(mark.at)), 1];
  const shown = ends.slice(1).map((end, i) => ({ ...zones[passed + i], from: ends[i], width: end - ends[i] }));
  const inHand = marks.filter((mark) => value >= mark.at).length;
  const beyond = value > high ? say('aboveScale') : value < low ? say('belowScale') : undefined;
  const place = (share: number) => `--_at: ${share.toFixed(4)}`;
  return html`
    <div class=${refused ? 'rate rate-refused' : 'rate'} part="rate" role="group" aria-label=${label}>
      <div class="rate-head">
        <label>
          <span>${label}</span>
          ${numberField(tool, set, refused)}
        </label>
        ${
          listed.rates.length === 0
            ? nothing
            : html`<div class="rates" role="group" aria-label=${listed.title}>
                ${choiceButtons(listed.rates, value, (rate) => set(String(rate)), formatRate)}
              </div>`
        }
      </div>
      ${numberRefusal(tool, refused)}
      <div class="rate-track">
        <div class="rate-zones" aria-hidden="true">
          ${shown.map(({ from, width, color }) => html`<span .style=${`${place(from)}; --_width: ${width.toFixed(4)}; --_ink: ${paint(color ?? '--gd-muted')}`}></span>`)}
        </div>
        <div class="rate-words" aria-hidden="true" .style=${`grid-template-columns: ${columnsOf(shown, inHand - passed)}`}>
          ${shown.map(({ label: all, short = all }) => html`<i><em>${short}</em></i>`)}
        </div>
        <input
          type="range"
          min="0"
          max=${STEPS}
          step="1"
          aria-label=${say(tool.scale === 'log' ? 'logarithmic' : 'slider', { parameter: label })}
          class=${beyond ? 'is-beyond' : ''}
          aria-valuetext=${[formatNumber(value), beyond, said ?? zones[inHand]?.label].filter(Boolean).join(', ')}
          .value=${String(positionOf(value))}
          @input=${(event: Event) => move(valueAt((event.target as HTMLInputElement).valueAsNumber))}
        />
        <div class="rate-marks" aria-hidden="true">
          ${ticksOf(tool)
            .filter((tick) => !beyond || value > high === at(tick) < 0.5)
            .map((tick) => html`<span class="rate-tick" .style=${place(at(tick))}>${formatNumber(tick)}</span>`)}
          ${beyond ? html`<span class="rate-beyond" data-side=${value > high ? 'above' : 'below'}>${value > high ? `${beyond} →` : `← ${beyond}`}</span>` : nothing}
          ${inside.map((mark) => html`<b class="rate-mark" .style=${`${place(at(mark.at))}; --_ink: ${paint(mark.color ?? '--gd-text')}`} title=${mark.label}></b>`)}
        </div>
      </div>
    </div>
  `;
}

/** The room of each zone's words: as wide as the zone, but those of the rate in hand have what they need. */
const columnsOf = (zones: readonly { width: number }[], inHand: number): string =>
  zones.map(({ width }, i) => `minmax(${i === inHand ? 'max-content' : 0}, ${(100 * width).toFixed(2)}fr)`).join(' ');

/** A few round numbers along the slider: powers of ten, where it is logarithmic. */
function ticksOf({ scale, low, high }: RateTool): number[] {
  if (scale === 'linear') return scaleLinear([low, high], [0, 1]).ticks(5);
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(`1e${first + i}`));
}
