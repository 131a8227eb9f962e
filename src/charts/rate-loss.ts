import { bisectCenter, extent, symbolTriangle } from 'd3';
import * as plot from './kit';
import { formatCount, formatDeviation, formatLimit, formatNumber, formatRate } from './kit/format';
import { chartWords } from './kit/words';
import { beyondMark, limitMarks, LIMIT_ROOM } from './rate-limit';
import { readRates } from './rate-reader';
import { defineWords } from '../words/words';

export interface RateLossData {
  /** Ascending. */
  learningRates: ArrayLike<number>;
  /** Per learning rate, F after the iterations. */
  losses: ArrayLike<number>;
  /** Per learning rate, the first iteration at which the descent had diverged, or null. */
  diverged: readonly (number | null)[];
  /** F at iterate 0. */
  start: number;
  iterations: number;
  /** The largest stable rate, 2/(|A|² + λ). */
  predicted: number;
  /** The rate at which descent was seen to switch, if it did. */
  measured: number | null;
  /** Neither of them is told. */
  hidesLimit?: boolean;
  /** The rate that the other pictures show. */
  selected: number;
  /** What else is to be known: on which part of the signal, for example. */
  note?: string;
  onPick?(learningRate: number): void;
}

const say = /* @__PURE__ */ defineWords('rateLoss', {
  lossAxis: '↑ F after {iterations} {iterations|iteration|iterations} (log scale)',
  lossAxisOfPiece: '↑ F after {iterations} {iterations|iteration|iterations}, {piece} (log scale)',
  atStart: 'F at iterate 0',
  beyond: '× diverged, or beyond the picture',
  noSwitch: 'no switch was measured',
  switched: '▲ measured switch {rate} ({deviation})',
  pickName: 'Learning rate to descend with',
  readName: 'Read the objective along the learning rate',
  press: 'press to descend with it',
  allDiverged: 'All of them diverged.',
  least: 'The least F, {value} from {start}, is reached at {rate}.',
  leastAndDiverged: 'The least F, {value} from {start}, is reached at {rate}. {number} diverged.',
  summary:
    '{number} {number|learning rate|learning rates} from {low} to {high}, {iterations} {iterations|iteration|iterations} each. {least}',
  summaryOfPiece:
    '{number} {number|learning rate|learning rates} from {low} to {high}, {iterations} {iterations|iteration|iterations} each, {piece}. {least}',
  limits: '{formula}; {switched}.',
  switchedInWords: 'the measured switch is at {rate} ({deviation})',
});

const FORMULA = '2/(|A|² + λ)';
/** Losses further above the start than this are beyond the picture. */
const HEADROOM = 4;

/** F after the iterations over the learning rate, all rates at once, and the rate that theory names as the last stable one. */
export const rateLoss: plot.Chart<RateLossData> = {
  draw,
  summarize,
  table,
  facts: ({ predicted, measured }) => ({ largestStableRate: { predicted, measured } }),
};

function draw(container: HTMLElement, data: RateLossData & { width?: number }): void {
  const { learningRates, losses, diverged, start, predicted, selected, note: piece, hidesLimit, onPick } = data;
  const measured = hidesLimit ? null : data.measured;
  const rates = Array.from(learningRates);
  const domain = lossDomain(data);
  const iterations = formatCount(data.iterations);
  const frame = plot.cartesian(container, {
    width: data.width,
    x: {
      scale: 'log',
      domain: [rates[0], rates[rates.length - 1]],
      title: chartWords('rateAxis'),
      inset: 6,
      gap: 4,
      spacing: 60,
    },
    y: {
      scale: 'log',
      domain,
      title: piece ? say('lossAxisOfPiece', { iterations, piece }) : say('lossAxis', { iterations }),
      grid: true,
    },
    height: [180, 0.26, 280],
    room: LIMIT_ROOM,
    summary: summarize(data),
  });
  const { x, left, right } = frame;
  const all = rates.map((_, i) => i);
  const isInside = (i: number) => diverged[i] === null && losses[i] > 0 && losses[i] <= domain[1];
  const [inside, beyond] = [all.filter(isInside), all.filter((i) => !isInside(i))];
  // Beside the crosses, before the first of them or, where that is at the left edge, after the last.
  const [first, last] = [x(rates[beyond[0]]), x(rates[beyond[beyond.length - 1]])];
  const isBefore = first > (left + right) / 2;
  const besides = isBefore
    ? Math.min(first, !hidesLimit && Math.abs(x(predicted) - first) < 40 ? x(predicted) : first) - 10
    : last + 10;
  const ring =
    selected >= rates[0] && selected <= rates[rates.length - 1] ? [bisectCenter(rates, selected)].filter(isInside) : [];
  const switched =
    measured === null ? '' : { rate: formatLimit(measured), deviation: formatDeviation(measured, predicted) };
  frame.draw(
    [
      plot.rule({ name: 'gd-start', y: start > 0 ? [start] : [], look: 'gd-hair' }),
      plot.labels('gd-start-note', [{ text: start > 0 ? say('atStart') : '', left: 6, y: start, dy: -5 }]),
      plot.line({
        x: rates,
        y: (i) => (isInside(i) ? losses[i] : NaN),
        length: rates.length,
        color: '--gd-series-recovery',
        look: 'gd-pale',
      }),
      plot.dots({
        name: 'gd-losses',
        x: (i) => rates[inside[i]],
        y: (i) => losses[inside[i]],
        length: inside.length,
        radius: 2.6,
      }),
      beyondMark(frame, (i) => rates[beyond[i]], beyond.length),
      plot.labels('gd-beyond-note', [
        { text: beyond.length ? say('beyond') : '', left: besides - left, top: 11, anchor: isBefore ? 'end' : 'start' },
      ]),
      plot.dots({
        name: 'gd-selection',
        x: (i) => rates[ring[i]],
        y: (i) => losses[ring[i]],
        length: ring.length,
        radius: 6,
        color: 'currentColor',
        isHollow: true,
        look: 'gd-cross gd-heavy',
      }),
      ...limitMarks(
        frame,
        predicted,
        hidesLimit
          ? undefined
          : [`${FORMULA} = ${formatLimit(predicted)}`, switched ? say('switched', switched) : say('noSwitch')],
      ),
      plot.dots({
        name: 'gd-measured',
        x: () => measured!,
        y: () => domain[0],
        length: measured !== null && x(measured) >= left && x(measured) <= right ? 1 : 0,
        symbol: symbolTriangle,
        radius: 3.4,
        dy: 5,
        color: '--gd-diverged',
      }),
    ],
    readRates(frame, {
      name: say(onPick ? 'pickName' : 'readName'),
      rates,
      inHand: selected,
      onPick,
      hint: onPick && say('press'),
      read(i) {
        const date = diverged[i];
        const text =
          date === null
            ? `F = ${formatNumber(losses[i])}`
            : chartWords('divergedAtIteration', { iteration: formatCount(date) });
        return [{ text }];
      },
    }),
  );
}

function lossDomain({ losses, start }: RateLossData): plot.Interval {
  const known = Array.from(losses).filter((loss) => loss > 0 && loss < Infinity);
  let [low, high] = extent([start, ...known]) as [number, number];
  if (!(low > 0)) [low, high] = high > 0 ? [high / 10, high] : [0.1, 1];
  return [low / 1.25, Math.min(high * 1.25, Math.max(start, low) * HEADROOM)];
}

function summarize(data: RateLossData): string {
  const { learningRates, losses, diverged, start, iterations, predicted, measured, note, hidesLimit } = data;
  let best = -1;
  for (let i = 0; i < losses.length; i++) if (diverged[i] === null && (best < 0 || losses[i] < losses[best])) best = i;
  const gone = diverged.filter((date) => date !== null).length;
  const reached = () => ({
    value: formatNumber(losses[best]),
    start: formatNumber(start),
    rate: formatRate(learningRates[best]),
  });
  const least =
    best < 0
      ? say('allDiverged')
      : gone > 0
        ? say('leastAndDiverged', { ...reached(), number: gone })
        : say('least', reached());
  const values = {
    number: formatCount(learningRates.length),
    low: formatNumber(learningRates[0]),
    high: formatNumber(learningRates[learningRates.length - 1]),
    iterations: formatCount(iterations),
    least,
  };
  const all = note ? say('summaryOfPiece', { ...values, piece: note }) : say('summary', values);
  if (hidesLimit) return all;
  const limits = {
    formula: `${FORMULA} = ${formatLimit(predicted)}`,
    switched:
      measured === null
        ? say('noSwitch')
        : say('switchedInWords', { rate: formatLimit(measured), deviation: formatDeviation(measured, predicted) }),
  };
  return `${all} ${say('limits', limits)}`;
}

function table({ learningRates, losses, diverged }: RateLossData): plot.Table {
  return { 'learning rate': learningRates, F: losses, 'diverged at iteration': diverged.map((date) => date ?? '') };
}
