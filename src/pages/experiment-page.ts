import { code, escapeHtml, heading, live } from '../docs/blocks';
import type { Html } from '../docs/page';
import { reference } from '../docs/reference';
import { sheetTable } from './claims-table';
import type { LabExperiment } from './lab';
import { layout } from './layout';
import type { Step } from './page';
import { problems, SHEETS } from './problems';
import { addressOf } from './steps';

/** The page of an experiment: its element, a guided path, what its sheet says, the mathematics, and how to embed it. */
export function experimentPage(experiment: LabExperiment): Html {
  const { name, page } = experiment;
  const { title, question } = page.experiment;
  return layout({
    path: `experiments/${name}.html`,
    title: `${title} · Descent Lab`,
    description: question,
    script: 'experiment',
    kind: 'experiment',
    aside: '<button type="button" class="share" disabled>Share</button>',
    body: `<main id="content" data-first="${page.first.join(' ')}">
<div class="bench">
<h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(page.lead ?? question)}</p>
${strip(experiment)}
${caption(page)}
<h2 class="unseen">The experiment</h2>
<gd-${name} id="experiment" views="${page.first.join(' ')}"></gd-${name}>
</div>
${path(experiment)}
${prediction(page)}
${deeper(experiment)}
${sheet(experiment)}
<section class="text" id="mathematics" aria-labelledby="the-mathematics">
${heading(2, 'The mathematics')}
${page.mathematics.map(({ title, id, html }) => `${heading(3, title, id)}\n${html}`).join('\n')}
</section>
${page.numpy ? numpy() : ''}
${embed(experiment)}
</main>`,
  });
}

const link = (experiment: LabExperiment, step: Step, i: number, content: Html, more = '') =>
  `<a href="${escapeHtml(addressOf(experiment.page, step, i + 1))}" data-step="${i + 1}" data-view="${step.view}"${more}>${content}</a>`;

/** The path's steps in a line above the element. */
function strip(experiment: LabExperiment): Html {
  const { path } = experiment.page;
  return `<nav class="strip" aria-label="Guided path">
<ol>
${path.map((step, i) => `<li>${link(experiment, step, i, `<b>${i + 1}</b> ${step.title}`)}</li>`).join('\n')}
</ol>
</nav>`;
}

/** What a step says, in sight beside its picture once it is set up. */
function caption({ path }: LabExperiment['page']): Html {
  return `<div class="caption" role="group" aria-label="Guided path" tabindex="-1" hidden>
${path.map(({ title, text }, i) => `<p data-caption="${i + 1}" hidden><b>${i + 1} ${title}.</b> ${escapeHtml(text)}</p>`).join('\n')}
<p class="caption-ways"><button type="button" data-next>Next</button> <button type="button" data-back>Back to my settings</button></p>
</div>`;
}

/** The path to read: every step beside its own picture. */
function path(experiment: LabExperiment): Html {
  const { name, page } = experiment;
  const steps = page.path.map((step, i) => {
    const { title, text, view, attributes } = step;
    const tryIt = link(experiment, step, i, 'Try it', ` class="button" aria-label="Try it: ${escapeHtml(title)}"`);
    const picture = attributes
      ? `<div class="step-picture"><gd-${name} controls="none"${written({ ...attributes, views: view })}></gd-${name}></div>`
      : '';
    return `<li class="step" id="step-${i + 1}">
<div class="step-text"><h3><span class="number">${i + 1}</span> ${title}</h3>
<p>${escapeHtml(text)}</p>
<p>${tryIt}</p></div>
${picture}
</li>`;
  });
  return `<section class="path" aria-labelledby="path">
${heading(2, 'Step by step', 'path')}
<ol>
${steps.join('\n')}
</ol>
</section>`;
}

const written = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');

/** Questions to answer before theory is shown. */
function prediction({ experiment: { name }, prediction }: LabExperiment['page']): Html {
  if (!prediction) return '';
  const { text, attributes, tasks } = prediction;
  const asked = tasks.map(({ question, choices, ...rest }) => {
    const all = { for: 'prediction', ...rest, ...(choices && { choices: choices.join(' | ') }) };
    return `<gd-task${written(all)}>${escapeHtml(question)}</gd-task>`;
  });
  return `<section class="prediction" aria-labelledby="predict">
${heading(2, 'Predict first', 'predict')}
<p>${escapeHtml(text)} The limits appear once you have answered.</p>
<div class="tasks">
${asked.join('\n')}
</div>
<gd-${name} id="prediction" answers="hidden"${written(attributes)}></gd-${name}>
</section>`;
}

/** The pictures that are not shown at first. */
function deeper({ page, views }: LabExperiment): Html {
  const others = views.filter(({ name }) => !page.first.includes(name));
  if (others.length === 0) return '';
  return `<section class="deeper" aria-labelledby="deeper">
${heading(2, 'Go deeper', 'deeper')}
<ul>
${others.map(({ name, title, hint }) => `<li><div><h3>${title}</h3><p>${escapeHtml(hint)}</p></div><button type="button" disabled data-deeper="${name}" aria-pressed="false" aria-label="Show: ${escapeHtml(title)}">Show</button></li>`).join('\n')}
</ul>
</section>`;
}

/** What the sheet asks and prints, and what comes out. */
function sheet({ name, page, claims }: LabExperiment): Html {
  const asked = problems.filter(({ id }) => page.problems.includes(id));
  const sheets = [...new Set(asked.map(({ sheet }) => sheet))];
  return `<section class="sheet" aria-labelledby="sheet">
${heading(2, 'What the sheet says, and what came out', 'sheet')}
<p class="off" hidden>With your settings this is no longer the sheet’s problem. <a href="?">Back to the sheet’s</a></p>
<div class="on">
<dl class="asked">${asked.map(({ id, text }) => `<div><dt>${id}</dt><dd>${escapeHtml(text)}</dd></div>`).join('')}</dl>
${page.lead ? `<p>${escapeHtml(page.experiment.question)}</p>` : ''}
${sheetTable(`Printed answers: ${page.experiment.title}`, name, claims, page.problems.length > 1 ? undefined : page.problems[0])}
<p class="cite">${sheets.map((id) => `${id}: ${SHEETS[id].title}.`).join(' ')} <a href="../sheets.html">All five sheets</a></p>
</div>
</section>`;
}

/** Filled by the page's script, as the settings are. */
function numpy(): Html {
  return `<section class="text" aria-labelledby="numpy">
${heading(2, 'The same in Python', 'numpy')}
<p>These lines reproduce the numbers above, with your current settings.</p>
${code('', 'The same in Python', 'numpy')}
</section>`;
}

function embed({ name, page, element }: LabExperiment): Html {
  const parts = [
    {
      title: 'Examples',
      html: `<p>Each runs here, beside the code that it runs from. All attributes are optional; the examples compute little, so that they are quick.</p>\n${page.examples.map(live).join('\n')}`,
    },
    ...reference(element),
  ];
  return `<section class="text embed" aria-labelledby="embed">
${heading(2, 'Put this on your own page', 'embed')}
<p>This code embeds the experiment with your current settings. <code>&lt;gd-${name}&gt;</code> is a custom element; <a href="../docs/embed.html">two lines</a> are all that it takes. Where a page takes no scripts, <a href="../docs/embed.html#in-an-iframe">an iframe</a> shows it.</p>
${code(`<gd-${name}></gd-${name}>`, `HTML that embeds ${page.experiment.title}`, 'snippet')}
${page.introduction}
${parts
  .map(
    ({ title, html, ...rest }) => `<details class="more" id="more-${idOf(title, rest)}">
<summary>${title}</summary>
<section aria-label="${title}" id="${idOf(title, rest)}">
${html}
</section>
</details>`,
  )
  .join('\n')}
</section>`;
}

const idOf = (title: string, { id }: { id?: string }) => id ?? title.toLowerCase().replaceAll(' ', '-');
