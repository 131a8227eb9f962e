import * as plot from './kit';
import { formatCount, formatNumber } from './kit/format';
import { chartWords } from './kit/words';
import { overviewOf } from '../math/overview';
import { defineWords } from '../words/words';

/** Numbers along the sample index. */
export interface Series {
  label: string;
  /** The name of the custom property that holds its colour. */
  color: string;
  values: ArrayLike<number>;
  /** The sample that the first value belongs to; 0 without it. */
  offset?: number;
  /** Single values where there is room for them, or a line; a heavy line is what the picture is about. */
  mark: 'dots' | 'line' | 'heavy';
}

export interface SeriesPanel {
  /** What runs up. */
  title: string;
  series: readonly Series[];
  /** The values that the panel covers; without it, all of its series. */
  range?: plot.Interval;
}

export interface SeriesData {
  /** One below the other, over one axis of samples. */
  panels: readonly SeriesPanel[];
  /** How many samples the axis has. */
  length: number;
  /** Samples per second, where the signal is a sound: the axis then counts seconds. */
  sampleRate?: number;
  iteration: number;
  iterations: number;
  /** What the table has beside the samples, under English names; what is not known of a sample stays empty. */
  columns?: readonly { name: string; values: ArrayLike<number>; offset?: number }[];
}

const say = /* @__PURE__ */ defineWords('series', {
  secondsAxis: 'time, seconds →',
  samplesAxis: 'sample i →',
  readName: 'Read the values along the samples',
  sample: 'sample {number}',
  sampleAt: 'sample {number}, {seconds} s',
  value: '{series} {value}',
  fromTo: '{series} from {low} to {high}',
  beyond: '{series} beyond all numbers',
  spanSeconds: '{seconds} {seconds|second|seconds}, {number} {number|sample|samples}',
  span: '{number} {number|sample|samples}',
  summary: '{span} at iteration {iteration} of {iterations}: {parts}.',
});

/**
 * Series over the sample index, in panels one below the other. Made to be drawn at every frame of an animation: a series
 * whose values and place are what they were is left as it is.
 */
export const series: plot.Chart<SeriesData> = { draw, summarize, table };

function draw(container: HTMLElement, data: SeriesData & { width?: number }): void {
  const { panels, length, sampleRate, iteration, iterations } = data;
  const root = plot.chartRoot(container);
  const width = plot.widthOf(root, data.width);
  plot.drawKey(root, { entries: uniqueSeries(data).map(({ label, color }) => ({ label, color })) });
  const last = Math.max(1, length - 1);
  const perTick = sampleRate ?? 1;
  const ticks = plot.roundTicks(0, last / perTick, Math.round((width - 60) / 90));
  const frame = plot.cartesian(root, {
    width,
    x: {
      domain: [0, last],
      title: say(sampleRate ? 'secondsAxis' : 'samplesAxis'),
      ticks: ticks.map(({ value }) => value * perTick),
      format: (value) => ticks.find((tick) => tick.value * perTick === value)?.label ?? '',
      gap: 4,
    },
    panels: panels.map((panel, i) => ({
      y: { domain: domainOf(panel), title: `↑ ${panel.title}`, grid: true, spacing: 42 },
      height: [130, 0.16, 190] as const,
      note:
        i > 0
          ? ''
          : chartWords('iterationOf', { iteration: formatCount(iteration), iterations: formatCount(iterations) }),
    })),
    summary: summarize(data),
  });
  frame.draw(
    panels.flatMap(({ series }, i) =>
      series.map((one) => plot.series({ ...one, panel: frame.panels[i], series: one.label })),
    ),
    plot.scrub({
      name: say('readName'),
      last,
      initial: Math.floor(length / 2),
      at: (px) => Math.round(frame.x.invert(px)),
      read(position) {
        const i = Math.round(position);
        const number = formatCount(i);
        const title = sampleRate
          ? say('sampleAt', { number, seconds: formatNumber(i / sampleRate) })
          : say('sample', { number });
        const lines = uniqueSeries(data).flatMap(({ label, values, offset = 0, color: name }) => {
          const value = values[i - offset];
          if (value === undefined) return [];
          return [{ text: say('value', { series: label, value: formatNumber(value) }), color: plot.color(name) }];
        });
        return { x: frame.x(i), lines: [{ text: title }, ...lines] };
      },
    }),
  );
}

function uniqueSeries({ panels }: SeriesData): Series[] {
  const all = panels.flatMap(({ series }) => series);
  return all.filter(({ label }, i) => all.findIndex((other) => other.label === label) === i);
}

/** What a panel covers, with a little room around it. */
function domainOf({ series, range }: SeriesPanel): plot.Interval {
  const overviews = series.map(({ values }) => overviewOf(values));
  const low = range?.[0] ?? Math.min(...overviews.map((overview) => overview.low));
  const high = range?.[1] ?? Math.max(...overviews.map((overview) => overview.high));
  if (!(low <= high)) return [-1, 1];
  const room = low === high ? Math.max(1, Math.abs(low)) * 0.5 : 0.05 * (high - low);
  return [low - room, high + room];
}

function summarize(data: SeriesData): string {
  const { length, sampleRate, iteration, iterations } = data;
  const parts = uniqueSeries(data).map(({ label, values }) => {
    const { low, high } = overviewOf(values);
    return Number.isFinite(low)
      ? say('fromTo', { series: label, low: formatNumber(low), high: formatNumber(high) })
      : say('beyond', { series: label });
  });
  const number = formatCount(length);
  return say('summary', {
    span: sampleRate
      ? say('spanSeconds', { seconds: formatNumber(length / sampleRate), number })
      : say('span', { number }),
    iteration: formatCount(iteration),
    iterations: formatCount(iterations),
    parts: parts.join('; '),
  });
}

/** A row for each sample. */
function table({ length, columns = [] }: SeriesData): plot.Table {
  const rows = Array.from({ length }, (_, i) => i);
  const column = (values: ArrayLike<number>, offset = 0) => rows.map((i) => values[i - offset] ?? '');
  return {
    sample: rows,
    ...Object.fromEntries(columns.map(({ name, values, offset }) => [name, column(values, offset)])),
  };
}
