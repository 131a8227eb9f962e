import { MAXIMUM_LENGTH, type Samples } from '../../engine/contract';
import { attributeOf, ParameterError, textOf, type ValuesOf } from '../parameters';
import { checkTaps, FILTER_TAKES, parseFilter } from './filter';

export const VIEWS = ['signal', 'loss', 'rates', 'filter', 'operator'] as const;
export type ViewName = (typeof VIEWS)[number];

/** A signal is blurred, noise and outliers are added, and descent recovers it; with the sheet's loss and number of steps. */
export const parameters = [
  {
    name: 'signal', type: 'choice', default: 'blocks', choices: ['blocks', 'bumps', 'heavisine', 'doppler', 'data'], label: 'Signal', control: 'shown',
    help: 'One of the four test signals of Donoho and Johnstone, or data that was loaded.',
  },
  {
    name: 'length', type: 'integer', default: 1024, minimum: 1, maximum: MAXIMUM_LENGTH, scale: 'log', label: 'Length', unit: 'n', control: 'shown',
    help: 'How many samples the signal has.',
  },
  {
    name: 'filter', type: 'text', default: 'gaussian 15', label: 'Filter', control: 'shown', takes: FILTER_TAKES, check: (text: string) => void parseFilter(text),
    help: 'gaussian R or box R, a blur that reaches R samples to either side; difference; or the taps themselves, as in 0.5 -1 0.25.',
  },
  {
    name: 'noise', type: 'number', default: 0.02, minimum: 0, maximum: 1000, scale: 'linear', label: 'Noise', control: 'shown',
    help: 'The standard deviation of the noise that is added to the blurred signal; with data, in units of the standard deviation of the data.',
  },
  {
    name: 'outliers', type: 'number', default: 0.01, minimum: 0, maximum: 1, scale: 'linear', label: 'Outliers', control: 'shown',
    help: 'The fraction of samples that are thrown off by 3 to 6; with data, by 3 to 6 of its standard deviations.',
  },
  {
    name: 'loss', type: 'choice', default: 'huber', choices: ['huber', 'square'], label: 'Loss', control: 'shown',
    help: 'Huber: square up to a residual of 1, straight beyond, so that outliers pull no harder than that. Or the square throughout.',
  },
  {
    name: 'ridge', type: 'number', default: 0.01, minimum: 0, maximum: 1_000_000, scale: 'log', label: 'Ridge', unit: 'λ', control: 'shown',
    help: 'The factor of |x|²/2, which keeps x small where the observation says nothing of it.',
  },
  {
    name: 'learningRate', type: 'auto-number', default: 'auto', minimum: 0, above: true, maximum: 1e9, scale: 'log', label: 'Learning rate', control: 'shown',
    help: 'auto is 90 % of the largest stable rate, 2/(|A|² + λ).',
  },
  {
    name: 'iterations', type: 'integer', default: 100, minimum: 1, maximum: 100_000, scale: 'log', label: 'Iterations', control: 'shown',
    help: 'How many steps the descent makes.',
  },
  {
    name: 'seed', type: 'integer', default: 1, minimum: 0, maximum: 4_294_967_295, scale: 'linear', label: 'Seed', control: 'more',
    help: 'The same seed draws the same noise and outliers.',
  },
  {
    name: 'views', type: 'choices', default: VIEWS, choices: VIEWS, label: 'Views', control: 'none',
    help: 'Which pictures are computed and shown.',
  },
  {
    name: 'iteration', type: 'optional-integer', default: null, minimum: 0, maximum: 100_000, scale: 'linear', label: 'Iteration', control: 'none', view: 'none',
    help: 'The iterate that the pictures show; the last one if nothing is said.',
  },
] as const;

export type Conv1dParameters = ValuesOf<typeof parameters>;

/** Numbers from a file or a script, in place of what the parameters describe. */
export interface Conv1dData {
  /** What `signal="data"` stands for: it is blurred, and noise and outliers are added. */
  signal?: Samples;
  /** b: nothing is generated, and n follows from it and the filter. */
  observed?: Samples;
  /** k, in place of `filter`. */
  filterTaps?: Samples;
  /** x0, in place of zeros; n numbers. */
  initial?: Samples;
}

/** The filter and n, as parameters and data have them. */
export function sizeOf(p: Conv1dParameters, data: Conv1dData = {}): { taps: Float64Array; length: number } {
  const taps = data.filterTaps ? Float64Array.from(data.filterTaps) : parseFilter(p.filter);
  if (data.observed) return { taps, length: data.observed.length + taps.length - 1 };
  return { taps, length: p.signal === 'data' && data.signal ? data.signal.length : p.length };
}

/** `signal="data"`, and there is none: nothing is wrong with that but that somebody has yet to bring it, as an address cannot. */
export class DataAwaited extends ParameterError {
  constructor() {
    super('signal', 'data', 'data only once there is some: load a file, or set the property samples or observed');
  }
}

/** Refuses values and data that are each fine but do not go together. The single samples are looked at when the descent is run. */
export function check(p: Conv1dParameters, data: Conv1dData = {}): void {
  const refuse = (name: keyof Conv1dParameters, takes: string) => {
    throw new ParameterError(attributeOf(name), textOf(p[name]), takes);
  };
  checkData(data);
  if (p.signal === 'data' && !data.signal && !data.observed) throw new DataAwaited();
  const { taps, length } = sizeOf(p, data);
  if (taps.length > length) {
    const found = data.filterTaps ? `${taps.length} numbers` : `${p.filter}, ${taps.length} taps`;
    throw new ParameterError(data.filterTaps ? 'filter-taps' : 'filter', found, `no more taps than the signal has samples, which are ${length}`);
  }
  if (length > MAXIMUM_LENGTH) throw new ParameterError('observed', `${data.observed!.length} numbers`, `so many that x has at most ${MAXIMUM_LENGTH}`);
  if (data.initial && data.initial.length !== length) throw new ParameterError('initial', `${data.initial.length} numbers`, `${length} numbers, as many as x has`);
  if (p.iteration !== null && p.iteration > p.iterations) refuse('iteration', `a whole number from 0 to iterations, which is ${p.iterations}`);
}

function checkData(data: Conv1dData): void {
  for (const name of ['signal', 'observed', 'filterTaps', 'initial'] as const) {
    const samples: unknown = data[name];
    if (samples === undefined) continue;
    const attribute = attributeOf(name);
    if (!(samples instanceof Float32Array || samples instanceof Float64Array)) throw new ParameterError(attribute, textOf(samples), 'a Float32Array or a Float64Array');
    if (samples.length < 1 || samples.length > MAXIMUM_LENGTH) throw new ParameterError(attribute, `${samples.length} numbers`, `1 to ${MAXIMUM_LENGTH} numbers`);
  }
  if (!data.filterTaps) return;
  try {
    checkTaps(data.filterTaps);
  } catch (error) {
    throw new ParameterError('filter-taps', `${data.filterTaps.length} numbers`, `${FILTER_TAKES}; ${(error as Error).message}`);
  }
}
