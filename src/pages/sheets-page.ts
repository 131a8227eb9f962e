import { escapeHtml, heading } from '../docs/blocks';
import type { Html } from '../docs/page';
import { isOf, sheetTable } from './claims-table';
import { CHECKED, problemOf, type Checked, type Printed } from './checked';
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
<button type="button" class="primary" id="check" disabled>Check all printed answers now</button>
<p id="counts" role="status"></p>
</div>
<p>A printed number <b>agrees</b> if it is the computed one, rounded to as many digits as are printed; it is <b>imprecise</b> if its last digit is off by one, and else it is <b>wrong</b>. A statement is imprecise if it is right in the main, and lacks something; it is wrong if what is computed contradicts it.</p>
<p>Beside what the sheets print, the lab’s tests check ${Object.keys(CHECKED).length} numbers and statements, each worked out to twenty digits by another program. They are listed under each problem.</p>
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
${factsTable(
  `Facts about ${sheet}`,
  factsWhere((id) => id.startsWith(`${sheet}.`) && problemOf(id) === undefined),
)}
</section>`;
}

function problemArticle(id: ProblemId, text: string, experiments: readonly LabExperiment[]): Html {
  const answering = experiments.filter(({ page }) => page.problems.includes(id));
  const links = answering.map(
    ({ name, page }) => `<a href="experiments/${name}.html">${escapeHtml(page.experiment.title)}</a>`,
  );
  const tables = answering.map(({ name, page, claims }) =>
    sheetTable(`Printed answers of ${id}: ${page.experiment.title}`, name, claims, id),
  );
  return `<article class="problem" id="${id}">
<h3><span class="source">${id.split('.')[1]}</span> ${escapeHtml(text)}</h3>
<p class="answered">${links.length > 0 ? `Answered in ${links.join(' and ')}` : 'Not yet in the lab'}</p>
${tables.join('\n')}
${factsOf(id)}
</article>`;
}

type Fact = readonly [id: string, fact: Checked];

const factsWhere = (holds: (id: string) => boolean): readonly Fact[] =>
  Object.entries(CHECKED).filter(([id]) => holds(id));

/** What is known of a problem: about the sheet's text in sight, and the rest on request. */
function factsOf(problem: ProblemId): Html {
  const facts = factsWhere((id) => problemOf(id) === problem);
  const ofText = facts.filter(([, { shownBy }]) => shownBy === 'sheets');
  const others = facts.filter(([, { shownBy }]) => shownBy !== 'sheets');
  return `${factsTable(`About the text of ${problem}`, ofText)}
${
  others.length === 0
    ? ''
    : `<details class="facts">
<summary>${others.length === 1 ? '1 more answer' : `${others.length} more answers`} that the tests check</summary>
${factsTable(`Facts about ${problem}`, others)}
</details>`
}`;
}

function factsTable(label: string, facts: readonly Fact[]): Html {
  if (facts.length === 0) return '';
  const rows = facts.map(
    ([id, { what, printed }]) => `<tr id="${id}">
<th scope="row"><span class="source">${escapeHtml(id)}</span> ${escapeHtml(what)}</th>
<td class="verdict ${VERDICTS[printed]}">${printed}</td>
</tr>`,
  );
  return `<div class="scroll" role="region" aria-label="${escapeHtml(label)}" tabindex="0">
<table class="claims facts">
<thead><tr><th scope="col">Fact</th><th scope="col">What the sheet prints</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`;
}

/** The colours of verdicts, by the names that checked answers have. */
const VERDICTS: Readonly<Record<Printed, string>> = {
  agrees: 'agrees',
  imprecise: 'imprecise',
  wrong: 'differs',
  'nothing printed': '',
};
