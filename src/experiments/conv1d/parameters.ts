import { MAXIMUM_LENGTH } from '../../engine/conv1d';
import type { Samples } from '../../engine/contract';
import type { DataProperty } from '../experiment';
import { choice, integer, number, seed, text, type ValuesOf, views } from '../parameters';
import { FILTER_TAKES, parseFilter } from './filter';
import { shownIteration } from '../parameters/shown-iteration';

const VIEWS = ['signal', 'loss', 'rates', 'filter', 'operator'] as const;

/** The defaults have the sheet's loss and its number of steps. */
export const parameters = [
  choice('signal', {
    label: 'Signal',
    help: 'One of the four test signals of Donoho and Johnstone, or your own data.',
    default: 'blocks',
    choices: ['blocks', 'bumps', 'heavisine', 'doppler', 'data'],
  }),
  integer('length', {
    label: 'Length',
    help: 'How many samples the signal has.',
    default: 1024,
    minimum: 1,
    maximum: MAXIMUM_LENGTH,
    scale: 'log',
    unit: 'n',
  }),
  text('filter', {
    label: 'Filter',
    help: 'gaussian R or box R, which blur over R samples to either side; difference; or the taps themselves, such as 0.5 -1 0.25.',
    default: 'gaussian 15',
    takes: FILTER_TAKES,
    check: parseFilter,
    good: ['gaussian 15', 'box 4', 'difference', '0.5 -1 0.25'],
  }),
  number('noise', {
    label: 'Noise',
    help: 'The standard deviation of the noise added to the blurred signal; for your own data, as a multiple of their standard deviation.',
    default: 0.02,
    minimum: 0,
    maximum: 1000,
  }),
  number('outliers', {
    label: 'Outliers',
    help: 'The fraction of samples that are off by 3 to 6; for your own data, by 3 to 6 of their standard deviations.',
    default: 0.01,
    minimum: 0,
    maximum: 1,
  }),
  choice('loss', {
    label: 'Loss',
    help: 'Huber is quadratic up to a residual of 1 (for your own data, of their standard deviation) and linear beyond, which limits the pull of outliers. Square is quadratic throughout.',
    default: 'huber',
    choices: ['huber', 'square'],
  }),
  number('ridge', {
    label: 'Ridge',
    help: 'The factor of |x|²/2, which keeps x small where the observation does not determine it.',
    default: 0.01,
    minimum: 0,
    maximum: 1_000_000,
    unit: 'λ',
  }),
  number('learningRate', {
    label: 'Learning rate',
    help: 'auto is 90\u202f% of the largest stable rate.',
    default: 1,
    minimum: 0,
    above: true,
    maximum: 1e9,
    quantity: 'learning-rate',
  }).orAuto(),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps gradient descent takes.',
    default: 100,
    minimum: 1,
    maximum: 100_000,
    scale: 'log',
    quantity: 'iterations',
  }),
  seed('The same seed draws the same noise and outliers.'),
  views('Which pictures are computed and shown.', VIEWS),
  shownIteration('The iterate that the pictures show; the last one by default.', 100_000).optional(),
] as const;

export type Conv1dParameters = ValuesOf<typeof parameters>;

/** Numbers from a file or a script, in place of what the parameters describe. */
export interface Conv1dData {
  /** What `signal="data"` stands for: it is blurred, and noise and outliers are added. */
  samples?: Samples;
  /** b: nothing is generated, and n follows from it and the filter. */
  observed?: Samples;
  /** k, in place of `filter`. */
  filterTaps?: Samples;
  /** x0, in place of zeros; n numbers. */
  initial?: Samples;
}

const typescript = 'Float32Array | Float64Array';

export const data: readonly (DataProperty & { name: keyof Conv1dData })[] = [
  {
    name: 'samples',
    help: 'What signal="data" stands for: it is blurred, and noise and outliers are added.',
    typescript,
  },
  {
    name: 'observed',
    help: 'The observation b. Nothing is generated, and the length of x follows from it and the filter.',
    typescript,
  },
  { name: 'filterTaps', help: 'The taps of the filter, in place of the attribute filter.', typescript },
  { name: 'initial', help: 'Iterate 0, in place of zeros; as many numbers as x has.', typescript },
];
