import { escapeHtml, heading } from '../docs/blocks';
import type { Html } from '../docs/page';
import { isOf, sheetTable } from './claims-table';
import type { LabExperiment } from './lab';
import { layout } from './layout';
import { problems, SHEETS, type ProblemId, type SheetId } from './problems';

/** Every problem of the sheets: where it is answered, and every printed answer with its verdict. */
export function sheetsPage(experiments: readonly LabExperiment[]): Html {
  for (const { name, page, claims } of experiments)
    for (const { source } of claims)
      if (!page.problems.some((id) => isOf(id, source)))
        throw new Error(`a claim of ${name} is about ${source}, which its page.ts does not name among its problems`);
  const count = experiments.reduce((sum, { claims }) => sum + claims.length, 0);
  return layout({
    path: 'sheets.html',
    title: 'The five sheets · Descent Lab',
    description:
      'Every problem of the five sheets, where the lab answers it, and every printed answer with its verdict.',
    script: 'sheets',
    kind: 'sheets',
    body: `<main id="content">
<h1>The five sheets</h1>
<p class="lead">${problems.length} problems, in our own words. ${count} printed answers, each to be checked here and now: some are imprecise, some are wrong.</p>
<div class="check">
<button type="button" class="primary" id="check">Check all printed answers now</button>
<p id="counts" role="status"></p>
</div>
${(Object.keys(SHEETS) as SheetId[]).map((sheet) => sheetSection(sheet, experiments)).join('\n')}
</main>`,
  });
}

function sheetSection(sheet: SheetId, experiments: readonly LabExperiment[]): Html {
  return `<section class="a-sheet" aria-labelledby="${sheet}">
${heading(2, `${sheet} <span class="sheet-title">${SHEETS[sheet].title}</span>`, sheet)}
${problems
  .filter((problem) => problem.sheet === sheet)
  .map(({ id, text }) => problemArticle(id, text, experiments))
  .join('\n')}
</section>`;
}

function problemArticle(id: ProblemId, text: string, experiments: readonly LabExperiment[]): Html {
  const answering = experiments.filter(({ page }) => page.problems.includes(id));
  const links = answering.map(({ name, page }) => `<a href="experiments/${name}.html">${page.experiment.title}</a>`);
  const tables = answering.map(({ name, page, claims }) =>
    sheetTable(`Printed answers of ${id}: ${page.experiment.title}`, name, claims, id),
  );
  return `<article class="problem" id="${id}">
<h3><span class="source">${id.split('.')[1]}</span> ${escapeHtml(text)}</h3>
<p class="answered">${links.length > 0 ? `Answered in ${links.join(' and ')}` : 'Not yet in the lab'}</p>
${tables.join('\n')}
</article>`;
}
