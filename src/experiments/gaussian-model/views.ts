import { mostLikely } from '../../math/gaussian-model';
import { FEWEST_POINTS, MOST_POINTS } from '../parameters/examples';
import type { Drawn, Ui, View } from '../view';
import { density as densityChart, type DensityData } from './density';
import { likelihood as likelihoodChart, type LikelihoodData } from './likelihood';
import { gaussianData, type GaussianModelParameters as Parameters } from './parameters';
import type { GaussianModelProblem as Problem } from './problem';
import { residuals as residualsChart, type ResidualsData } from './residuals';
import { say } from './words';

type Input = Drawn<Parameters, Problem, Problem, undefined>;
type Picture<Data> = View<Parameters, Problem, Problem, undefined, Data>;

/** Points that were moved take the place of a design that they came from. */
function setPoints(ui: Ui<Parameters>, points: Parameters['points']): void {
  ui.set('design', null);
  ui.set('targets', null);
  ui.set('points', points);
}

const density: Picture<DensityData> = {
  title: 'The density over the data',
  hint: 'At each x the model has a Gaussian for y; the darker, the likelier. Its line is that of least squares, its width the root of the mean squared residual.',
  invitation: 'Drag a point; double-click to add one, or on a point to remove it.',
  data({ problem, ui }: Input) {
    const points = problem.points ?? [];
    return {
      problem,
      ...(ui.isInteractive && {
        onMove: (i: number, x: number, y: number) => setPoints(ui, points.with(i, [x, y])),
        ...(points.length < MOST_POINTS && { onAdd: (x: number, y: number) => setPoints(ui, [...points, [x, y]]) }),
        onRemove: (i: number) => setPoints(ui, points.toSpliced(i, 1)),
        fewest: FEWEST_POINTS,
      }),
    };
  },
  chart: densityChart,
  absent: ({ parameters }) => (gaussianData(parameters).points ? undefined : say('noDensity')),
};

const likelihood: Picture<LikelihoodData> = {
  title: 'The likelihood, and the climb',
  hint: 'The log-likelihood over the first two weights at the given σ, with gradient ascent from the given weights; and over σ at the most likely weights, with its maximum at the root of the mean squared residual.',
  invitation: 'Drag the weights, or σ: a smaller one makes the hill steeper.',
  data: ({ problem, ui }: Input) => ({
    problem,
    hidesTheory: ui.hidesAnswers,
    ...(ui.isInteractive && {
      onWeights: (weights: readonly number[]) => ui.set('weights', weights),
      onSigma: (sigma: number) => ui.set('sigma', sigma),
    }),
  }),
  chart: likelihoodChart,
};

const residuals: Picture<ResidualsData> = {
  title: 'Are the residuals Gaussian?',
  hint: 'The residuals of the most likely weights, each as a dot and together as a histogram, and the Gaussian that the model takes them for.',
  data: ({ problem }: Input) => ({ problem }),
  chart: residualsChart,
  absent: ({ parameters }) =>
    mostLikely(gaussianData(parameters)).logLikelihood === null ? say('noResiduals') : undefined,
};

export const views = { density, likelihood, residuals };
