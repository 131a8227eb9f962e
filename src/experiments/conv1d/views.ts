import { formatLimit } from '../../charts/kit/format';
import { lossCurve, type LossCurveData } from '../../charts/loss-curve';
import { operatorCard, type OperatorData } from '../../charts/operator-card';
import { rateLoss, type RateLossData } from '../../charts/rate-loss';
import { series as seriesChart, type Series, type SeriesData } from '../../charts/series';
import { filter as filterChart, type FilterData } from '../../charts/taps';
import { sampleRateOf } from '../../data/signal/sample-rate';
import type { Samples } from '../../engine/contract';
import { squaredGain } from '../../math/frequency-response';
import { overviewOf, prepareOverview } from '../../math/overview';
import { linearSpaced } from '../../math/spacing';
import { defineWords } from '../../words/words';
import type { RateTool, Tool, View } from '../view';
import { measureCost, type OperatorCost } from './operator-cost';
import type { Conv1dParameters as Parameters } from './parameters';
import type { Conv1dProblem as Problem } from './problem';
import { sweepRates, type Rates } from './rates';
import type { Conv1dRun as Run } from './run';

const say = defineWords('conv1d', {
  recoverySeries: 'recovery x',
  signalSeries: 'signal',
  observationSeries: 'observation b',
  signalAndRecovery: 'signal, and recovery x',
  rate: 'learning rate',
  stable: 'stable',
  unstable: 'unstable',
  limit: 'largest stable rate: {threshold}',
  liveliest: 'on the {number} samples that vary most',
});

/** The iteration that is shown: the last one by default, else one that was kept. */
export function shownIteration({ every, result }: Run, asked: number | null): number {
  const { iterations } = result.parameters;
  if (asked === null || every === 0 || asked >= iterations) return iterations;
  return Math.floor(asked / every) * every;
}

/** The kept iterate at an iteration or just before, and the last one after all; a view into the kept ones, not a copy. */
export function iterateAt({ result, recovery: { length }, iterates, every }: Run, iteration: number): Samples {
  if (iteration >= result.parameters.iterations || !iterates || every === 0) return result.x;
  const frame = Math.floor(iteration / every);
  const last = handedOut.get(iterates);
  if (last?.frame === frame) return last.values;
  const values = iterates.subarray(frame * length, (frame + 1) * length);
  handedOut.set(iterates, { frame, values });
  return values;
}

/** The frame that was asked for last: asked again, it is the same object, of which the charts know all that they need. */
const handedOut = new WeakMap<Samples, { frame: number; values: Samples }>();

/**
 * The observation above; below, the signal and what descent has made of the observation.
 *
 * @csspart bar - what moves the pictures: the learning rate and the player
 * @csspart rate - the learning rate in hand: a slider with the largest stable rate marked on it
 * @csspart transport - the player of the descent: play, steps, slider, speed
 */
const signal: View<Parameters, Problem, Run, undefined, SeriesData> = {
  title: 'The signal, the observation, the recovery',
  hint: 'Top: the observed signal, blurred and noisy, with outliers. Bottom: what gradient descent recovers.',
  invitation: 'Press Play to watch.',
  // Files are chosen in this picture.
  fields: ['signal', 'filter'],
  /** All of it is there; millions of samples are looked at once, so that each frame is drawn in a moment. */
  async compute({ run: { recovery, result } }, _engine, { signal: stop }): Promise<undefined> {
    for (const values of [recovery.signal, recovery.observed, result.x])
      if (values) await prepareOverview(values, { signal: stop });
  },
  data({ run, ui }) {
    const { taps, length, signal, observed } = run.recovery;
    const iteration = shownIteration(run, ui.parameters.iteration);
    const known: Series[] = signal
      ? [{ label: say('signalSeries'), color: '--gd-series-signal', values: signal, mark: 'line' }]
      : [];
    // Observation i is what the filter sees around sample i + offset.
    const offset = Math.floor((taps.length - 1) / 2);
    const observation: Series = {
      label: say('observationSeries'),
      color: '--gd-series-observed',
      values: observed,
      offset,
      mark: 'dots',
    };
    const recovery: Series = {
      label: say('recoverySeries'),
      color: '--gd-series-recovery',
      values: iterateAt(run, iteration),
      mark: 'heavy',
    };
    return {
      panels: [
        { title: say('observationSeries'), series: [observation] },
        {
          title: signal ? say('signalAndRecovery') : say('recoverySeries'),
          series: [...known, recovery],
          range: rangeOfRecovery(run),
        },
      ],
      length,
      sampleRate: signal && sampleRateOf(signal),
      iteration,
      iterations: run.result.parameters.iterations,
      columns: [
        ...(signal ? [{ name: 'signal', values: signal }] : []),
        { name: 'observation', values: observed, offset },
        { name: `recovery at iteration ${iteration}`, values: recovery.values },
      ],
    };
  },
  chart: seriesChart,
  tools: ({ run, ui }) => {
    const { every, result } = run;
    const { iterations } = result.parameters;
    const iteration = shownIteration(run, ui.parameters.iteration);
    const play: Tool = { kind: 'play', parameter: 'iteration', iteration, iterations, every };
    return [rateTool(run, ui.parameters), ...(every === 0 ? [] : [play])];
  },
};

/** The slider for the learning rate, marked at the largest stable one. */
function rateTool({ result: { threshold, learningRate } }: Run, p: Parameters): RateTool {
  const value = p.learningRate === 'auto' ? learningRate : p.learningRate;
  return {
    kind: 'rate',
    parameter: 'learningRate',
    label: say('rate'),
    value: Number(value.toPrecision(6)),
    low: threshold / 100,
    high: 2.5 * threshold,
    scale: 'log',
    listed: { title: say('rate'), rates: [] },
    marks: [{ at: threshold, label: say('limit', { threshold: formatLimit(threshold) }) }],
    zones: [
      { label: say('stable'), color: '--gd-series-recovery' },
      { label: say('unstable'), color: '--gd-diverged' },
    ],
  };
}

/** A recovery that reaches further than this many times the signal's range is on its way out of the picture. */
const FAR = 3;

/**
 * What the recovery's panel covers. It does not depend on the iterate that is shown, so that the frame stands still while
 * descent is played; nor on the last one, if that has diverged.
 */
function rangeOfRecovery({ recovery: { signal, observed }, result: { x } }: Run): [number, number] {
  const { low, high } = overviewOf(signal ?? observed);
  const { low: least, high: greatest, isFinite } = overviewOf(x);
  const span = high - low || 1;
  const isNear = isFinite && least >= low - FAR * span && greatest <= high + FAR * span;
  if (!isNear) return [low, high];
  return signal ? [Math.min(low, least), Math.max(high, greatest)] : [least, greatest];
}

const loss: View<Parameters, Problem, Run, undefined, LossCurveData> = {
  title: 'The loss at every iteration',
  hint: 'The objective F that gradient descent minimizes.',
  invitation: 'Click the curve to show that iteration above.',
  data({ run, ui }) {
    const { losses, diverged, learningRate } = run.result;
    const iteration = shownIteration(run, ui.parameters.iteration);
    return { losses, diverged, learningRate, iteration, onPick: (picked: number) => ui.set('iteration', picked) };
  },
  chart: lossCurve,
};

const rates: View<Parameters, Problem, Run, Rates, RateLossData> = {
  title: 'How far does each learning rate get?',
  hint: 'Each dot is one complete run.',
  theory:
    'Dashed: the largest rate that is stable for every observation. Measured: the smallest rate at which a small disturbance grew. With the Huber loss, outliers add no curvature, so just above the limit the loss may still fall.',
  invitation: 'Click a rate to use it.',
  compute: ({ problem, run }, engine, options) => sweepRates(problem.parameters, run.recovery, engine, options),
  data: ({ run: { result }, computed: { length, ...rates }, ui }) => ({
    ...rates,
    hidesLimit: ui.hidesAnswers,
    selected: result.learningRate,
    note: length < result.columns ? say('liveliest', { number: length }) : undefined,
    onPick: (rate: number) => ui.set('learningRate', rate),
  }),
  chart: rateLoss,
};

const FREQUENCIES = 401;

const filter: View<Parameters, Problem, Run, undefined, FilterData> = {
  title: 'The filter',
  hint: 'Its taps, and the factor by which it multiplies a wave of each frequency. Frequencies that the filter nearly removes cannot be recovered.',
  data({ problem: { taps }, run: { result } }) {
    // Cycles per sample.
    const frequency = linearSpaced(0, 0.5, FREQUENCIES);
    const gain = frequency.map((f) => Math.sqrt(squaredGain(taps, 2 * Math.PI * f)));
    return { taps, response: { frequency, gain }, norm: result.operatorNorm };
  },
  chart: filterChart,
};

const operator: View<Parameters, Problem, Run, OperatorCost, OperatorData> = {
  title: 'The matrix that we never build',
  hint: 'What the full matrix A would cost compared with the operator, measured on your machine, and a check that its transpose is right.',
  measures: true,
  compute: ({ problem }, engine, options) => measureCost(problem, engine, options),
  data: ({ problem: { rows, length, taps }, run: { adjoint }, computed }) => ({
    rows,
    columns: length,
    taps,
    dense: computed.dense,
    operator: { ...computed.operator, milliseconds: computed.onPage.milliseconds },
    elsewhere: {
      where: computed.engine.kind === 'webgpu' ? 'gpu' : 'workers',
      milliseconds: computed.operator.milliseconds,
    },
    adjoint,
  }),
  chart: operatorCard,
};

export const views = { signal, loss, rates, filter, operator };
