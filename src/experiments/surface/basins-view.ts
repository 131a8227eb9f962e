import type { Engine, RunOptions } from '../../engine/contract';
import { population } from '../../engine/population';
import type { PlaneWindow } from '../../math/plane';
import { coarseFirst, type PictureSize, type ViewOptions } from '../view';
import { basins as basinsChart, basinsHeight } from './basins';
import { kindsAmong } from './kinds';
import { basinsWindowOf, windowOf, type SurfaceParameters } from './parameters';
import { optimizerTool, presetTool, rateTool, shared, widened, type Computing, type Input, type Own } from './shared';
import { boxOf } from './tasks';

interface Basins {
  learningRate: number;
  window: PlaneWindow;
  width: number;
  height: number;
  kinds: Uint8Array;
  times: Float32Array;
}

/** Steps that an engine makes within a tenth of a second on a machine with two cores. */
const HURRIED_STEPS = { cpu: 2_000_000, other: 5_000_000 };
/** Steps after the last iteration, that tell what became of a run. */
const FOLLOWING = 128;

async function basinsOf(
  { problem, parameters: p }: Computing,
  { width, height }: PictureSize,
  engine: Engine,
  options: RunOptions,
): Promise<Basins> {
  const { task, optimizers } = problem;
  const window = shownWindow(p, { width, height });
  const found = await engine.run(
    population,
    {
      ...task,
      optimizer: optimizers[p.shownOptimizer],
      learningRates: [p.learningRate],
      starts: { sampling: 'grid', size: [width, height], box: boxOf(window) },
      observe: { map: true },
    },
    options,
  );
  return {
    learningRate: p.learningRate,
    window,
    width,
    height,
    kinds: kindsAmong(problem, found.endings, found.labels!),
    times: found.times!,
  };
}

/** What a picture of these pixels shows: a unit is as long across as it is up. */
const shownWindow = (p: SurfaceParameters, size: PictureSize) =>
  p.basinsWindow.length > 0 ? basinsWindowOf(p) : widened(windowOf(p), size.height / size.width);

const basinsSize = (width: number): PictureSize => {
  const height = basinsHeight(width);
  const across = Math.min(760, width - 60);
  return { width: Math.round(across), height: Math.round((height * across) / (width - 60)) };
};

/** One run a pixel: where it ends, and how soon. */
export const basins: Own<Basins> = {
  title: 'Basins of attraction',
  hint: 'Every pixel is one run, started there. The colour shows where it ends, light and dark how long that takes: light is quick.',
  invitation: 'Move the learning rate; zoom in where basins meet.',
  size: basinsSize,
  compute: (input: Computing, engine, options: ViewOptions<Basins>) =>
    coarseFirst(options, [3, 1], (size, progress) => basinsOf(input, size, engine, progress)),
  async hurry(input: Computing, engine, options) {
    const { run, parameters: p } = input;
    const steps = run.result.engine.kind === 'cpu' ? HURRIED_STEPS.cpu : HURRIED_STEPS.other;
    return hurried(input, steps / (p.iterations + FOLLOWING), engine, options);
  },
  data(input: Input<Basins>) {
    const { problem, computed, ui } = input;
    const { kinds, times, width, height } = computed;
    const home = widened(windowOf(ui.parameters), height / width);
    const { minima, curves } = problem;
    const [x, y] = ui.parameters.start;
    return {
      ...shared(input),
      window: ui.parameters.basinsWindow.length > 0 ? basinsWindowOf(ui.parameters) : home,
      imageWindow: computed.window,
      home,
      columns: width,
      rows: height,
      kinds,
      times,
      iterations: problem.task.iterations,
      learningRate: computed.learningRate,
      variables: problem.functions.read.variables,
      minima: minima.map((point, outcome) => ({ ...point, outcome })),
      curves: curves.map(({ points }) => points),
      start: [x, y] as const,
      busy: ui.isBusy,
      ...(ui.isInteractive && {
        onWindow(window: PlaneWindow) {
          const numbers = [...window.x, ...window.y];
          const isHome = [...home.x, ...home.y].every((end, i) => end === numbers[i]);
          ui.set('basinsWindow', isHome ? [] : numbers);
        },
        onStart: (start: readonly number[]) =>
          ui.set(
            'start',
            start.map((value) => Number(value.toPrecision(4))),
          ),
      }),
    };
  },
  chart: basinsChart,
  tools: (input: Input<Basins>) => [rateTool(input), ...presetTool(input, 'basins'), ...optimizerTool(input)],
};

/** The same coarsely, of fewer runs. */
async function hurried(
  input: Computing,
  runs: number,
  engine: Engine,
  options: RunOptions,
): Promise<(shown: Basins) => Basins> {
  const aspect = 0.6;
  const width = Math.max(16, Math.min(380, Math.round(Math.sqrt(runs / aspect))));
  const coarse = await basinsOf(input, { width, height: Math.round(width * aspect) }, engine, options);
  return () => coarse;
}
