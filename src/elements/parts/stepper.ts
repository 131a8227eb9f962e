import { html, type TemplateResult } from 'lit';
import { matrixFactorizationWords as say } from '../../words/matrix-factorization';
import { withMarked } from './with-marked';

/** A worked example, step by step: on, back, and from the start. */
export function renderStepper(step: number, steps: number, moveTo: (step: number) => void): TemplateResult {
  return html`<div class="stepper" part="stepper" role="group" aria-label=${say('steps')}>
    <button type="button" class="primary" ?disabled=${step >= steps} @click=${() => moveTo(step + 1)}>${say('nextStep')}</button>
    <button type="button" ?disabled=${step <= 1} @click=${() => moveTo(step - 1)}>${say('back')}</button>
    <button type="button" ?disabled=${step <= 1} @click=${() => moveTo(1)}>${say('startAgain')}</button>
    <output>${withMarked(say.later('stepOf', { step, steps }), 'step')}</output>
  </div>`;
}
