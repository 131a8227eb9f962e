import type { Engine } from '../../engine/contract';
import type { ViewOptions } from '../view';
import { outcomesOf } from './ends';
import { contours as contoursChart } from './contours';
import { computeFlow, previewFlow, type Flow } from './flow';
import { relief } from './relief';
import {
  optimizerColor,
  optimizerTool,
  presetTool,
  rateTool,
  shared,
  shownOptimizer,
  type Computing,
  type Input,
  type Own,
} from './shared';

const flow = {
  compute: (input: Computing, engine: Engine, options: ViewOptions<Flow>) => computeFlow(input, engine, options),
  preview: previewFlow,
};

/** The runs as they stand at the iteration that is shown, between two of them while it plays. */
function runsAt({ problem, computed, ui }: Input<Flow>) {
  const { population: moving, paths, beside, every, kinds } = computed;
  const frame = Math.min(moving.frames - 1, Math.floor(ui.parameters.iteration / every));
  const { phase } = ui;
  const at = (values: Float64Array) =>
    Float64Array.from({ length: moving.size }, (_, i) => {
      const now = values[frame * moving.size + i];
      const before = values[Math.max(0, frame - 1) * moving.size + i];
      return phase < 1 ? before + phase * (now - before) : now;
    });
  const upTo = (list: Flow['paths'], isBeside: boolean) =>
    list.map((places, i) => ({
      label: problem.optimizers[i].text,
      color: optimizerColor(i),
      places: places.slice(0, frame + 1),
      isBeside,
    }));
  return {
    paths: [...upTo(beside, true), ...upTo(paths, false)],
    population: { x: at(moving.x), y: at(moving.y), kinds },
  };
}

const pictured = (input: Input<Flow>) => ({
  ...shared(input),
  terrain: input.problem.terrain,
  variables: input.problem.functions.read.variables,
  stationary: input.problem.stationary,
  isConstant: input.problem.functions.isConstant,
  curves: input.problem.curves,
  runs: runsAt(input),
  shares: sharesOf(input),
});

function sharesOf({ problem, run, computed: { kinds }, ui }: Input<Flow>): number[] {
  if (!run) return outcomesOf(problem).map((_, kind) => kinds.filter((one) => one === kind).length / kinds.length);
  const { counts, total } = run.ends[shownOptimizer(ui.parameters, run)];
  return counts.map((count) => count / total);
}

const playTool = ({ computed: { every, rests }, ui }: Input<Flow>) =>
  ({
    kind: 'play',
    parameter: 'iteration',
    iteration: ui.parameters.iteration,
    iterations: ui.parameters.iterations,
    every,
    rests,
  }) as const;

/**
 * The loss as a relief that turns, with the runs on it.
 *
 * @csspart bar - what moves the pictures: the learning rate and the player
 * @csspart rate - the learning rate in hand: a slider with the largest stable rates marked on it
 * @csspart transport - the player of the runs: play, steps, slider, speed
 */
export const surface: Own<Flow> = {
  title: 'The loss as a landscape',
  hint: 'Each dot is a run, coloured by where it will end. The line is the run from the start; where that does not move, a second one starts beside it.',
  invitation: 'Drag to turn it; press Play; move the learning rate.',
  ...flow,
  data(input: Input<Flow>) {
    const { ui } = input;
    const { turn, tilt } = ui.parameters;
    return {
      ...pictured(input),
      camera: { turn, tilt },
      ...(ui.isInteractive && {
        onTurn(camera: { turn: number; tilt: number }) {
          if (camera.turn !== turn) ui.move('turn', camera.turn);
          if (camera.tilt !== tilt) ui.move('tilt', camera.tilt);
        },
      }),
    };
  },
  chart: relief,
  tools: (input: Input<Flow>) => [
    rateTool(input),
    playTool(input),
    ...presetTool(input, 'surface'),
    ...optimizerTool(input),
  ],
};

/** Lines of equal loss, the runs among them, and the gradient under the pointer. */
export const contours: Own<Flow> = {
  title: 'Lines of equal loss',
  hint: 'Along a line the loss is the same. The gradient stands at right angles to it and points uphill; its two parts are the partial derivatives. Each step goes against it.',
  invitation: 'Point at a place to see the gradient there; drag the start.',
  ...flow,
  data(input: Input<Flow>) {
    const { problem, computed, ui } = input;
    return {
      ...pictured(input),
      functions: problem.functions,
      start: computed.start,
      learningRate: computed.learningRate,
      frozen: problem.task.frozen ?? [],
      ...(ui.isInteractive && { onStart: (start: readonly number[]) => ui.move('start', start) }),
    };
  },
  chart: contoursChart,
  tools: (input: Input<Flow>) => [
    rateTool(input),
    playTool(input),
    ...presetTool(input, 'contours'),
    ...optimizerTool(input),
  ],
};
