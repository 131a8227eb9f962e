import { basins } from './basins-view';
import { contours, surface } from './flow-views';
import { loss } from './loss-view';
import { rates as ratesChart } from './rates';
import { shared, type Computing, type Input, type Own } from './shared';
import { sweepRates, type Sweep } from './sweep';
import { timeVectorized, vectorized as vectorizedChart, type Timings } from './vectorized';

/** The share of each end over the learning rate, of each optimizer. */
const rates: Own<Sweep> = {
  title: 'Outcomes over the learning rate',
  hint: 'How many starts end where, at each learning rate.',
  theory: 'Dashed: the rate above which no run can stay at a minimum, by its largest curvature.',
  invitation: 'Click or drag to take another rate in hand.',
  compute: ({ problem }: Computing, engine, options) => sweepRates(problem, engine, options),
  data: (input: Input<Sweep>) => ({
    ...shared(input),
    ...input.computed,
    hidesLimits: input.ui.hidesAnswers,
    selected: input.ui.parameters.learningRate,
    ...(input.ui.isInteractive && { onRate: (rate: number) => input.ui.move('learningRate', rate) }),
  }),
  chart: ratesChart,
};

/** The same starts one at a time, in one array, and on the engine. */
const vectorized: Own<Timings> = {
  title: 'One at a time, or all at once',
  measures: true,
  hint: 'The same starts, descended from in three ways, timed on this machine just now.',
  compute: ({ problem, parameters }: Computing, engine, options) =>
    timeVectorized(problem, parameters.learningRate, engine, options),
  data: ({ computed }: Input<Timings>) => ({ timings: computed }),
  chart: vectorizedChart,
};

export const views = { surface, contours, basins, rates, loss, vectorized };
