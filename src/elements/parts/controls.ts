import { html, nothing, type TemplateResult } from 'lit';
import {
  attributeOf,
  textOf,
  type ChoiceParameter,
  type NumberParameter,
  type Parameter,
  type Worded,
} from '../../experiments/parameters';
import { elementWords as say } from '../../words/elements';

/** What the controls need from the element that they belong to. */
export interface ControlsHost {
  /** The values that the element's properties hold, taken or not. */
  values: Record<string, unknown>;
  /** Parameters whose value something else decides: that value, and what does. */
  decided?: Record<string, { value: unknown; help: string }>;
  /** The attribute that was refused, if any. */
  refused?: string;
  change: (parameter: Parameter, value: unknown) => void;
}

/** The controls of a list of parameters: those in sight, and those behind "More". */
export function renderControls(parameters: readonly Parameter[], host: ControlsHost): TemplateResult {
  const of = (place: string) =>
    parameters.filter(({ control }) => control === place).map((parameter) => renderControl(parameter, host));
  const more = of('more');
  const isRefusedInMore = parameters.some(
    ({ name, control }) => control === 'more' && attributeOf(name) === host.refused,
  );
  return html`
    <div class="controls" part="controls">${of('shown')}</div>
    ${
      more.length === 0
        ? nothing
        : html`<details class="more" part="more" ?open=${isRefusedInMore}>
          <summary>${say('moreSettings')}</summary>
          <div class="controls">${more}</div>
        </details>`
    }
  `;
}

function renderControl(parameter: Parameter, host: ControlsHost): TemplateResult {
  const id = `control-${attributeOf(parameter.name)}`;
  const isRefused = host.refused === attributeOf(parameter.name);
  const decided = host.decided?.[parameter.name];
  return html`
    <div class="control control-${parameter.type} ${attributeOf(parameter.name)}" ?data-refused=${isRefused}>
      <label for=${id}>${parameter.label}${parameter.unit ? html` <span class="unit">${parameter.unit}</span>` : nothing}</label>
      ${parameter.type === 'choice' ? renderChoice(parameter, id, host) : renderField(parameter, id, isRefused, host)}
      <p class="help" id="${id}-help">${decided?.help ?? parameter.help}</p>
    </div>
  `;
}

function renderChoice(parameter: ChoiceParameter & Worded, id: string, host: ControlsHost): TemplateResult {
  const value = textOf(host.values[parameter.name]);
  return html`
    <select id=${id} aria-describedby="${id}-help" @change=${(event: Event) => host.change(parameter, (event.target as HTMLSelectElement).value)}>
      ${parameter.choices.map((choice) => html`<option value=${choice} ?selected=${choice === value} .selected=${choice === value}>${parameter.labelOf(choice)}</option>`)}
    </select>
  `;
}

/** A field takes any text and hands it on as it is: what is wrong with it is said in the element, not swallowed here. */
function renderField(parameter: Parameter, id: string, isRefused: boolean, host: ControlsHost): TemplateResult {
  const decided = host.decided?.[parameter.name];
  const value = decided ? decided.value : host.values[parameter.name];
  const hasSlider = parameter.type === 'integer' && parameter.scale === 'log';
  return html`
    <input
      id=${id}
      type="text"
      inputmode=${parameter.type === 'integer' ? 'numeric' : 'text'}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby="${id}-help"
      aria-invalid=${isRefused ? 'true' : 'false'}
      ?disabled=${decided !== undefined}
      .value=${textOf(value)}
      @change=${(event: Event) => host.change(parameter, (event.target as HTMLInputElement).value)}
    />
    ${hasSlider && !decided ? renderLogSlider(parameter, value, host) : nothing}
  `;
}

const SLIDER_STEPS = 200;

/** A slider on a logarithmic scale, beside the field that takes exact values. */
function renderLogSlider(parameter: NumberParameter & Worded, value: unknown, host: ControlsHost): TemplateResult {
  const decades = Math.log(parameter.maximum / parameter.minimum);
  const position =
    typeof value === 'number' && value > 0 ? (Math.log(value / parameter.minimum) / decades) * SLIDER_STEPS : 0;
  const valueAt = (p: number) => {
    const exact = parameter.minimum * Math.exp((p / SLIDER_STEPS) * decades);
    return Math.min(
      parameter.maximum,
      p >= SLIDER_STEPS ? parameter.maximum : Math.round(Number(exact.toPrecision(2))),
    );
  };
  return html`
    <input
      type="range"
      min="0"
      max=${SLIDER_STEPS}
      step="1"
      aria-label=${say('logarithmic', { parameter: parameter.label })}
      aria-valuetext=${textOf(value)}
      .value=${String(Math.round(position))}
      @input=${(event: Event) => host.change(parameter, valueAt((event.target as HTMLInputElement).valueAsNumber))}
    />
  `;
}
