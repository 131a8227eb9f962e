import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Tool } from '../../experiments/view';
import { elementWords as say } from '../../words/elements';
import { formatNumber } from '../../charts/kit/format';
import { renderRate } from './rate';
import { attributeOf, ParameterError } from '../../experiments/parameters';
import { choiceButtons, numberField, numberRefusal } from './tool-fields';
import { Transport } from './transport';
import { withMarked } from './with-marked';

type ToolOf<Kind extends Tool['kind']> = Extract<Tool, { kind: Kind }>;
/** Why values are refused, by attribute. */
type Refusals = ReadonlyMap<string, ParameterError>;
/** @returns whether the value can be taken */
type Set = (name: string, value: unknown, isTyping?: boolean) => boolean;
type Move = (name: string, value: unknown) => void;

/** How tools move parameters: `set` as a whole, `move` by one of many values on the way. */
export interface Changes {
  set: Set;
  move: Move;
  /** As the element does of its own accord: the page is not told. */
  show: Move;
}

/** Controls that stand in the element's bar, in sight beside every picture, rather than in the head of one. */
const isInBar = ({ kind }: Tool) => kind === 'play' || kind === 'rate' || kind === 'steps';

/** The controls that belong to pictures. */
export class Tools {
  /** Goes on playing while pictures are drawn anew. */
  readonly #transport: Transport;
  /** The parameters that were last moved here. */
  readonly #moved = new Set<string>();

  constructor(
    readonly host: ReactiveControllerHost,
    readonly changes: Changes,
  ) {
    this.#transport = new Transport(host);
  }

  readonly #set: Set = (name, value, isTyping) => {
    this.#moved.add(attributeOf(name));
    return this.changes.set(name, value, isTyping);
  };

  /** A parameter was moved elsewhere. */
  leave(name: string): void {
    this.#moved.delete(attributeOf(name));
  }

  /** Whether an error is said here, beside the field that the value was typed into. */
  isRefusedHere(error: Error | undefined): error is ParameterError {
    return error instanceof ParameterError && this.#moved.has(error.attribute);
  }

  #refusalOf(parameter: string, refusals: Refusals): ParameterError | undefined {
    const error = refusals.get(attributeOf(parameter));
    return this.isRefusedHere(error) ? error : undefined;
  }

  /** How far playing is on the way to the iteration that is shown, from 0 to 1. */
  get phase(): number {
    return this.#transport.phase;
  }

  /** Plays of the element's own accord. */
  playByItself(): void {
    this.#transport.play({ isByItself: true });
  }

  /** The controls in the head of one picture. */
  render(tools: readonly Tool[], refusals: Refusals): TemplateResult[] {
    return tools
      .filter((tool) => !isInBar(tool))
      .map((tool) => {
        const refused = 'parameter' in tool ? this.#refusalOf(tool.parameter, refusals) : undefined;
        return RENDER[tool.kind as keyof typeof RENDER](tool as never, this.#set, refused);
      });
  }

  /** What the bar holds, of the tools of all pictures: one of each at most. */
  barOf(tools: readonly Tool[]): { steps?: ToolOf<'steps'>; play?: ToolOf<'play'>; rate?: ToolOf<'rate'> } {
    return {
      steps: tools.find((tool) => tool.kind === 'steps'),
      play: tools.find((tool) => tool.kind === 'play'),
      rate: tools.find((tool) => tool.kind === 'rate'),
    };
  }

  /**
   * @param isAwaited what is played is still to be computed
   * @param home the rate's default
   */
  renderBar(
    { steps, play, rate }: ReturnType<Tools['barOf']>,
    { isAwaited, refusals, home }: { isAwaited: boolean; refusals: Refusals; home: unknown },
  ): TemplateResult {
    const { set, move, show } = this.changes;
    return html`<div class="bar" part="bar">
      ${steps ? RENDER.steps(steps, this.#set, undefined) : nothing}
      ${rate ? renderRate(rate, { move: (value) => move(rate.parameter, value), set: (text, isTyping) => this.#set(rate.parameter, text, isTyping), home }, this.#refusalOf(rate.parameter, refusals)) : nothing}
      ${play ? this.#transport.render({ ...play, isAwaited, moveTo: (iteration, isByItself) => void (isByItself ? show : set)(play.parameter, iteration) }) : nothing}
    </div>`;
  }
}

type Render<Kind extends Tool['kind']> = (
  tool: ToolOf<Kind>,
  set: Set,
  refused: ParameterError | undefined,
) => TemplateResult;

const RENDER: { [Kind in Exclude<Tool['kind'], 'play' | 'rate'>]: Render<Kind> } = {
  pick: ({ parameter, label, title, options, names, value }, set) =>
    html`<div class="rates" role="group" aria-label=${title}>
      <span>${label}</span>
      ${choiceButtons(
        options,
        value,
        (option) => set(parameter, option),
        (option) => names?.[option] ?? (typeof option === 'number' ? formatNumber(option) : option),
      )}
    </div>`,

  slider: ({ parameter, label, value, stops }, set, refused) =>
    html`<div class="slider" role="group" aria-label=${label}>
      <span>${label}</span>
      <input
        type="range"
        min="0"
        max=${stops.length - 1}
        step="1"
        aria-label=${say('slider', { parameter: label })}
        aria-valuetext=${formatNumber(value)}
        .value=${String(
          Math.max(
            0,
            stops.findLastIndex((stop) => stop <= value),
          ),
        )}
        @input=${(event: Event) => set(parameter, stops[(event.target as HTMLInputElement).valueAsNumber])}
      />
      ${numberField({ parameter, label, value }, (text, isTyping) => set(parameter, text, isTyping), refused)}
      ${numberRefusal({ parameter, label, value }, refused)}
    </div>`,

  buttons: ({ buttons }) =>
    html`${buttons.map(({ label, press, isDisabled = false }) => html`<button type="button" ?disabled=${isDisabled} @click=${press}>${label}</button>`)}`,

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
