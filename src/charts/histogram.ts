import { select } from 'd3';
import { roundTicks } from './axes';
import { one, set, textWidth, widthOf } from './old';
import { formatCount, formatNumber, formatShare } from './kit/format';
import { drawPanel, type PanelLayout } from './histogram-panel';
import { onEmphasis } from './kit/key';
import { outcomeColor } from './old';
import type { HistogramData, HistogramPanel } from './types';
import { chartWords } from './kit/words';
import { histogramWords as say } from '../words/charts-descent';

const SIDE_BY_SIDE = 620;
const PLOT_HEIGHT = 88;

/** Where the runs ended, one histogram for each learning rate, with the count of every outcome beside it. */
export function drawHistogram(container: HTMLElement, data: HistogramData): void {
  container.classList.add('gd-chart');
  const width = widthOf(container, data.width);
  const counts = Math.ceil(countsWidth(container, data));
  const isWide = width >= SIDE_BY_SIDE;
  const plotWidth = isWide ? width - counts - 24 : width;
  const panels = one<HTMLDivElement>(container, 'div', 'gd-panels');
  select(panels)
    .selectAll<HTMLDivElement, HistogramPanel>('div.gd-panel')
    .data(data.panels)
    .join('div')
    .attr('class', 'gd-panel')
    .each(function (panel, i) {
      drawHead(this, data, panel, i);
      const body = one<HTMLDivElement>(this, 'div', 'gd-panel-body');
      body.style.gap = isWide ? '24px' : '6px';
      const plot = one<HTMLDivElement>(body, 'div', 'gd-plot');
      drawPanel(plot, data, panel, layOut(container, data, panel, plotWidth, i, isWide));
      const table = one<HTMLTableElement>(body, 'table', 'gd-counts');
      table.style.width = isWide ? `${counts}px` : '';
      table.style.marginTop = isWide ? '8px' : '0';
      table.style.marginLeft = isWide ? '0' : '44px';
      drawCounts(table, data, panel);
    });
}

function layOut(
  container: HTMLElement,
  data: HistogramData,
  panel: HistogramPanel,
  width: number,
  index: number,
  isWide: boolean,
): PanelLayout {
  // All panels share their axes: what runs along them is said once.
  const titled = { x: !isWide || index === data.panels.length - 1, y: index === 0 };
  const top = titled.y ? 30 : 8;
  const left = 44;
  const hasOutside = data.panels.some(({ counts }) => counts.some((bins) => bins[0] > 0 || bins[bins.length - 1] > 0));
  const edge = hasOutside ? 24 : 0;
  const aside = 68;
  const start = left + edge;
  const end = width - aside - edge;
  return {
    width,
    height: top + PLOT_HEIGHT + (titled.x ? 42 : hasOutside ? 36 : 22),
    top,
    bottom: top + PLOT_HEIGHT,
    titled,
    left,
    start,
    end,
    edge,
    divergedAt: width - 27,
    ticks: roundTicks(
      panel.bins.low,
      panel.bins.high,
      Math.round((end - start) / Math.max(60, 3 * textWidth(container, formatNumber(panel.bins.high), 11))),
    ),
  };
}

/** The learning rate; with a handler it is the button that shows this rate in the other pictures. */
function drawHead(parent: HTMLElement, data: HistogramData, panel: HistogramPanel, index: number): void {
  const head = one<HTMLParagraphElement>(parent, 'p', 'gd-panel-head');
  const tag = data.onPick ? 'button' : 'span';
  if (head.firstElementChild && head.firstElementChild.localName !== tag) head.replaceChildren();
  const name = one<HTMLElement>(head, tag, 'gd-panel-pick');
  name.textContent = chartWords('learningRate', { rate: formatNumber(panel.learningRate) });
  if (data.onPick) {
    set(name, { type: 'button', 'aria-pressed': data.selected === index });
    name.onclick = () => data.onPick!(index);
  }
  const settled =
    panel.medianIterations === null
      ? say('noneConverged')
      : say('settled', { iteration: formatCount(panel.medianIterations) });
  one(head, 'span', 'gd-quiet').textContent = say('starts', { number: formatCount(panel.total), settled });
}

/** Every outcome with its count and share: nothing that a run can do is left out. */
function drawCounts(table: HTMLTableElement, data: HistogramData, panel: HistogramPanel): void {
  let caption = table.caption;
  if (!caption) {
    caption = table.createCaption();
    caption.className = 'gd-hidden';
  }
  caption.textContent = say('caption', { rate: formatNumber(panel.learningRate) });
  const body = table.tBodies[0] ?? table.createTBody();
  select(body)
    .selectAll<HTMLTableRowElement, number>('tr')
    .data(panel.totals)
    .join('tr')
    .each(function (count, outcome) {
      const { highlighted } = data;
      this.classList.toggle('gd-none', count === 0 || (highlighted !== undefined && highlighted !== outcome));
      const heading = one<HTMLTableCellElement>(this, 'th', 'gd-counts-name');
      heading.scope = 'row';
      const tag = data.onHoverOutcome ? 'button' : 'span';
      if (heading.firstElementChild && heading.firstElementChild.localName !== tag) heading.replaceChildren();
      const item = one<HTMLElement>(heading, tag, 'gd-key-item');
      item.classList.toggle('gd-faded', highlighted !== undefined && highlighted !== outcome);
      one<HTMLElement>(item, 'span', 'gd-swatch').style.background = outcomeColor(data.outcomes[outcome]);
      one<HTMLElement>(item, 'span', 'gd-label').textContent = data.outcomes[outcome].label;
      if (data.onHoverOutcome) {
        set(item, { type: 'button', 'aria-pressed': highlighted === outcome });
        onEmphasis(item, outcome, highlighted, data.onHoverOutcome);
      }
      one(this, 'td', 'gd-count').textContent = formatCount(count);
      one(this, 'td', 'gd-percentage').textContent = formatShare(count / panel.total);
    });
}

function countsWidth(container: HTMLElement, { outcomes, panels }: HistogramData): number {
  const longest = (texts: string[]) => Math.max(0, ...texts.map((text) => textWidth(container, text, 12)));
  return (
    21 +
    longest(outcomes.map(({ label }) => label)) +
    28 +
    longest(panels.map(({ total }) => formatCount(total))) +
    longest([formatShare(0.9999)])
  );
}

/** What the picture shows, in words. */
export function summarizeHistogram({ panels, outcomes }: HistogramData): string {
  return panels
    .map(({ learningRate, totals, total }) => {
      const parts = totals.flatMap((count, i) =>
        count
          ? [chartWords('outcomeWithShare', { outcome: outcomes[i].label, share: formatShare(count / total) })]
          : [],
      );
      return say('summary', { rate: formatNumber(learningRate), parts: parts.join(', '), number: formatCount(total) });
    })
    .join(' ');
}
