import * as kit from '../../charts/kit';
import { short } from '../../charts/matrix-text';
import { longestSubgradient, sharpest, type RegressionRun } from '../../math/linear-regression';
import type { AbsoluteErrorProblem } from './problem';
import { constantWords, LOSS_COLORS } from './shown';
import { say } from './words';

export interface DescentData {
  problem: AbsoluteErrorProblem;
  /** The bound is not told. */
  hidesTheory: boolean;
}

/** Differences from the lowest loss below this are rounding. */
const LEAST = 1e-16;
const OTHER_COLOR = '--gd-minimum-4';

interface Shown {
  schedule: string;
  run: RegressionRun;
  color: string;
}

const runsOf = ({ parameters, runs, other }: AbsoluteErrorProblem): readonly Shown[] => [
  { schedule: parameters.schedule, run: runs[parameters.loss], color: LOSS_COLORS[parameters.loss] },
  { ...other, color: OTHER_COLOR },
];

/**
 * The classical bound of the subgradient method at a constant rate: what the best of k iterates is above the lowest loss
 * at most, and what it falls to. None for losses whose gradient shrinks, or where no minimizer is known.
 */
function boundOf({ problem: { parameters, data, start, minimizer } }: DescentData) {
  if (parameters.loss !== 'absolute' || !minimizer) return undefined;
  const distance = Math.hypot(start.b - minimizer.b, ...start.w.map((w, j) => w - minimizer.w[j]));
  const limit = (parameters.learningRate * longestSubgradient(data) ** 2) / 2;
  return { limit, distance, after: (k: number) => distance ** 2 / (2 * parameters.learningRate * k) + limit };
}

/** What is to be expected of a constant rate, and of the run that has one. */
function sentencesOf(data: DescentData): string[] {
  const { parameters, runs, other, least } = data.problem;
  if (parameters.loss !== 'absolute') return [smoothWords(data.problem)];
  const bound = boundOf(data);
  if (!bound) return [say('band')];
  const constant = other.schedule === 'constant' ? other.run : runs.absolute;
  const gap = Math.min(...constant.losses) - least;
  return [
    gap > bound.limit ? say('onTheWay', { gap: short(gap) }) : say('band'),
    say('boundWords', {
      distance: short(bound.distance),
      bound: short(bound.limit),
      iterations: parameters.iterations,
      after: short(bound.after(parameters.iterations)),
    }),
  ];
}

/** What is to be expected of a constant rate on a loss whose gradient shrinks. */
function smoothWords({ parameters: { loss, learningRate }, data: { design } }: AbsoluteErrorProblem): string {
  const limit = 2 / sharpest(design);
  const digits = kit.digitsApart(learningRate, limit);
  const words = learningRate < limit ? 'smooth' : loss === 'square' ? 'tooFast' : 'perhapsTooFast';
  return say(words, { limit: kit.formatLimit(limit, digits), rate: kit.formatNumber(learningRate, digits) });
}

/** How far above the lowest loss a run still is in the last tenth of its steps, at the worst. */
function lateGap({ least }: AbsoluteErrorProblem, { losses }: RegressionRun): number {
  return Math.max(...losses.slice(-Math.ceil(losses.length / 10))) - least;
}

/** Descent at a constant rate and at a decaying one: the loss above the lowest, and the bias. */
export const descent: kit.Chart<DescentData> = {
  draw(container, data) {
    const { problem } = data;
    const { parameters, least } = problem;
    const runs = runsOf(problem);
    const gaps = runs.map(({ run }) => run.losses.map((loss) => Math.max(LEAST, loss - least)));
    const seen = gaps.flat();
    const biases = runs.filter(({ run }) => !run.diverged).flatMap(({ run }) => run.biases);
    const around = biases.length > 0 ? biases : [0, 1];
    const reach = (pick: (a: number, b: number) => number) => around.reduce((a, b) => pick(a, b));
    const [low, high] = [reach(Math.min), reach(Math.max)];
    const room = 0.08 * (high - low) || 1;
    const bound = data.hidesTheory ? undefined : boundOf(data);
    kit.drawIterations(container, {
      width: data.width,
      iterations: parameters.iterations,
      summary: descent.summarize(data),
      runs: runs.map(({ schedule, run, color }, i) => ({
        label: say('run', { loss: say(parameters.loss), schedule }),
        color,
        values: [gaps[i], run.biases],
        isHeavy: i === 0,
        read: (k: number) =>
          k < run.losses.length ? say('readRun', { loss: short(run.losses[k]), b: short(run.biases[k]) }) : say('over'),
      })),
      panels: [
        {
          y: {
            scale: 'log',
            domain: [
              seen.reduce((a, b) => Math.min(a, b)) / 1.5,
              1.5 * seen.reduce((a, b) => Math.max(a, b), bound?.limit ?? 0),
            ],
            title: say('gapAxis'),
            grid: true,
          },
          height: [180, 0.3, 260],
          note: bound ? say('bound') : '',
          marks: (panel) => [
            kit.line({
              name: 'gd-bound',
              panel,
              x: (i) => i + 1,
              y: (i) => bound!.after(i + 1),
              length: bound ? parameters.iterations : 0,
              color: '--gd-text',
              look: 'gd-thin gd-dashed',
            }),
          ],
        },
        { y: { domain: [low - room, high + room], title: say('biasOver'), grid: true }, height: [110, 0.18, 160] },
      ],
    });
  },
  summarize(data) {
    const { problem, hidesTheory } = data;
    const { parameters, least, minimizer } = problem;
    const words = say('descentSummary', {
      loss: say(parameters.loss),
      iterations: parameters.iterations,
      least: say(minimizer ? 'leastKnown' : 'leastFound', { least: short(least) }),
      runs: runsOf(problem)
        .map(({ schedule, run }) =>
          run.diverged
            ? say('endsDiverged', { schedule })
            : say('ends', { schedule, gap: kit.formatNumber(lateGap(problem, run), 2) }),
        )
        .join('; '),
    });
    return [words, ...(hidesTheory ? [] : sentencesOf(data)), ...constantWords(problem)].join(' ');
  },
  table({ problem }) {
    const k = Array.from({ length: problem.parameters.iterations + 1 }, (_, i) => i);
    const columns = runsOf(problem).flatMap(({ schedule, run }) => [
      [`loss, ${schedule}`, k.map((i) => run.losses[i] ?? '')],
      [`bias, ${schedule}`, k.map((i) => run.biases[i] ?? '')],
      [`first weight, ${schedule}`, k.map((i) => run.weights[i] ?? '')],
    ]);
    return { iteration: k, ...Object.fromEntries(columns) };
  },
};
