import type { GaussianData } from '../../math/gaussian-model';
import { choice, integer, number, views, type ValuesOf } from '../parameters';
import {
  checkExamples,
  checkWeights,
  constantColumn,
  examples,
  examplesOf,
  startWeights,
  weightsOr0,
  type ExampleValues,
} from '../parameters/examples';

const VIEWS = ['density', 'likelihood', 'residuals'] as const;

/** The defaults are five points whose line can be worked out by hand. */
const POINTS = [
  [0, 1],
  [1, 3],
  [2, 2],
  [3, 5],
  [4, 4.5],
];

const weights = startWeights(
  'Where the likelihood is worked out and the climb starts: a number for each column of the design; 0 by default.',
);

export const parameters = [
  number('sigma', {
    label: 'Noise',
    unit: 'σ',
    help: 'The standard deviation of the noise, where the likelihood is worked out.',
    default: 1,
    minimum: 0.01,
    maximum: 1000,
    scale: 'log',
  }),
  ...examples(
    POINTS,
    'x and y of each, points parted by semicolons: the design has a column of ones and one of x. Drag them in the picture.',
  ),
  choice('intercept', {
    label: 'Intercept',
    help: 'Of a design. None: its features alone, w·x. Fitted: a column of ones is put before them, and its weight is the bias. Points always have one.',
    default: 'none',
    choices: ['none', 'fitted'],
    applies: ({ design }) => design !== null,
  }),
  weights.orAuto(),
  number('learningRate', {
    label: 'Learning rate',
    unit: 'η',
    help: 'How far a step goes along the gradient of the mean log-likelihood.',
    default: 0.1,
    minimum: 1e-5,
    maximum: 1000,
    scale: 'log',
    quantity: 'learning-rate',
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps the climb makes.',
    default: 100,
    minimum: 1,
    maximum: 10_000,
    scale: 'log',
    quantity: 'iterations',
  }),
  views('Which pictures are shown.', VIEWS),
] as const;

type Settings = ValuesOf<typeof parameters>;
/** What is computed with: `auto` has become numbers. */
export type GaussianModelParameters = { [Name in keyof Settings]: Exclude<Settings[Name], 'auto'> };

type DesignValues = ExampleValues & Pick<Settings, 'intercept'>;

/** The design in force, and its points where it has a column of ones and one of x. */
export function gaussianData(p: DesignValues): GaussianData & { points: readonly (readonly number[])[] | null } {
  const { design: features, targets, arePoints } = examplesOf(p);
  const hasOnes = arePoints || p.intercept === 'fitted';
  const design = hasOnes ? features.map((row) => [1, ...Array.from(row)]) : features;
  if (arePoints) return { design, targets, points: p.points };
  const isLine = design[0].length === 2 && design.every(([one]) => one === 1);
  return { design, targets, points: isLine ? design.map(([, x], i) => [x, targets[i]]) : null };
}

/** Weights of 0 where none are given. */
export function resolve(given: object): GaussianModelParameters {
  const settings = given as Settings;
  const { design } = gaussianData(settings);
  return { ...settings, weights: weightsOr0(settings.weights, design[0]) };
}

/**
 * What a design that a person brings goes with: an intercept, unless a column of one value is one already.
 *
 * @param design a text where it is not one
 */
export function followDesign(design: Settings['design'] | string): Pick<Settings, 'weights'> & Partial<Settings> {
  // Weights belong to the columns that were there.
  if (design === null || typeof design === 'string') return { weights: 'auto' };
  return { weights: 'auto', intercept: constantColumn(design) >= 0 ? 'none' : 'fitted' };
}

/** Refuses examples and weights that do not go together. */
export function check(p: GaussianModelParameters, _: object, moved: ReadonlySet<string>): void {
  checkExamples(p, moved);
  checkWeights(weights, p.weights, gaussianData(p).design[0]);
}
