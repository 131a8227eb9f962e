import { css, html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { formatNumber } from '../charts/kit/format';
import { color } from '../charts/kit/palette';
import { sliderStops } from '../elements/parts/slider-stops';
import type { AnyParameter } from '../experiments/parameters';
import { Companion, withNames } from './companion';
import { nearest } from './nearest';
import { companionWords as say } from './words';

/**
 * `<gd-slider for="descent" parameter="start" low="-100" high="300"></gd-slider>`: a slider in a sentence that moves one
 * number of another element, and follows it.
 *
 * @attr for - the id of the element
 * @attr parameter - the attribute that is moved
 * @attr low - the lowest value; by default that of the element's own slider
 * @attr high - the highest value
 * @attr scale - `linear` or `log`; by default that of the element's own slider
 */
export class GdSlider extends Companion {
  static override properties = {
    ...Companion.properties,
    parameter: {},
    low: { type: Number },
    high: { type: Number },
    scale: {},
  };
  static override styles = [
    Companion.styles,
    css`
      label {
        display: inline-flex;
        align-items: baseline;
        gap: 0.5em;
      }
      input {
        width: min(12em, 40vw);
        margin: 0;
        align-self: center;
        accent-color: ${unsafeCSS(color('--gd-accent'))};
      }
      output {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  declare parameter: string;
  declare low: number | undefined;
  declare high: number | undefined;
  declare scale: 'linear' | 'log' | undefined;

  constructor() {
    super();
    this.parameter = '';
  }

  protected override render(): TemplateResult | string {
    const { target, htmlFor: id, parameter } = this;
    if (!target) return this.noTarget;
    if (!target.describes) return '…';
    const parameters: readonly AnyParameter[] = target.describes.parameters;
    const described = parameters.find(({ attribute, name }) => attribute === parameter || name === parameter);
    const own = described?.type.control.kind === 'field' ? described.type.control.slider : undefined;
    const [low, high] = [this.low ?? own?.minimum, this.high ?? own?.maximum];
    const scale = this.scale ?? own?.scale ?? 'linear';
    const near = nearest(
      parameter,
      parameters.filter(takesNumbers).map(({ attribute }) => attribute),
    );
    if (!described) return this.fault(this.noValue(parameter, near));
    if (!takesNumbers(described)) return this.fault(withNames(say('noSlider', { parameter, id }), near));
    if (low === undefined || high === undefined || !(low < high) || (scale === 'log' && low <= 0))
      return this.fault(say('noRange', { parameter, id }));
    const given = (target.parameters as Record<string, unknown> | undefined)?.[described.name];
    const value = typeof given === 'number' ? given : undefined;
    const range = { minimum: low, maximum: high, scale, isInteger: own?.isInteger ?? false };
    const stops = sliderStops(range, described.default).filter((stop) => described.takes(stop));
    const position = stops.findLastIndex((stop) => value !== undefined && stop <= value);
    const label = described.about.label;
    return html`<label
      ><input
        type="range"
        min="0"
        max=${stops.length - 1}
        aria-label=${label}
        aria-valuetext=${value === undefined ? nothing : formatNumber(value)}
        .value=${String(Math.max(0, position))}
        @input=${(event: Event) => target.move(described.name, stops[(event.target as HTMLInputElement).valueAsNumber])}
      /><output>${value === undefined ? String(given ?? '') : formatNumber(value)}</output></label
    >`;
  }
}

const takesNumbers = ({ type }: AnyParameter) => type.typescript.split(' | ').includes('number');
