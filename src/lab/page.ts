import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../experiments/experiment';
import { snippetFor } from './snippet';
import type { Linked } from './permalink';
import type { Section, Theme } from './themes';

/** An element of the page and the experiment that it shows. */
export interface SectionModel {
  tag: string;
  element: HTMLElement & { result: unknown };
  experiment: { name: string; title: string; problem: string; parameters: Linked['parameters'] };
  /** The sheet's printed answers, once they are there. */
  claims: readonly Claim<never>[];
}

type TryOut = (tag: string, attributes: Record<string, string>) => void;

/** The list of experiments, by theme. */
export function renderContents(themes: readonly Theme[], models: ReadonlyMap<string, SectionModel>): TemplateResult {
  return html`<ul>
    ${themes.map(
      ({ title, sections }) => html`<li>
        <span>${title}</span>
        <ul>
          ${sections.map(({ tag }) => html`<li><a href="#${models.get(tag)!.experiment.name}">${models.get(tag)!.experiment.title}</a></li>`)}
        </ul>
      </li>`,
    )}
  </ul>`;
}

/** The page's body: every theme with its experiments. */
export function renderThemes(
  themes: readonly Theme[],
  models: ReadonlyMap<string, SectionModel>,
  tryOut: TryOut,
): TemplateResult[] {
  return themes.map(
    ({ title, sections }) => html`<section class="theme" aria-label=${title}>
      <p class="theme-title">${title}</p>
      ${sections.map((section) => renderSection(section, models.get(section.tag)!, tryOut))}
    </section>`,
  );
}

function renderSection(section: Section, model: SectionModel, tryOut: TryOut): TemplateResult {
  const { experiment, element } = model;
  return html`<article id=${experiment.name} class="experiment">
    <h2>${experiment.title}</h2>
    <p class="problem">${experiment.problem}</p>
    ${element}
    <div class="notes">
      ${section.toTry.length > 0 ? renderToTry(section, tryOut) : nothing} ${renderClaims(model)} ${renderSnippet(model)}
    </div>
  </article>`;
}

function renderToTry({ tag, toTry }: Section, tryOut: TryOut): TemplateResult {
  return html`<section class="try">
    <h3>What to try</h3>
    <ul>
      ${toTry.map(({ text, attributes }) => html`<li>${text} ${attributes ? html`<button type="button" @click=${() => tryOut(tag, attributes)}>Set it up</button>` : nothing}</li>`)}
    </ul>
  </section>`;
}

/** What the sheets are called. */
const SHEETS: Record<string, string> = {
  S0: 'a deep-learning quiz on norms, stochastic gradients, losses and factorization',
  S2: '“Mathematical Foundations of Deep Neural Networks”, homework 1 (Spring 2024)',
};

function citationOf(claims: readonly { source: string }[]): string {
  const sheets = [...new Set(claims.map(({ source }) => source.split('.')[0]))];
  return sheets.map((sheet) => `${sheet}: ${SHEETS[sheet]}.`).join(' ');
}

const VERDICTS = { agrees: 'agrees', imprecise: 'imprecise', differs: 'differs' } as const;

/** The sheet's printed answers beside what was computed just now. */
function renderClaims({ experiment, element, claims }: SectionModel): TemplateResult | typeof nothing {
  if (claims.length === 0) return nothing;
  const rows = claims.map((claim) => ({
    claim,
    outcome: element.result ? claim.compute(element.result as never) : undefined,
  }));
  return html`<section class="claims">
    <h3>What the sheet says, and what came out</h3>
    <div class="scroll" role="region" aria-label="Claims of the sheet: ${experiment.title}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">The sheet</th>
            <th scope="col">Computed here</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ claim, outcome }) => html`<tr>
              <td><span class="source">${claim.source}</span> ${claim.statement}</td>
              <td>${outcome?.computed ?? (element.result ? 'Not part of the present settings.' : 'Not computed yet.')}</td>
              <td>${outcome ? html`<span class="verdict ${outcome.verdict}">${VERDICTS[outcome.verdict]}</span>` : '–'}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="cite">${citationOf(claims)}</p>
  </section>`;
}

function renderSnippet(model: SectionModel): TemplateResult {
  const snippet = snippetFor(model);
  const copy = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    await navigator.clipboard?.writeText(snippet).then(
      () => (button.textContent = 'Copied'),
      () => (button.textContent = 'Select and copy by hand'),
    );
  };
  return html`<section class="embed">
    <h3>In a page of your own</h3>
    <p>This line shows the element as it is set now:</p>
    <pre tabindex="0" aria-label="HTML that embeds ${model.experiment.title}"><code>${snippet}</code></pre>
    <button type="button" @click=${copy}>Copy</button>
  </section>`;
}
