import { MAXIMUM_LENGTH } from '../../engine/conv1d';
import { defineMessages, wordsOf, type Message } from '../../messages';
import { ParameterError, parameterMessages, shorten, textOf } from '../parameters';
import { checkTaps, FILTER_TAKES, parseFilter } from './filter';
import { data as properties, type Conv1dData, type Conv1dParameters } from './parameters';

const say = defineMessages('conv1d', {
  dataTakes: 'data only once there is some: load a file, or set the property samples or observed',
  fewerTaps: 'no more taps than the signal has samples: {length} here, and this filter has {taps} {taps|tap|taps}',
  lengthTakes: 'few enough that x has at most {most}',
  initialTakes: '{length} {length|number|numbers}, as many as x has',
  iterationTakes: 'a whole number from 0 to iterations, which is {iterations}',
  arrayTakes: 'a Float32Array or a Float64Array',
  countTakes: '1 to {most} numbers',
  lengthOfData: 'How many samples the signal has: as many as the data.',
});

/** The filter and the sizes, as parameters and data have them. The signal itself may be long: it is made by `run`. */
export interface Conv1dProblem {
  parameters: Conv1dParameters;
  data: Conv1dData;
  /** The filter k, r numbers. */
  taps: Float64Array;
  /** n */
  length: number;
  /** n - r + 1 */
  rows: number;
}

export function prepare(parameters: Conv1dParameters, data: Conv1dData): Conv1dProblem {
  const { taps, length } = sizeOf(parameters, data);
  return { parameters, data, taps, length, rows: length - taps.length + 1 };
}

function sizeOf(p: Conv1dParameters, data: Conv1dData): { taps: Float64Array; length: number } {
  const taps = data.filterTaps ? Float64Array.from(data.filterTaps) : parseFilter(p.filter);
  if (data.observed) return { taps, length: data.observed.length + taps.length - 1 };
  return { taps, length: p.signal === 'data' && data.samples ? data.samples.length : p.length };
}

/** n follows from the data, where there are any. */
export function decided(p: Conv1dParameters, data: Conv1dData): Record<string, { value: unknown; help: Message }> {
  if (!data.observed && !(p.signal === 'data' && data.samples)) return {};
  return { length: { value: sizeOf(p, data).length, help: say('lengthOfData') } };
}

/** `signal="data"` without data: no mistake, as an address cannot bring any; somebody has yet to. */
export class DataAwaited extends ParameterError {
  constructor() {
    super('signal', 'data', say('dataTakes'));
  }
}

/** The attribute that a message about data names: what stands for the samples has a control. */
export const attributeOfData = {
  samples: 'signal',
  observed: 'observed',
  filterTaps: 'filter-taps',
  initial: 'initial',
} as const satisfies Record<keyof Conv1dData, string>;

/** Refuses values and data that are each fine but do not go together. `run` looks at the single samples. */
export function check(p: Conv1dParameters, data: Conv1dData): void {
  checkData(data);
  if (p.signal === 'data' && !data.samples && !data.observed) throw new DataAwaited();
  const { taps, length } = sizeOf(p, data);
  if (taps.length > length) {
    const takes = say('fewerTaps', { length, taps: taps.length });
    if (data.filterTaps) throw new ParameterError('filter-taps', numbers(taps.length), takes);
    throw new ParameterError('filter', shorten(p.filter), takes);
  }
  if (length > MAXIMUM_LENGTH)
    throw new ParameterError('observed', numbers(data.observed!.length), say('lengthTakes', { most: MAXIMUM_LENGTH }));
  if (data.initial && data.initial.length !== length)
    throw new ParameterError('initial', numbers(data.initial.length), say('initialTakes', { length }));
  if (p.iteration !== null && p.iteration > p.iterations)
    throw new ParameterError(
      'iteration',
      String(p.iteration),
      say('iterationTakes', { iterations: String(p.iterations) }),
    );
}

const numbers = (count: number) => parameterMessages('gotNumbers', { count });

function checkData(data: Conv1dData): void {
  for (const { name } of properties) {
    const samples: unknown = data[name];
    if (samples === undefined) continue;
    const attribute = attributeOfData[name];
    if (!(samples instanceof Float32Array || samples instanceof Float64Array))
      throw new ParameterError(attribute, textOf(samples), say('arrayTakes'));
    if (samples.length < 1 || samples.length > MAXIMUM_LENGTH)
      throw new ParameterError(attribute, numbers(samples.length), say('countTakes', { most: MAXIMUM_LENGTH }));
  }
  if (!data.filterTaps) return;
  try {
    checkTaps(data.filterTaps);
  } catch (error) {
    const takes = parameterMessages('because', { takes: FILTER_TAKES, reason: wordsOf(error) });
    throw new ParameterError('filter-taps', numbers(data.filterTaps.length), takes);
  }
}
