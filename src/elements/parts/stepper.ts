import { html, type TemplateResult } from 'lit';

/** A worked example, step by step: on, back, and from the start. */
export function renderStepper(step: number, steps: number, moveTo: (step: number) => void): TemplateResult {
  return html`<div class="stepper" part="stepper" role="group" aria-label="Steps">
    <button type="button" class="primary" ?disabled=${step >= steps} @click=${() => moveTo(step + 1)}>Next step</button>
    <button type="button" ?disabled=${step <= 1} @click=${() => moveTo(step - 1)}>Back</button>
    <button type="button" ?disabled=${step <= 1} @click=${() => moveTo(1)}>Start again</button>
    <output>step <b>${step}</b> of ${steps}</output>
  </div>`;
}
