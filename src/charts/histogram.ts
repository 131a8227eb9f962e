import css from './histogram.css?inline';
import * as plot from './kit';
import { formatCount, formatNumber, formatPercent, formatRate, formatShare } from './kit/format';
import { chartWords } from './kit/words';
import { symbolTriangle } from 'd3';
import { isFaded, nameOf, shownOutcomes, type Outcome, type WithOutcomes } from './outcome';
import { defineWords } from '../words/words';

export interface HistogramPanel {
  /** The optimizer, where there are several: each has a row of its own. */
  optimizer?: string;
  learningRate: number;
  /** The chart's outcomes as they are called at this rate: each rate has its own periods of cycles. */
  outcomes: readonly Outcome[];
  /** How many runs there were. */
  total: number;
  bins: { low: number; high: number; count: number };
  /** Per outcome except diverged, bins + 2 numbers: how many ended below the range, in each bin, above the range. */
  counts: readonly ArrayLike<number>[];
  /** Per outcome, how many runs ended so. */
  totals: readonly number[];
  /** The median iteration at which converged runs had settled; null where none converged. */
  medianIterations: number | null;
}

export interface HistogramData extends WithOutcomes {
  panels: readonly HistogramPanel[];
  /** Where the minima are, ascending. */
  minima: readonly number[];
  /** The learning rate that the other pictures show. */
  selected?: number;
  onPick?(panel: number): void;
}

export const histogramWords = /* @__PURE__ */ defineWords('histogram', {
  shareAxis: '↑ share of starts (square-root scale)',
  endAxis: 'final {variable} →',
  below: 'below',
  above: 'above',
  from: '{variable} from {low} to {high}',
  thetaBelow: '{variable} below {low}',
  thetaAbove: '{variable} above {high}',
  panel: 'Learning rate {rate}: where {number} {number|run|runs} ended',
  withOptimizer: '{optimizer}: {what}',
  columns: 'Columns of the histogram at learning rate {rate}',
  count: '{outcome}: {number} ({share})',
  starts: '{number} {number|start|starts}; {settled}',
  noneConverged: 'none converged',
  settledBeside: 'half of those that converged: by iteration {iteration}',
  settled: 'half of those that converged had done so by iteration {iteration}',
  caption: 'How the runs at learning rate {rate} ended',
  summary: 'Learning rate {rate}: {parts} of {number} {number|start|starts}.',
});
const say = histogramWords;

const SIDE_BY_SIDE = 620;
const HEIGHT = 88;
const SHARES = [0, 0.05, 0.25, 0.5, 1];
/** Room at the right for the column of diverged runs, and for a column at each end of the range. */
const ASIDE = 54;
const EDGE = 24;
/** A longer name goes on in the next line, in pixels. */
const LONGEST_NAME = 180;

/** Panels of a row stand side by side where each has this width. */
const LEAST_PANEL = 200;
const GAP = 20;

/** Where the runs ended, one histogram for each learning rate, with the count of every outcome beside it; of several optimizers each has a row. */
export const histogram: plot.Chart<HistogramData> = { draw, summarize, table, facts };

function draw(container: HTMLElement, data: HistogramData & { width?: number }): void {
  const root = plot.chartRoot(container);
  plot.adoptStyles(container, css);
  const all = plot.widthOf(root, data.width);
  const counts = Math.ceil(countsWidth(root, data));
  const rows = rowsOf(data);
  const most = Math.max(1, Math.floor((all + GAP) / (LEAST_PANEL + GAP)));
  const columns = rows.length > 1 ? Math.min(rows[0].panels.length, most) : 1;
  const width = (all - (columns - 1) * GAP) / columns;
  const isWide = columns === 1 && all >= SIDE_BY_SIDE;
  const inCommon = JSON.stringify([inAllPanels(data), plot.heightCap(root)]);
  const panels = plot.one<HTMLDivElement>(root, 'div', 'gd-panels');
  plot.each<HTMLDivElement, Row>(panels, 'div', 'gd-row', rows, (box, row, r) => {
    plot.one(box, 'p', 'gd-row-head').textContent = row.optimizer;
    const grid = plot.one<HTMLDivElement>(box, 'div', 'gd-row-panels');
    grid.style.gridTemplateColumns = columns > 1 ? `repeat(${columns}, minmax(0, 1fr))` : '';
    plot.each<HTMLDivElement, HistogramPanel>(grid, 'div', 'gd-panel', row.panels, (box, panel, i) => {
      const line = Math.floor(i / columns);
      const isFirst = r === 0 && line === 0;
      // All panels share their axes: what runs along them is said once.
      const isLast = r === rows.length - 1 && line === Math.floor((row.panels.length - 1) / columns);
      const place = { columns, width, counts, isWide, isFirst, isLast, index: row.from + i };
      plot.ifChanged(
        box,
        [panel.counts, data.onHoverOutcome, inCommon, JSON.stringify([place, numbersOf(panel, data)])],
        () => {
          box.classList.toggle('gd-beside', columns > 1);
          drawHead(box, data, panel, { index: row.from + i, isBeside: columns > 1 });
          const body = plot.one<HTMLDivElement>(box, 'div', 'gd-panel-body');
          body.classList.toggle('gd-stacked', !isWide);
          drawPanel(plot.one(body, 'div', 'gd-panel-plot'), data, panel, {
            width: isWide ? width - counts - 24 : width,
            isYNamed: isFirst,
            isXNamed: isLast || (columns === 1 && !isWide),
          });
          const table = plot.one<HTMLTableElement>(body, 'table', 'gd-counts');
          table.style.width = isWide ? `${counts}px` : '';
          drawCounts(table, data, panel);
        },
      );
    });
  });
}

/** What every panel is drawn from beside its own numbers. */
const inAllPanels = (data: HistogramData) => ({
  outcomes: data.outcomes,
  shown: shownIn(data),
  minima: data.minima,
  variable: data.variable,
  highlighted: data.highlighted,
  hasOutside: hasOutside(data),
  canPick: Boolean(data.onPick),
});

/** A panel's own numbers but for its many counts, and whether it is picked. */
const numbersOf = ({ counts: _, ...numbers }: HistogramPanel, { selected }: HistogramData) => ({
  ...numbers,
  isPicked: selected === numbers.learningRate,
});

/** The panels of an optimizer, side by side where there is room; of a single one they stand one below the other. */
interface Row {
  optimizer: string;
  panels: HistogramPanel[];
  /** The number of the first. */
  from: number;
}

function rowsOf({ panels }: HistogramData): Row[] {
  const rows: Row[] = [];
  panels.forEach((panel, i) => {
    const { optimizer = '' } = panel;
    if (rows.at(-1)?.optimizer === optimizer) rows.at(-1)!.panels.push(panel);
    else rows.push({ optimizer, panels: [panel], from: i });
  });
  return rows;
}

/** One column of the histogram: a bin, what lies outside the range, or the diverged runs. */
interface Column {
  /** In pixels. */
  x: number;
  width: number;
  where: string;
  /** How many runs of each outcome. */
  counts: number[];
}

/**
 * One histogram. The vertical scale goes by the square root of the share: most runs end in one bin, and a linear
 * scale would hide the few that do not, who are the point at some learning rates. The exact numbers stand beside it.
 */
function drawPanel(
  box: HTMLElement,
  data: HistogramData,
  panel: HistogramPanel,
  { width, isYNamed, isXNamed }: { width: number; isYNamed: boolean; isXNamed: boolean },
): void {
  const { low, high } = panel.bins;
  const edge = hasOutside(data) ? EDGE : 0;
  const variable = data.variable ?? 'θ';
  const measure = plot.measureIn(box);
  const frame = plot.cartesian(box, {
    width,
    x: {
      domain: [low, high],
      inset: edge,
      spacing: Math.max(60, 3 * measure(formatNumber(high))),
      title: isXNamed ? say('endAxis', { variable }) : undefined,
    },
    y: {
      scale: 'sqrt',
      domain: [0, 1],
      title: isYNamed ? say('shareAxis') : undefined,
      ticks: SHARES,
      format: (share) => formatPercent(100 * share),
      grid: true,
    },
    height: HEIGHT,
    aside: ASIDE,
    summary: said(panel, say('panel', { rate: formatRate(panel.learningRate), number: formatCount(panel.total) })),
  });
  const columns = columnsOf(data, panel, frame, edge);
  const parts = columns.flatMap(({ x, width, counts }) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    let below = 0;
    return counts.flatMap((count, outcome) => {
      if (!count) return [];
      below += count;
      return [{ x, width, outcome, count, total, from: below - count, to: below }];
    });
  });
  // The whole column follows the scale; the outcomes divide it by their shares. A column with anything in it is seen.
  const least = frame.y.invert(frame.bottom - 1.5);
  const height = ({ total }: (typeof parts)[number], counted: number) =>
    Math.max(total / panel.total, least) * (counted / total) ** 2;
  frame.draw(
    [
      plot.bars({
        length: parts.length,
        x0: (i) => frame.x.invert(parts[i].x),
        x1: (i) => frame.x.invert(parts[i].x + parts[i].width),
        y0: (i) => height(parts[i], parts[i].from),
        y1: (i) => height(parts[i], parts[i].to),
        gap: 0,
        color: (i) => data.outcomes[parts[i].outcome].color,
        isFaded: (i) => isFaded(data, parts[i].outcome),
        data: { count: (i) => parts[i].count, outcome: (i) => parts[i].outcome },
      }),
      plot.dots({
        name: 'gd-minima',
        x: data.minima,
        y: () => 0,
        length: data.minima.length,
        symbol: symbolTriangle,
        radius: 3,
        dy: 5,
        color: (i) => data.outcomes[i].color,
        isFaded: (i) => isFaded(data, i),
      }),
      asideMark(frame, edge),
    ],
    readColumns(frame, columns, panel),
  );
}

/** A sentence about a panel, which begins with its optimizer where there are several. */
const said = ({ optimizer }: HistogramPanel, what: string) =>
  optimizer === undefined ? what : say('withOptimizer', { optimizer, what });

/** What the columns beside the range are. */
function asideMark({ left, right, bottom }: plot.Frame, edge: number): plot.Mark {
  const middle = right + 14 + ASIDE / 2;
  return {
    name: 'gd-aside',
    draw(group) {
      plot.set(plot.one(group, 'line', 'gd-zero'), { x1: middle - 24, x2: middle + 24, y1: bottom, y2: bottom });
      plot.drawText(group, 'gd-diverged-label gd-note', middle, bottom + 18, chartWords('diverged'), 'middle');
      plot.drawText(group, 'gd-below-label gd-note', left + edge - 6, bottom + 32, edge ? say('below') : '', 'end');
      plot.drawText(group, 'gd-above-label gd-note', right - edge + 6, bottom + 32, edge ? say('above') : '');
    },
  };
}

const hasOutside = ({ panels }: HistogramData) =>
  panels.some(({ counts }) => counts.some((bins) => bins[0] > 0 || bins[bins.length - 1] > 0));

function columnsOf(data: HistogramData, panel: HistogramPanel, { x, left, right }: plot.Frame, edge: number): Column[] {
  const { low, high, count } = panel.bins;
  const variable = data.variable ?? 'θ';
  const span = (high - low) / count;
  const binWidth = Math.max(2, (right - left - 2 * edge) / count - 0.5);
  // Enough digits to tell one bin's ends apart.
  const digits = Math.max(3, Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / span)) + 2);
  const countsAt = (bin: number) => panel.counts.map((bins) => bins[bin]);
  const columns = Array.from({ length: count }, (_, bin): Column => {
    const ends = { low: formatNumber(low + bin * span, digits), high: formatNumber(low + (bin + 1) * span, digits) };
    const middle = x(low + (bin + 0.5) * span);
    return {
      x: middle - binWidth / 2,
      width: binWidth,
      where: say('from', { variable, ...ends }),
      counts: countsAt(bin + 1),
    };
  });
  if (edge) {
    const [below, above] = [formatNumber(low), formatNumber(high)];
    const width = edge - 8;
    columns.unshift({ x: left, width, where: say('thetaBelow', { variable, low: below }), counts: countsAt(0) });
    columns.push({
      x: right - width,
      width,
      where: say('thetaAbove', { variable, high: above }),
      counts: countsAt(count + 1),
    });
  }
  const diverged = data.outcomes.findIndex(({ kind }) => kind === 'diverged');
  const counts = data.outcomes.map((_, outcome) => (outcome === diverged ? panel.totals[outcome] : 0));
  return [...columns, { x: right + ASIDE / 2, width: 28, where: chartWords('diverged'), counts }];
}

/** The columns that hold anything, read one by one: by pointer the nearest, by arrow keys the next. */
function readColumns({ top }: plot.Frame, columns: readonly Column[], panel: HistogramPanel): plot.Reader {
  const filled = columns.filter(({ counts }) => counts.some((count) => count > 0));
  const middles = filled.map(({ x, width }) => x + width / 2);
  return plot.scrub({
    name: said(panel, say('columns', { rate: formatRate(panel.learningRate) })),
    last: Math.max(0, filled.length - 1),
    initial: 0,
    at: (px) => middles.reduce((best, x, i) => (Math.abs(x - px) < Math.abs(middles[best] - px) ? i : best), 0),
    value: (position) => Math.round(position) + 1,
    read(position) {
      const { where, counts } = filled[Math.round(position)] ?? { where: '', counts: [] };
      const lines = counts.flatMap((count, outcome) => {
        const { label, color: name } = panel.outcomes[outcome];
        const number = { outcome: label, number: formatCount(count), share: formatShare(count / panel.total) };
        return count ? [{ text: say('count', number), color: plot.color(name) }] : [];
      });
      return { x: middles[Math.round(position)], y: top + 24, lines: [{ text: where }, ...lines], between: '; ' };
    },
  });
}

/** The learning rate; with a handler it is the button that shows this rate in the other pictures. */
function drawHead(
  parent: HTMLElement,
  data: HistogramData,
  panel: HistogramPanel,
  { index, isBeside }: { index: number; isBeside: boolean },
): void {
  const head = plot.one<HTMLParagraphElement>(parent, 'p', 'gd-panel-head');
  const name = plot.oneButton(head, 'gd-panel-pick', Boolean(data.onPick), data.selected === panel.learningRate);
  name.textContent = chartWords('learningRate', { rate: formatRate(panel.learningRate) });
  name.onclick = data.onPick ? () => data.onPick!(index) : null;
  const settled =
    panel.medianIterations === null
      ? say('noneConverged')
      : say(isBeside ? 'settledBeside' : 'settled', { iteration: formatCount(panel.medianIterations) });
  plot.one(head, 'span', 'gd-quiet').textContent = isBeside
    ? settled
    : say('starts', { number: formatCount(panel.total), settled });
}

/** The outcomes that occur at any rate, and all minima. */
const shownIn = ({ outcomes, panels }: HistogramData) =>
  shownOutcomes(outcomes, (outcome) => panels.some(({ totals }) => totals[outcome] > 0));

/** Every outcome with its count and share: nothing that a run has done is left out. */
function drawCounts(table: HTMLTableElement, data: HistogramData, panel: HistogramPanel): void {
  const { highlighted, onHoverOutcome } = data;
  const caption = table.caption ?? table.createCaption();
  caption.className = 'gd-hidden';
  caption.textContent = said(panel, say('caption', { rate: formatRate(panel.learningRate) }));
  const body = table.tBodies[0] ?? table.createTBody();
  plot.each<HTMLTableRowElement, number>(body, 'tr', '', shownIn(data), (row, outcome) => {
    const count = panel.totals[outcome];
    const { label, color: name } = panel.outcomes[outcome];
    row.classList.toggle('gd-none', count === 0 || isFaded(data, outcome));
    const heading = plot.one<HTMLTableCellElement>(row, 'th', 'gd-counts-name');
    heading.scope = 'row';
    const item = plot.oneButton(heading, 'gd-key-item', Boolean(onHoverOutcome), highlighted === outcome);
    item.classList.toggle('gd-faded', isFaded(data, outcome));
    plot.one<HTMLElement>(item, 'span', 'gd-swatch').style.background = plot.color(name);
    plot.one<HTMLElement>(item, 'span', 'gd-label').textContent = label;
    if (onHoverOutcome) plot.onEmphasis(item, outcome, highlighted, onHoverOutcome);
    plot.one(row, 'td', 'gd-count').textContent = formatCount(count);
    plot.one(row, 'td', 'gd-percentage').textContent = formatShare(count / panel.total);
  });
}

function countsWidth(root: HTMLElement, data: HistogramData): number {
  const { panels } = data;
  const measure = plot.measureIn(root);
  const longest = (texts: string[]) => Math.max(0, ...texts.map((text) => measure(text, 12)));
  const [names, counts] = [
    shownIn(data).flatMap((outcome) => panels.map(({ outcomes }) => outcomes[outcome].label)),
    panels.map(({ total }) => formatCount(total)),
  ];
  return 49 + Math.min(LONGEST_NAME, longest(names)) + longest(counts) + longest([formatShare(0.9999)]);
}

function summarize({ panels }: HistogramData): string {
  return panels
    .map((panel) => {
      const { learningRate, outcomes, totals, total } = panel;
      const parts = totals.flatMap((count, i) =>
        count
          ? [chartWords('outcomeWithShare', { outcome: outcomes[i].label, share: formatShare(count / total) })]
          : [],
      );
      const words = { rate: formatRate(learningRate), parts: parts.join(', '), number: formatCount(total) };
      return said(panel, say('summary', words));
    })
    .join(' ');
}

/** A row for each column that is drawn: a bin, what lies outside the range, and the diverged runs, which lie nowhere. */
function table({ panels, outcomes }: HistogramData): plot.Table {
  const diverged = outcomes.findIndex(({ kind }) => kind === 'diverged');
  const rows = panels.flatMap(({ optimizer, learningRate, total, bins, counts, totals }) => {
    const { low, high, count } = bins;
    const end = (i: number) => low + ((high - low) * i) / count;
    const inBins = Array.from({ length: count + 2 }, (_, bin) => ({
      optimizer,
      learningRate,
      total,
      from: bin === 0 ? '' : end(bin - 1),
      to: bin === count + 1 ? '' : end(bin),
      counts: outcomes.map((_, outcome) => counts[outcome]?.[bin] ?? 0),
    }));
    const gone = outcomes.map((_, outcome) => (outcome === diverged ? totals[outcome] : 0));
    return [...inBins, { optimizer, learningRate, total, from: '', to: '', counts: gone }];
  });
  return {
    ...(rows[0]?.optimizer !== undefined && { optimizer: rows.map(({ optimizer }) => optimizer!) }),
    'learning rate': rows.map(({ learningRate }) => learningRate),
    starts: rows.map(({ total }) => total),
    from: rows.map(({ from }) => from),
    to: rows.map(({ to }) => to),
    ...Object.fromEntries(outcomes.map((outcome, i) => [nameOf(outcome), rows.map(({ counts }) => counts[i])])),
  };
}

/** What no column holds: how all runs of a learning rate ended. */
function facts({ panels, outcomes }: HistogramData): Record<string, unknown> {
  return {
    totals: panels.map(({ optimizer, learningRate, totals, medianIterations }) => ({
      ...(optimizer !== undefined && { optimizer }),
      learningRate,
      medianIterations,
      ...Object.fromEntries(outcomes.map((outcome, i) => [nameOf(outcome), totals[i]])),
    })),
  };
}
