import * as kit from '../../charts/kit';
import type { LeastSquaresProblem } from './problem';
import { format, listed } from './shown';
import { say } from './words';

export interface ExceptionalData {
  problem: LeastSquaresProblem;
  width?: number;
}

const INKS = { float64: '--gd-series-recovery', float32: '--gd-series-observed' } as const;
const FORMATS = ['float64', 'float32'] as const;
const LEAST = 1e-18;

/** The exceptional start: exactly it converges; rounding leads it away. */
export const exceptional: kit.Chart<ExceptionalData> = {
  draw(container, data) {
    const { leavesAt, errors, factor, direction } = data.problem.exceptional!;
    const shownSteps = Math.max(...FORMATS.map((name) => (leavesAt[name] === null ? 60 : errors[name].length - 1)));
    const all = FORMATS.flatMap((name) => errors[name].slice(0, shownSteps + 1)).filter((error) => error > LEAST);
    const high = all.reduce((most, error) => Math.max(most, error), 1);
    const low = all.reduce((least, error) => Math.min(least, error), 1);
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        { label: say('exact'), color: '--gd-text', look: 'gd-dashed' },
        ...FORMATS.map((name) => ({ label: say(name), color: INKS[name], look: '' })),
      ],
    });
    const frame = kit.cartesian(root, {
      width: data.width,
      height: [250, 0.42, 360],
      x: { domain: [0, shownSteps], title: say('iterationAxis') },
      y: { scale: 'log', domain: [low / 3, high * 3], title: say('errorAxis'), grid: true },
      summary: exceptional.summarize(data),
    });
    const isMoved = direction.some((value) => value !== 0);
    const left = FORMATS.filter((name) => leavesAt[name] !== null);
    frame.draw(
      [
        kit.rule({ name: 'gd-one', y: [1], look: 'gd-hair' }),
        kit.line({
          name: 'gd-exact',
          y: (k) => Math.abs(factor) ** k,
          length: isMoved ? shownSteps + 1 : 0,
          color: '--gd-text',
          look: 'gd-dashed',
        }),
        ...FORMATS.map((name) =>
          kit.line({
            name: `gd-${name}`,
            y: errors[name],
            length: Math.min(errors[name].length, shownSteps + 1),
            color: INKS[name],
          }),
        ),
        kit.dots({
          name: 'gd-left',
          x: left.map((name) => leavesAt[name]!),
          y: left.map((name) => errors[name][leavesAt[name]!]),
          length: left.length,
          radius: 4,
          color: (i) => INKS[left[i]],
        }),
        kit.labels(
          'gd-notes',
          left.map((name) => ({
            text: `k = ${leavesAt[name]}`,
            x: leavesAt[name]!,
            y: errors[name][leavesAt[name]!],
            dx: -8,
            dy: -6,
            anchor: 'end' as const,
            look: 'gd-strong',
          })),
        ),
      ],
      kit.scrub({
        name: say('readSteps'),
        last: shownSteps,
        initial: 0,
        at: (px) => Math.round(frame.x.invert(px)),
        read: (k) => ({
          x: frame.x(k),
          lines: [
            { text: `k = ${Math.round(k)}` },
            ...FORMATS.filter((name) => Math.round(k) < errors[name].length).map((name) => ({
              text: `${say(name)}: ${format(errors[name][Math.round(k)])}`,
              color: kit.color(INKS[name]),
            })),
          ],
        }),
      }),
    );
  },
  summarize({ problem }) {
    const { learningRate, direction, factor, leavesAt } = problem.exceptional!;
    const ends = FORMATS.map((name) => {
      const step = leavesAt[name];
      return step === null ? say('stays', { format: say(name) }) : say('leaves', { format: say(name), step });
    }).join('; ');
    const rate = format(learningRate);
    if (direction.every((value) => value === 0)) {
      const dimension = problem.columns - problem.rank;
      if (dimension === 0) return say('nothingAlong', { rate, ends });
      return dimension === 1
        ? say('nothingAlongLine', { rate, ends })
        : say('nothingAlongPlane', { rate, dimension, ends });
    }
    const top = format(1 - learningRate * problem.eigenvalues[problem.columns - 1]);
    return say('exceptionalSummary', { rate, direction: listed(direction), factor: format(factor), top, ends });
  },
  table({ problem }) {
    const { errors, factor } = problem.exceptional!;
    const k = Array.from({ length: Math.max(errors.float64.length, errors.float32.length) }, (_, k) => k);
    return {
      iteration: k,
      exact: k.map((k) => Math.abs(factor) ** k),
      float64: k.map((k) => errors.float64[k] ?? ''),
      float32: k.map((k) => errors.float32[k] ?? ''),
    };
  },
  facts: ({ problem }) => ({ leavesAt: problem.exceptional!.leavesAt }),
};
