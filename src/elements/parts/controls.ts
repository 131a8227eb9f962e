import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { AnyParameter, ParameterError, SliderScale } from '../../experiments/parameters';
import { textOf } from '../../experiments/parameters/values';
import { elementWords as say } from '../../words/elements';
import { spell, type Message } from '../../words/words';
import { FormulaField } from './formula-field';
import { pasteRows } from './paste-rows';
import { renderRefusal } from './refusal';
import { sliderStops } from './slider-stops';
import { typed } from './typed';

/** What the controls show. */
export interface ControlsContent {
  /** The values that the element's properties hold, taken or not. */
  values: Readonly<Record<string, unknown>>;
  /** The last values that could be taken. */
  valid: Readonly<Record<string, unknown>>;
  /** Parameters whose value the data decide: that value, and why. */
  decided: Readonly<Record<string, { value: unknown; help: Message }>>;
  /** Why values are refused, by attribute. */
  refusals: ReadonlyMap<string, ParameterError>;
}

/** The controls of an element's parameters: those in sight, and those behind "More settings". */
export class Controls {
  #shown = new Set<string>();
  #isMoreOpen = false;
  #isHelpOpen = false;
  /** By attribute: what is being typed stays while the rest is drawn anew. */
  readonly #formulas = new Map<string, FormulaField>();

  constructor(
    readonly host: ReactiveControllerHost,
    readonly change: (parameter: AnyParameter, value: unknown, isTyping?: boolean) => boolean,
  ) {}

  /** Whether an attribute has a control at present. */
  shows(attribute: string): boolean {
    return this.#shown.has(attribute);
  }

  /** @param section where the parameters' words are */
  render(section: string, parameters: readonly AnyParameter[], content: ControlsContent): TemplateResult {
    this.#shown = new Set(parameters.map(({ attribute }) => attribute));
    const isMore = ({ control }: AnyParameter) => control === 'more';
    const more = parameters.filter(isMore);
    // Only a person closes the box: a refused value must be in sight, and stays so while it is mended.
    if (more.some(({ attribute }) => content.refusals.has(attribute))) this.#isMoreOpen = true;
    const renderAll = (list: readonly AnyParameter[]) => list.map((one) => this.#renderControl(section, one, content));
    return html`
      <div class="settings" data-help=${this.#isHelpOpen ? 'open' : 'closed'} @keydown=${this.#onKey}>
        <div class="settings-head">
          <span>${say('settingsTitle')}</span>
          <button type="button" class="quiet" aria-expanded=${this.#isHelpOpen ? 'true' : 'false'} @click=${() => this.#showHelp(!this.#isHelpOpen)}>${say('explain')}</button>
        </div>
        <div class="controls" part="controls">${renderAll(parameters.filter((one) => !isMore(one)))}</div>
        ${
          more.length === 0
            ? nothing
            : html`<details class="more" part="more" .open=${this.#isMoreOpen} @toggle=${(event: Event) => (this.#isMoreOpen = (event.target as HTMLDetailsElement).open)}>
                <summary>${say('moreSettings')}</summary>
                <div class="controls">${renderAll(more)}</div>
              </details>`
        }
      </div>
    `;
  }

  #showHelp(isOpen: boolean): void {
    this.#isHelpOpen = isOpen;
    this.host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.#isHelpOpen) return;
    event.preventDefault();
    this.#showHelp(false);
  };

  #renderControl(section: string, parameter: AnyParameter, content: ControlsContent): TemplateResult {
    const { name, attribute, about, type } = parameter;
    const id = `control-${attribute}`;
    const owner = ['engine', 'controls', 'loading'].includes(name) ? 'elements' : section;
    const word = (key: string) => spell({ section: owner, key: `${name}.${key}` });
    const refused = content.refusals.get(attribute);
    const decided = content.decided[name];
    const label = word('label');
    const described = `${id}-help${refused ? ` ${id}-refused` : ''}`;
    const { control } = type;
    const choices = control.kind === 'menu' ? control.choices.map((choice) => [choice, word(choice)] as const) : [];
    const kind = control.kind === 'field' ? control.content : control.kind === 'menu' ? menuKind(choices) : 'long';
    const shown = shownText(parameter, decided ? decided.value : content.values[name], content.valid[name]);
    return html`
      <div class="control control-${kind} ${attribute}" ?data-refused=${refused !== undefined}>
        <label for=${id}>${label}${about.unit ? html` <span class="unit">${about.unit}</span>` : nothing}</label>
        ${
          control.kind === 'formula'
            ? this.#formulaOf(parameter).render({ id, label, control, text: shown, refused })
            : control.kind === 'menu'
              ? html`<select id=${id} aria-describedby=${described} @change=${(event: Event) => this.change(parameter, (event.target as HTMLSelectElement).value)}>
                ${choices.map(([choice, text]) => html`<option value=${choice} .selected=${choice === textOf(content.values[name])}>${text}</option>`)}
              </select>`
              : html`<input id=${id} type="text" inputmode=${kind === 'number' ? 'decimal' : 'text'} autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby=${described} aria-invalid=${refused ? 'true' : 'false'} ?disabled=${decided !== undefined}
                @paste=${control.kind === 'area' ? pasteRows : nothing}
                ${typed({
                  text: shown,
                  isSame: (typed, text) => readText(parameter, typed) === text,
                  set: (text, isTyping) => this.change(parameter, enteredText(parameter, text), isTyping),
                })} />`
        }
        ${control.kind === 'field' && control.slider && !decided ? this.#renderSlider(parameter, control.slider, label, content) : nothing}
        ${refused && control.kind !== 'formula' ? renderRefusal(id, label, refused) : nothing}
        <p class="help" id="${id}-help">${decided ? spell(decided.help) : word('help')}</p>
      </div>
    `;
  }

  #formulaOf(parameter: AnyParameter): FormulaField {
    let field = this.#formulas.get(parameter.attribute);
    if (!field) {
      field = new FormulaField(this.host, (text) => this.change(parameter, text));
      this.#formulas.set(parameter.attribute, field);
    }
    return field;
  }

  /** A slider beside the field that takes exact values. It stands where the last valid value is. */
  #renderSlider(parameter: AnyParameter, scale: SliderScale, label: string, content: ControlsContent): TemplateResult {
    const value = [content.values[parameter.name], content.valid[parameter.name]].find(
      (one) => typeof one === 'number',
    ) as number | undefined;
    const stops = sliderStops(scale, parameter.default);
    const position = stops.findLastIndex((stop) => value !== undefined && stop <= value);
    return html`<input type="range" min="0" max=${stops.length - 1} step="1"
      aria-label=${say(scale.scale === 'log' ? 'logarithmic' : 'slider', { parameter: label })}
      aria-valuetext=${textOf(value)}
      .value=${String(Math.max(0, position))}
      @input=${(event: Event) => this.change(parameter, stops[(event.target as HTMLInputElement).valueAsNumber])} />`;
  }
}

/** Longer words have no room in a menu as wide as a number's field. */
const MOST_LETTERS = 9;

/** A menu whose words are long takes as much room as a text. */
const menuKind = (choices: readonly (readonly [string, string])[]) =>
  choices.some(([, text]) => text.length > MOST_LETTERS) ? 'text' : 'menu';

const AUTO = 'auto';

/** What stands in a field: the value, and of what is automatic, what it has become. */
function shownText(parameter: AnyParameter, value: unknown, valid: unknown): string {
  const isWorkedOut = value === AUTO && parameter.default === AUTO && valid !== undefined && valid !== AUTO;
  return isWorkedOut ? `${AUTO}: ${parameter.print(valid)}` : parameter.print(value);
}

/** The value that was entered: what is automatic is so until it is edited, and again where nothing is left. */
function enteredText(parameter: AnyParameter, text: string): string {
  if (parameter.default !== AUTO) return text;
  return text.replace(/^\s*auto:\s*/, '').trim() || AUTO;
}

/** What a text that was typed stands for, as it is printed; undefined where it cannot be read. */
function readText(parameter: AnyParameter, text: string): string | undefined {
  try {
    return parameter.print(parameter.parse(enteredText(parameter, text)));
  } catch {
    return undefined;
  }
}
