import type { Samples } from '../../engine/contract';
import { MAXIMUM_LENGTH } from '../../engine/conv1d';
import { conv1dWords as say } from '../../words/conv1d';
import { wordsOf } from '../../messages';
import { parameterWords } from '../../words/parameters';
import type { Message } from '../../words/words';
import { attributeOf, ParameterError, shorten, textOf, worded, type ValuesOf } from '../parameters';
import { checkTaps, FILTER_TAKES, parseFilter } from './filter';

export const VIEWS = ['signal', 'loss', 'rates', 'filter', 'operator'] as const;
export type ViewName = (typeof VIEWS)[number];

/** A signal is blurred, noise and outliers are added, and descent recovers it; with the sheet's loss and number of steps. */
export const parameters = worded(say, [
  {
    name: 'signal',
    type: 'choice',
    default: 'blocks',
    choices: ['blocks', 'bumps', 'heavisine', 'doppler', 'data'],
    control: 'shown',
  },
  {
    name: 'length',
    type: 'integer',
    default: 1024,
    minimum: 1,
    maximum: MAXIMUM_LENGTH,
    scale: 'log',
    unit: 'n',
    control: 'shown',
  },
  {
    name: 'filter',
    type: 'text',
    default: 'gaussian 15',
    control: 'shown',
    takes: FILTER_TAKES,
    check: (text: string) => void parseFilter(text),
  },
  { name: 'noise', type: 'number', default: 0.02, minimum: 0, maximum: 1000, scale: 'linear', control: 'shown' },
  { name: 'outliers', type: 'number', default: 0.01, minimum: 0, maximum: 1, scale: 'linear', control: 'shown' },
  { name: 'loss', type: 'choice', default: 'huber', choices: ['huber', 'square'], control: 'shown' },
  {
    name: 'ridge',
    type: 'number',
    default: 0.01,
    minimum: 0,
    maximum: 1_000_000,
    scale: 'log',
    unit: 'λ',
    control: 'shown',
  },
  {
    name: 'learningRate',
    type: 'auto-number',
    default: 'auto',
    minimum: 0,
    above: true,
    maximum: 1e9,
    scale: 'log',
    control: 'shown',
  },
  { name: 'iterations', type: 'integer', default: 100, minimum: 1, maximum: 100_000, scale: 'log', control: 'shown' },
  { name: 'seed', type: 'integer', default: 1, minimum: 0, maximum: 4_294_967_295, scale: 'linear', control: 'more' },
  { name: 'views', type: 'choices', default: VIEWS, choices: VIEWS, control: 'none' },
  {
    name: 'iteration',
    type: 'optional-integer',
    default: null,
    minimum: 0,
    maximum: 100_000,
    scale: 'linear',
    control: 'none',
    view: 'none',
  },
]);

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
    super('signal', 'data', say.later('dataTakes'));
  }
}

/** Refuses values and data that are each fine but do not go together. The single samples are looked at when the descent is run. */
export function check(p: Conv1dParameters, data: Conv1dData = {}): void {
  const refuse = (name: keyof Conv1dParameters, takes: Message) => {
    throw new ParameterError(attributeOf(name), textOf(p[name]), takes);
  };
  checkData(data);
  if (p.signal === 'data' && !data.signal && !data.observed) throw new DataAwaited();
  const { taps, length } = sizeOf(p, data);
  if (taps.length > length) {
    const found = data.filterTaps
      ? numbers(taps.length)
      : say.later('filterTaps', { filter: shorten(p.filter), count: taps.length });
    throw new ParameterError(data.filterTaps ? 'filter-taps' : 'filter', found, say.later('fewerTaps', { length }));
  }
  if (length > MAXIMUM_LENGTH)
    throw new ParameterError(
      'observed',
      numbers(data.observed!.length),
      say.later('lengthTakes', { most: MAXIMUM_LENGTH }),
    );
  if (data.initial && data.initial.length !== length)
    throw new ParameterError('initial', numbers(data.initial.length), say.later('initialTakes', { length }));
  if (p.iteration !== null && p.iteration > p.iterations)
    refuse('iteration', say.later('iterationTakes', { iterations: String(p.iterations) }));
}

const numbers = (count: number) => parameterWords.later('gotNumbers', { count });

function checkData(data: Conv1dData): void {
  for (const name of ['signal', 'observed', 'filterTaps', 'initial'] as const) {
    const samples: unknown = data[name];
    if (samples === undefined) continue;
    const attribute = attributeOf(name);
    if (!(samples instanceof Float32Array || samples instanceof Float64Array))
      throw new ParameterError(attribute, textOf(samples), say.later('arrayTakes'));
    if (samples.length < 1 || samples.length > MAXIMUM_LENGTH)
      throw new ParameterError(attribute, numbers(samples.length), say.later('countTakes', { most: MAXIMUM_LENGTH }));
  }
  if (!data.filterTaps) return;
  try {
    checkTaps(data.filterTaps);
  } catch (error) {
    throw new ParameterError(
      'filter-taps',
      numbers(data.filterTaps.length),
      parameterWords.later('because', { takes: FILTER_TAKES, reason: wordsOf(error) }),
    );
  }
}
