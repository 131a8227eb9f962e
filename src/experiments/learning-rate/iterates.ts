import { band, drawIterations, line, rule, type Chart, type Interval, type Panel } from '../../charts/kit';
import type { RateRun } from './problem';
import {
  bandOf,
  shownFactor,
  format,
  formatFactor,
  inkOf,
  letterOf,
  shownRuns,
  summarizeEnds,
  windowOf,
  type Picture,
} from './picture';
import { say } from './words';

/** The weight over the iterations, and its distance to the minimum. */
export const iterates: Chart<Picture> = {
  draw(container, data) {
    const { problem, run, steps, width, onStep } = data;
    const { iterations } = problem.parameters;
    const { minimum } = problem.result;
    const variable = letterOf(problem);
    const runs = shownRuns(data);
    const weights = weightsOf(data);
    const distances = runs.map((one) => one.iterates.map((w) => Math.abs(w - (minimum ?? NaN)) || NaN));
    const reached = distances.flat().filter(Number.isFinite);
    const height = [160, 0.26, 220] as const;
    const first = distances[runs.indexOf(run)][0];
    const factor = Math.abs(shownFactor(data, run.learningRate));
    const half = bandOf(data);
    const nearest = Math.max(
      1e-13,
      reached.reduce((a, b) => Math.min(a, b), Infinity),
    );
    const farthest = reached.reduce((a, b) => Math.max(a, b), nearest);
    drawIterations(container, {
      width,
      iterations,
      marked: steps < iterations ? steps : undefined,
      onPick: onStep,
      summary: summarizeEnds(data),
      runs: runs.map((one, i) => ({
        label: say('rate', { rate: format(one.learningRate) }),
        color: inkOf(problem, one.learningRate),
        values: [staying(one, weights), distances[i]],
        isHeavy: one === run,
        read: (k) => (k < one.iterates.length ? `${variable} = ${format(one.iterates[k])}` : say('isOver')),
      })),
      panels: [
        {
          y: { domain: weights, title: `↑ ${variable}`, grid: true },
          height,
          marks: (panel) => [
            band({
              panel,
              y: minimum === null || half === undefined ? [] : [[minimum - half, minimum + half]],
              color: '--gd-text',
              opacity: 0.12,
            }),
            rule({ name: 'gd-minimum', panel, y: minimum === null ? [] : [minimum], look: 'gd-hair' }),
          ],
        },
        ...(reached.length === 0
          ? []
          : [
              {
                y: {
                  scale: 'log' as const,
                  domain: [nearest / 1.4, farthest * 1.4] as const,
                  title: say('distance'),
                  grid: true,
                },
                height,
                note: noteOf(data),
                marks: (panel: Panel) => [
                  rule({ name: 'gd-band', panel, y: half === undefined ? [] : [half], look: 'gd-hair' }),
                  line({
                    name: 'gd-predicted',
                    panel,
                    y: (k) => first * factor ** k,
                    length: Number.isNaN(factor) ? 0 : iterations + 1,
                    color: '--gd-text',
                    look: 'gd-dashed',
                  }),
                ],
              },
            ]),
      ],
    });
  },
  summarize: summarizeEnds,
  table(data) {
    const k = Array.from({ length: data.problem.parameters.iterations + 1 }, (_, k) => k);
    const columns = shownRuns(data).flatMap(({ learningRate, iterates, slopes }) => [
      [`${data.problem.objective.variable} at ${learningRate}`, k.map((k) => iterates[k] ?? '')],
      [`slope at ${learningRate}`, k.map((k) => slopes[k] ?? '')],
    ]);
    return { iteration: k, ...Object.fromEntries(columns) };
  },
};

/** What theory is drawn, and how it is to be read. */
function noteOf(data: Picture): string {
  const half = bandOf(data);
  if (half !== undefined) return say('bandNote', { half: format(half) });
  const factor = shownFactor(data, data.run.learningRate);
  if (Number.isNaN(factor)) return '';
  return data.problem.isPlain ? say('predicted') : say('predictedMean', { factor: formatFactor(factor) });
}

/** The weights around the minimum, and those of the runs that stay; one that flies off leaves the picture. */
function weightsOf(data: Picture): Interval {
  const stay = shownRuns(data).filter(({ outcome }) => outcome !== 'diverged');
  const weights = [...windowOf(data), ...stay.flatMap(({ iterates }) => iterates)];
  return [weights.reduce((a, b) => Math.min(a, b)), weights.reduce((a, b) => Math.max(a, b))];
}

/** The weights up to the first one outside, of a run that does not come back. */
function staying({ outcome, iterates }: RateRun, [low, high]: Interval): readonly number[] {
  const out = iterates.findIndex((w) => w < low || w > high);
  return outcome === 'diverged' && out >= 0 ? iterates.slice(0, out + 2) : iterates;
}
