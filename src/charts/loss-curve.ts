import { symbolTimes } from 'd3';
import * as plot from './kit';
import { formatCount, formatNumber, formatRate } from './kit/format';
import { chartWords } from './kit/words';
import { defineWords } from '../words/words';

export interface LossCurveData {
  /** F at every iterate, from iterate 0 on. */
  losses: ArrayLike<number>;
  /** The first iteration at which the descent had diverged; null where it did not. */
  diverged: number | null;
  /** The iteration that the other pictures show. */
  iteration: number;
  learningRate: number;
  onPick?(iteration: number): void;
}

const say = /* @__PURE__ */ defineWords('lossCurve', {
  pickName: 'Iteration to show in the other pictures',
  readName: 'Read the objective along the iterations',
  value: 'iteration {iteration}: F = {value}',
  diverged:
    'At learning rate {rate}, the objective F begins at {first} and is beyond every bound at iteration {iteration}: the descent diverged.',
  fallen:
    'At learning rate {rate}, the objective F begins at {first} and is {last} after {iterations} {iterations|iteration|iterations}, {times} times smaller.',
  notFallen:
    'At learning rate {rate}, the objective F begins at {first} and is {last} after {iterations} {iterations|iteration|iterations}.',
});

/** The objective at every iterate. */
export const lossCurve: plot.Chart<LossCurveData> = { draw, summarize, table };

function draw(container: HTMLElement, data: LossCurveData & { width?: number }): void {
  const { losses, diverged, iteration, learningRate, onPick } = data;
  const last = lastShown(data);
  const { scale, domain } = plot.valueDomain(Array.from(losses).slice(0, last + 1));
  const inside = plot.within(domain);
  const title = '↑ F(x)';
  const frame = plot.cartesian(container, {
    width: data.width,
    x: { scale: 'sqrt', domain: [0, last], title: chartWords('iterationAxis'), isWhole: true, gap: 4 },
    y: { scale, domain, title: scale === 'log' ? chartWords('onLogScale', { title }) : title, grid: true },
    height: [170, 0.24, 260],
    note: chartWords('learningRate', { rate: formatRate(learningRate) }),
    summary: summarize(data),
  });
  const shown = iteration <= last && Number.isFinite(losses[iteration]) ? [iteration] : [];
  frame.draw(
    [
      plot.line({
        y: (k) => inside(losses[k]),
        length: Math.min(last + 1, losses.length),
        color: '--gd-series-recovery',
        look: 'gd-heavy',
        clip: false,
      }),
      plot.dots({
        name: 'gd-divergence',
        x: () => diverged ?? 0,
        y: () => inside(losses[diverged ?? 0] || domain[1]),
        length: diverged === null ? 0 : 1,
        symbol: symbolTimes,
        radius: 4,
        color: '--gd-diverged',
        isHollow: true,
        look: 'gd-cross gd-heavy',
      }),
      plot.labels('gd-diverged-note', [
        {
          text: diverged === null ? '' : chartWords('divergedAtIteration', { iteration: formatCount(diverged) }),
          right: 12,
          top: 14,
          anchor: 'end',
          look: 'gd-strong',
        },
      ]),
      plot.rule({
        name: 'gd-iteration',
        x: shown,
        from: shown.map((k) => inside(losses[k])),
        look: 'gd-hair',
        below: 4,
      }),
      plot.dots({
        name: 'gd-now',
        x: shown,
        y: shown.map((k) => inside(losses[k])),
        length: shown.length,
        radius: 4.5,
        stroke: '--gd-surface',
        look: 'gd-rimmed',
      }),
    ],
    plot.scrub({
      name: say(onPick ? 'pickName' : 'readName'),
      last,
      initial: Math.min(iteration, last),
      at: (px) => Math.round(frame.x.invert(px)),
      pick: onPick && ((position) => onPick(Math.round(position))),
      read(position) {
        const k = Math.round(position);
        const text = say('value', { iteration: formatCount(k), value: formatNumber(losses[k], 6) });
        return { x: frame.x(k), y: frame.y(inside(losses[k] || domain[1])), lines: [{ text }] };
      },
    }),
  );
}

/** The last iteration worth showing: after a divergence nothing happens. */
function lastShown({ losses, diverged }: LossCurveData): number {
  return Math.max(1, diverged ?? losses.length - 1);
}

function summarize({ losses, diverged, learningRate }: LossCurveData): string {
  const last = losses.length - 1;
  const begins = { rate: formatRate(learningRate), first: formatNumber(losses[0], 6) };
  if (diverged !== null) return say('diverged', { ...begins, iteration: formatCount(diverged) });
  const ends = { ...begins, last: formatNumber(losses[last], 6), iterations: formatCount(last) };
  return losses[0] > losses[last]
    ? say('fallen', { ...ends, times: formatNumber(losses[0] / losses[last], 3) })
    : say('notFallen', ends);
}

function table({ losses }: LossCurveData): plot.Table {
  return { iteration: Int32Array.from(losses, (_, k) => k), F: losses };
}
