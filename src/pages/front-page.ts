import { escapeHtml, heading } from '../docs/blocks';
import type { Html } from '../docs/page';
import type { LabExperiment } from './lab';
import { layout } from './layout';
import { THEMES } from './page';
import { problems } from './problems';

const pictures = Object.keys(import.meta.glob('../../e2e/screenshots/*-light.png'));

/** Whether the screenshot tests keep a picture of an experiment. */
const hasPicture = (name: string) => pictures.includes(`../../e2e/screenshots/${name}-light.png`);

/** The rates that the live picture goes through, and what happens at each. */
const RATES = [
  ['0.01', 'both minima hold'],
  ['0.3', 'only the wide one'],
  ['4', 'none'],
];

/** The front page: one live picture, and a card for every experiment. */
export function frontPage(experiments: readonly LabExperiment[]): Html {
  const answered = problems.filter(({ id }) => experiments.some(({ page }) => page.problems.includes(id))).length;
  return layout({
    path: 'index.html',
    title: 'Descent Lab',
    description:
      'See how neural networks are trained: whole populations of gradient descent runs, computed live in your browser, with the theory drawn over the measurement.',
    script: 'front',
    kind: 'front',
    body: `<main id="content">
<section class="hero" aria-labelledby="hero">
<div class="hero-words">
<h1 id="hero">See how neural networks are trained</h1>
<p class="lead">Two thousand runs of gradient descent on one function, computed in your browser as you watch. The learning rate decides where they end. Change it.</p>
</div>
<div class="hero-picture">
<gd-wide-minima views="landscape" controls="none" loading="eager" starts="2000" sampling="grid" learning-rates="0.01 0.3 4" selected-rate="0.01"></gd-wide-minima>
</div>
<div class="hero-ways">
<div class="hero-rates" role="group" aria-label="Learning rate">
${RATES.map(([rate, what], i) => `<button type="button" disabled data-rate="${rate}" aria-pressed="${i === 0}"><b>${rate}</b> ${what}</button>`).join('\n')}
</div>
<p><a class="button primary" href="experiments/wide-minima.html">Open this experiment</a> <button type="button" id="pause" disabled>Pause</button></p>
</div>
</section>
<section id="experiments" aria-labelledby="all">
${heading(2, 'Experiments', 'all')}
${THEMES.map((theme) => themeSection(theme, experiments)).join('\n')}
</section>
<section class="to-sheets" aria-labelledby="five">
${heading(2, 'The five sheets', 'five')}
<p>The experiments answer ${answered} of the ${problems.length} problems of five deep-learning problem sheets. <a href="sheets.html">Every problem, and every printed answer with its verdict</a></p>
</section>
</main>`,
  });
}

function themeSection(theme: string, all: readonly LabExperiment[]): Html {
  const experiments = all.filter(({ page }) => page.theme === theme);
  if (experiments.length === 0) return '';
  return `<div class="theme">
<h3>${theme}</h3>
<ul class="cards">
${experiments.map(card).join('\n')}
</ul>
</div>`;
}

function card({ name, page }: LabExperiment): Html {
  const picture = hasPicture(name)
    ? `<picture class="card-picture"><source media="(prefers-color-scheme: dark)" srcset="pictures/${name}-dark.png" vite-ignore /><img src="pictures/${name}-light.png" alt="" loading="lazy" decoding="async" width="800" height="430" vite-ignore /></picture>`
    : '<span class="card-picture"></span>';
  return `<li><a class="card" href="experiments/${name}.html" data-experiment="${name}">
${picture}
<b>${escapeHtml(page.experiment.title)}</b>
<span>${escapeHtml(page.lead ?? page.experiment.question)}</span>
</a></li>`;
}
