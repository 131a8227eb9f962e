import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../experiments/experiment';
import type { ExperimentElement } from '../elements/experiment-element';
import { THEMES, type ExperimentPage } from './page';
import { SHEETS, type SheetId } from './problems';
import { snippetFor } from './snippet';

/** An experiment of the page: what is said of it, and the element that shows it. */
export interface Section {
  name: string;
  tag: string;
  page: ExperimentPage;
  element: HTMLElement & Pick<ExperimentElement, 'setUp'> & { readonly result: object | undefined };
  /** The sheet's printed answers, once they are there. */
  claims: readonly Claim<never>[];
}

type TryOut = (section: Section, attributes: Readonly<Record<string, string>>) => void;

const themesOf = (sections: readonly Section[]) =>
  THEMES.map((title) => ({ title, sections: sections.filter(({ page }) => page.theme === title) })).filter(
    (theme) => theme.sections.length > 0,
  );

/** The list of experiments, by theme. */
export function renderContents(sections: readonly Section[]): TemplateResult {
  return html`<ul>
    ${themesOf(sections).map(
      (theme) =>
        html`<li>
          <span>${theme.title}</span>
          <ul>
            ${theme.sections.map(({ name, page }) => html`<li><a href="#${name}">${page.experiment.title}</a></li>`)}
          </ul>
        </li>`,
    )}
  </ul>`;
}

/** The page's body: every theme with its experiments. */
export function renderThemes(sections: readonly Section[], tryOut: TryOut): TemplateResult[] {
  return themesOf(sections).map(
    (theme) =>
      html`<section class="theme" aria-label=${theme.title}>
        <p class="theme-title">${theme.title}</p>
        ${theme.sections.map((section) => renderSection(section, tryOut))}
      </section>`,
  );
}

function renderSection(section: Section, tryOut: TryOut): TemplateResult {
  const { name, page, element } = section;
  return html`<article id=${name} class="experiment">
    <h2>${page.experiment.title}</h2>
    <p class="problem">${page.experiment.question}</p>
    ${element}
    <div class="notes">
      ${renderPath(section, tryOut)} ${renderClaims(section)} ${renderSnippet(section)}
    </div>
  </article>`;
}

function renderPath(section: Section, tryOut: TryOut): TemplateResult {
  const button = (attributes: Readonly<Record<string, string>>) =>
    html`<button type="button" @click=${() => tryOut(section, attributes)}>Try it</button>`;
  return html`<section class="try">
    <h3>What to try</h3>
    <ol>
      ${section.page.path.map(
        ({ title, text, attributes }) =>
          html`<li><b>${title}.</b> ${text} ${attributes ? button(attributes) : nothing}</li>`,
      )}
    </ol>
  </section>`;
}

function citationOf(claims: readonly { source: string }[]): string {
  const sheets = [...new Set(claims.map(({ source }) => source.split('.')[0]))];
  return sheets.map((sheet) => `${sheet}: ${SHEETS[sheet as SheetId].title}.`).join(' ');
}

/** The sheet's printed answers beside what was computed just now. */
function renderClaims({ page, element, claims }: Section): TemplateResult | typeof nothing {
  if (claims.length === 0) return nothing;
  const rows = claims.map((claim) => {
    const outcome = element.result ? claim.compute(element.result as never) : undefined;
    const missing = element.result ? 'Not tested with your current settings.' : 'Not computed yet.';
    return html`<tr>
      <td><span class="source">${claim.source}</span> ${claim.statement}</td>
      <td>${outcome?.computed ?? missing}</td>
      <td>${outcome ? html`<span class="verdict ${outcome.verdict}">${outcome.verdict}</span>` : '–'}</td>
    </tr>`;
  });
  return html`<section class="claims">
    <h3>What the sheet says, and what came out</h3>
    <div class="scroll" role="region" aria-label="Claims of the sheet: ${page.experiment.title}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">The sheet</th>
            <th scope="col">Computed here</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <p class="cite">${citationOf(claims)}</p>
  </section>`;
}

function renderSnippet({ tag, page, element }: Section): TemplateResult {
  const snippet = snippetFor(tag, element, page.experiment.parameters);
  const copy = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    await navigator.clipboard?.writeText(snippet).then(
      () => (button.textContent = 'Copied'),
      () => (button.textContent = 'Select and copy by hand'),
    );
  };
  return html`<section class="embed">
    <h3>Put this on your own page</h3>
    <p>This code embeds the experiment with your current settings:</p>
    <pre tabindex="0" aria-label="HTML that embeds ${page.experiment.title}"><code>${snippet}</code></pre>
    <button type="button" @click=${copy}>Copy</button>
  </section>`;
}
