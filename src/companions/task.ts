import { css, html, nothing, type TemplateResult } from 'lit';
import { Companion, valueAt } from './companion';
import { nearestPaths } from './nearest';
import { companionWords as say } from './words';

/** What is computed may be off by this much: a 0 is seldom exactly 0. */
const ROUNDING = 1e-12;

/**
 * `<gd-task for="descent" of="threshold" tolerance="5%">At which rate does it diverge?</gd-task>`: a question whose answer a
 * learner predicts, and checks against another element's result when he asks for it. Once all tasks of an element are answered, it shows
 * what `answers="hidden"` has kept back. Nothing is stored or sent.
 *
 * @slot - the question
 * @attr for - the id of the element
 * @attr of - where the answer stands: a path into the result, or a parameter
 * @attr choices - answers to choose from, separated by `|`; a number to type without it
 * @attr answer - the right choice, or number, where it does not stand in a result
 * @attr tolerance - how far off a number may be: `0.1`, or a share of the answer, `5%`; 1% by default
 * @fires gd-answer - checked; `detail` is `{given, expected, isRight, attempts}`
 */
export class GdTask extends Companion {
  static override properties = {
    ...Companion.properties,
    of: {},
    choices: {},
    answer: {},
    tolerance: {},
    given: { state: true },
    said: { state: true },
  };
  static override styles = css`
    :host {
      display: block;
      margin-block: 1em;
      padding: 0.75em 1em;
      border: 1px solid color-mix(in srgb, currentColor 25%, transparent);
      border-radius: 10px;
    }
    :host([hidden]) {
      display: none;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em 1em;
      align-items: center;
      margin-top: 0.5em;
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1em;
      margin: 0;
      padding: 0;
      border: 0;
    }
    input:not([type]),
    button {
      box-sizing: border-box;
      min-height: 34px;
      padding: 3px 12px;
      border: 1px solid color-mix(in srgb, currentColor 45%, transparent);
      border-radius: 7px;
      background: none;
      font: inherit;
      color: inherit;
    }
    button {
      cursor: pointer;
    }
    input:not([type]) {
      width: 8em;
    }
  `;
  declare of: string;
  declare choices: string;
  declare answer: string;
  declare tolerance: string;
  /** What was answered at last. */
  declare given: string;
  declare said: string | undefined;
  /** Whether it has been answered right, once at least. */
  isAnswered = false;
  /** How often it was checked. */
  attempts = 0;
  /** The choices that were complained of. */
  #complained = '';

  constructor() {
    super();
    this.of = this.choices = this.answer = this.given = '';
    this.tolerance = '1%';
  }

  protected override render(): TemplateResult {
    const choices = this.#listed;
    const pick = (event: Event) => {
      this.given = (event.target as HTMLInputElement).value;
      // What was said was said of another answer.
      this.said = undefined;
    };
    return html`<div id="question"><slot></slot></div>
      <form @submit=${(event: Event) => this.#submit(event)}>
        ${
          choices.length > 0
            ? html`<fieldset aria-labelledby="question">
                ${choices.map(
                  (choice) =>
                    html`<label><input type="radio" name="answer" value=${choice} @change=${pick} /> ${choice}</label>`,
                )}
              </fieldset>`
            : html`<input aria-label=${say('yourAnswer')} inputmode="decimal" autocomplete="off" .value=${this.given} @input=${pick} />`
        }
        <button>${say('check')}</button>
        <span role="status">${this.said ?? this.#slip ?? nothing}</span>
      </form>`;
  }

  get #listed(): string[] {
    return this.choices
      .split('|')
      .map((choice) => choice.trim())
      .filter(Boolean);
  }

  /** A slip of who wrote the task, as soon as it can be known: it could not be answered. */
  get #slip(): string | undefined {
    const { target, of: path, answer } = this;
    if (this.#lacksAnswer) return say('noChoice');
    const isMissing = answer === '' && target?.result !== undefined && valueAt(target, path) === undefined;
    return isMissing ? this.noValue(path, nearestPaths(target, path)) : undefined;
  }

  /** The answer is none of the choices. */
  get #lacksAnswer(): boolean {
    const { target, of: path, answer } = this;
    const value = answer === '' ? target?.result && valueAt(target, path) : answer;
    return this.choices !== '' && value !== undefined && !this.#listed.includes(String(value).trim());
  }

  protected override updated(): void {
    super.updated();
    const { answer, of: path, choices } = this;
    if (!this.#lacksAnswer || this.#complained === choices) return;
    this.#complained = choices;
    console.warn('gd-task: “%s” is none of the choices “%s”', answer || valueAt(this.target!, path), choices);
  }

  /** The other tasks of the same element. */
  get #others(): GdTask[] {
    const root = this.getRootNode() as Document | ShadowRoot;
    const same = root.querySelectorAll<GdTask>(`gd-task[for="${CSS.escape(this.htmlFor)}"]`);
    return [...same].filter((task) => task !== this);
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.check();
  }

  /** Compares what was answered with what is right, once the element has computed it; says so, and tells the page. */
  async check(): Promise<void> {
    const given = this.given.trim();
    const isChoice = this.choices !== '';
    if (given === '') return this.#refuse(say(isChoice ? 'choose' : 'type'));
    const number = numberOf(given);
    if (!isChoice && !Number.isFinite(number)) return this.#refuse(say('notANumber', { got: given }));
    const expected = await this.#expected(isChoice);
    if (expected === undefined) return;
    this.attempts++;
    const isRight = isChoice
      ? given === String(expected).trim()
      : Math.abs(number - numberOf(expected)) <= this.#allowed(numberOf(expected));
    this.said = say(isRight ? 'right' : 'wrong');
    if (isRight) this.isAnswered = true;
    const detail = { given: isChoice ? given : number, expected, isRight, attempts: this.attempts };
    this.dispatchEvent(new CustomEvent('gd-answer', { detail, bubbles: true, composed: true }));
    if (this.#others.every(({ isAnswered }) => isAnswered) && isRight && this.target) this.target.answers = 'shown';
  }

  /** What is right; undefined, with a word about it, where that is not to be had. */
  async #expected(isChoice: boolean): Promise<unknown> {
    const { target, htmlFor: id, of: path, answer } = this;
    if (answer === '') {
      if (!target) return this.#refuse(say('noTarget', { id }));
      await target.settled.catch(() => undefined);
    }
    const value = answer === '' ? valueAt(target!, path) : answer;
    if (value === undefined || (!isChoice && typeof value !== 'number' && answer === ''))
      return this.#refuse(
        value === undefined && target ? this.noValue(path, nearestPaths(target, path)) : say('noValue', { path, id }),
      );
    if (isChoice && this.#lacksAnswer) return this.#refuse(say('noChoice'));
    if (!isChoice && !Number.isFinite(numberOf(value))) return this.#refuse(say('notANumber', { got: String(value) }));
    return value;
  }

  #allowed(expected: number): number {
    const amount = Number.parseFloat(this.tolerance.replace(',', '.')) || 0;
    return ROUNDING + (this.tolerance.trim().endsWith('%') ? (amount / 100) * Math.abs(expected) : amount);
  }

  #refuse(text: string): undefined {
    this.said = text;
  }
}

/** A number, also as people write one. */
const numberOf = (given: unknown) => Number(String(given).replace(',', '.').replace('−', '-'));
