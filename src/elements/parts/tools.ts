import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Tool } from '../../experiments/view';
import { elementWords as say } from '../../words/elements';
import { formatNumber } from '../../charts/kit/format';
import { Transport } from './transport';
import { withMarked } from './with-marked';

type ToolOf<Kind extends Tool['kind']> = Extract<Tool, { kind: Kind }>;
type Set = (name: string, value: unknown) => void;

/** The controls that belong to single pictures. */
export class Tools {
  /** One player for each picture that has one: it goes on playing while the picture is drawn anew. */
  readonly #players = new Map<string, Transport>();

  constructor(
    readonly host: ReactiveControllerHost,
    readonly set: Set,
  ) {}

  render(view: string, tools: readonly Tool[]): TemplateResult[] {
    return tools.map((tool) => {
      if (tool.kind !== 'play') return RENDER[tool.kind](tool as never, this.set);
      let player = this.#players.get(view);
      if (!player) this.#players.set(view, (player = new Transport(this.host)));
      const { parameter, iteration, iterations, every } = tool;
      const moveTo = (moved: number) => this.set(parameter, moved);
      return player.render({ iteration, iterations, every, moveTo });
    });
  }
}

const RENDER: { [Kind in Exclude<Tool['kind'], 'play'>]: (tool: ToolOf<Kind>, set: Set) => TemplateResult } = {
  pick: ({ parameter, label, title, options, value }, set) =>
    html`<div class="rates" role="group" aria-label=${title}>
      <span>${label}</span>
      ${options.map(
        (option) =>
          html`<button type="button" aria-pressed=${option === value ? 'true' : 'false'} @click=${() => set(parameter, option)}>${formatNumber(option)}</button>`,
      )}
    </div>`,

  slider: ({ parameter, label, value, low, high, step }, set) =>
    html`<div class="slider" role="group" aria-label=${label}>
      <span>${label}</span>
      <input
        type="range"
        min=${low}
        max=${high}
        step=${step}
        aria-label=${say('slider', { parameter: label })}
        aria-valuetext=${formatNumber(value)}
        .value=${String(value)}
        @input=${(event: Event) => set(parameter, (event.target as HTMLInputElement).valueAsNumber)}
      />
      <input
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${label}
        .value=${String(value)}
        @change=${(event: Event) => set(parameter, (event.target as HTMLInputElement).value)}
      />
    </div>`,

  buttons: ({ buttons }) =>
    html`${buttons.map(({ label, press }) => html`<button type="button" @click=${press}>${label}</button>`)}`,

  steps: ({ parameter, step, steps }, set) => {
    const button = (label: string, to: number, isPrimary = false) =>
      html`<button type="button" class=${isPrimary ? 'primary' : ''} ?disabled=${to === step || to < 1 || to > steps} @click=${() => set(parameter, to)}>${label}</button>`;
    return html`<div class="stepper" part="stepper" role="group" aria-label=${say('steps')}>
      ${button(say('nextStep'), step + 1, true)} ${button(say('back'), step - 1)} ${button(say('startAgain'), 1)}
      <output>${withMarked(say.later('stepOf', { step, steps }), 'step')}</output>
    </div>`;
  },

  ratio: ({ parameter, label, symbol, home, value, most }, set) => {
    const text = formatNumber(value, 3);
    const onInput = (event: Event) => {
      const position = (event.target as HTMLInputElement).valueAsNumber / RATIO_STEPS;
      set(parameter, Number((most ** position).toPrecision(6)));
    };
    return html`<div class="transport" part="valley-slider" role="group" aria-label=${label}>
      <button type="button" ?disabled=${value === 1} @click=${() => set(parameter, 1)}>${home}</button>
      <input
        type="range"
        min=${-RATIO_STEPS}
        max=${RATIO_STEPS}
        step="1"
        aria-label=${label}
        aria-valuetext="${symbol} = ${text}"
        .value=${String(Math.round((RATIO_STEPS * Math.log(value)) / Math.log(most)))}
        @input=${onInput}
      />
      <output>${symbol} = <b>${text}</b></output>
    </div>`;
  },
};

/** Positions on either side of 1. */
const RATIO_STEPS = 80;
