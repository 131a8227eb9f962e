import { select } from 'd3';
import css from './landscape.css?inline';
import * as plot from './kit';
import { formatCount, formatShare } from './kit/format';
import { landscapeWords as say, type LandscapeData } from './landscape-data';
import { isFaded, occurringIn, outcomeKey } from './outcome';

/** Where the runs end: the key, with the count and the share of each outcome, under a bar that is divided by them. */
export function drawCounts(root: HTMLElement, data: LandscapeData): void {
  const { counts, outcomes, population } = data;
  plot.adoptStyles(root, css);
  const box = plot.one<HTMLDivElement>(root, 'div', 'gd-ends');
  const among = occurringIn(population?.outcome ?? []);
  const key = outcomeKey(data, (outcome) => (counts?.byOutcome[outcome] ?? 0) > 0 || among(outcome));
  if (!counts) {
    plot.drawKey(box, key);
    return;
  }
  const { byOutcome, total, starts } = counts;
  select(plot.one<HTMLDivElement>(box, 'div', 'gd-ends-bar'))
    .attr('aria-hidden', true)
    .selectAll<HTMLSpanElement, number>('span')
    .data(byOutcome)
    .join('span')
    .style('flex-grow', (count) => count)
    .style('background', (_, i) => plot.color(outcomes[i].color))
    .style('opacity', (_, i) => (isFaded(data, i) ? 0.25 : 1));
  const runs =
    total < starts
      ? say('someRuns', { number: formatCount(total), starts: formatCount(starts) })
      : say('allRuns', { count: starts });
  plot.one<HTMLDivElement>(box, 'div', 'gd-ends-total').textContent = runs;
  plot.drawKey(box, {
    ...key,
    entries: outcomes.map((outcome, i) => ({
      ...outcome,
      note: say('outcomeCount', { number: formatCount(byOutcome[i]), share: formatShare(byOutcome[i] / total) }),
    })),
  });
}
