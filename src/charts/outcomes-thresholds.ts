import { symbolTriangle } from 'd3';
import * as plot from './kit';
import { formatDeviation, formatLimit } from './kit/format';
import { chartWords } from './kit/words';
import { limitText } from './limit-names';
import { isFaded, type ThresholdMark, type WithOutcomes } from './outcome';
import { defineWords } from '../words/words';

export const outcomesWords = /* @__PURE__ */ defineWords('outcomes', {
  shareAxis: '↑ share of starts',
  listed: '▲ rates in the list',
  pickName: 'Learning rate to show in the other pictures',
  readName: 'Read the shares along the learning rate',
  isLeft: 'runs leave the {minimum}',
  left: '{minimum}: {threshold}',
  lost: 'Largest stable rates: {switches}.',
  noLimit: 'no limit in theory with {method}',
  noLimitSays: 'Theory sets no limit to the rate with {method}.',
  noMinimum: 'There is no limit: no minimum with a curvature lies in the range.',
  summary: 'Outcomes over {number} learning rates. At {low}: {first}. At {high}: {last}. {lost}',
});
const say = outcomesWords;

const ROW = 32;
const ROWS = 4;

type Data = WithOutcomes & { thresholds?: readonly ThresholdMark[] };
type Across = Pick<plot.Panel, 'x' | 'left' | 'right' | 'measure'>;

/** Prediction and measurement in words. */
export function describeThreshold({ predicted, measured, optimizer }: ThresholdMark): string {
  const theory = limitText(predicted, optimizer);
  return measured === undefined || measured === null
    ? theory
    : chartWords('measured', { theory, rate: formatLimit(measured), deviation: formatDeviation(measured, predicted) });
}

const titleOf = ({ outcomes }: Data, { outcome }: ThresholdMark) => say('isLeft', { minimum: outcomes[outcome].label });

/** Where the labels of the thresholds stand above the picture, so that none touches another. */
function layOut(data: Data, { x, left, right, measure }: Across) {
  const visible = (data.thresholds ?? []).filter(({ predicted }) => x(predicted) >= left && x(predicted) <= right);
  const lines = visible.map(({ predicted }) => x(predicted));
  const spans = visible.map((threshold, i) => {
    const width = Math.max(measure(titleOf(data, threshold), 11, 600), measure(describeThreshold(threshold))) + 2;
    const others = lines.filter((line) => line !== lines[i]);
    return { width, x: clearOfLines(lines[i], width, others, Math.max(0, left - 40), right + 10) };
  });
  return { visible, spans, rows: plot.stackLabels(spans, ROWS, 12) };
}

/** The room that the labels need. */
export function thresholdRoom(data: Data, across: Across): number {
  return ROW * Math.max(0, ...layOut(data, across).rows.map((row) => (row ?? -1) + 1));
}

/** Where a label over `at` begins, within [low, high]: centred, or pushed aside by the line of another threshold. */
function clearOfLines(at: number, width: number, lines: readonly number[], low: number, high: number): number {
  const clamp = (x: number) => Math.max(low, Math.min(x, high - width));
  const candidates = [at - width / 2, ...lines.flatMap((line) => [line - 6 - width, line + 6])].map(clamp);
  const isClear = (x: number) =>
    x <= at + 1 && x + width >= at - 1 && lines.every((line) => line < x - 3 || line > x + width + 3);
  return candidates.find(isClear) ?? candidates[0];
}

/** A dashed line at each predicted threshold, a solid mark at the measured one, both in numbers above. */
export function thresholdMarks(data: Data, frame: plot.Frame): plot.Mark[] {
  const { visible, spans, rows } = layOut(data, frame);
  const [low, high] = frame.x.domain();
  const measured = visible.flatMap(({ measured, outcome }) =>
    typeof measured === 'number' && measured >= low && measured <= high ? [{ measured, outcome }] : [],
  );
  const texts = visible.flatMap((threshold, i): plot.Label[] => {
    const row = rows[i];
    if (row === undefined) return [];
    const top = -6 - (row + 1) * ROW + 11;
    const place = { left: spans[i].x - frame.left, isFaded: isFaded(data, threshold.outcome) };
    return [
      { ...place, text: titleOf(data, threshold), top, look: 'gd-strong' },
      { ...place, text: describeThreshold(threshold), top: top + 14 },
    ];
  });
  return [
    plot.rule({
      name: 'gd-thresholds',
      x: visible.map(({ predicted }) => predicted),
      look: 'gd-threshold',
      isOnColor: true,
      above: (i) => 5 + (rows[i] ?? 0) * ROW,
      isFaded: (i) => isFaded(data, visible[i].outcome),
    }),
    plot.dots({
      name: 'gd-measured',
      x: (i) => measured[i].measured,
      y: () => 1,
      length: measured.length,
      symbol: symbolTriangle,
      radius: 3.4,
      dy: -5,
      turn: 180,
      color: (i) => data.outcomes[measured[i].outcome].color,
      isFaded: (i) => isFaded(data, measured[i].outcome),
    }),
    // After all lines, so that where one must cross a label of another threshold, the label stays readable.
    plot.labels('gd-threshold-labels', texts),
  ];
}
