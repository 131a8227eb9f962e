import * as kit from '../../charts/kit';
import type { Flow } from './run';
import type { LeastSquaresParameters } from './parameters';
import type { LeastSquaresProblem } from './problem';
import { DIVERGES, format, fromTop, lossLines, placed, planeOf, SETTLES, subscript } from './shown';
import { say } from './words';

export interface PlaneData {
  problem: LeastSquaresProblem;
  flow: Flow;
  parameters: LeastSquaresParameters;
  /** The factors of the eigenvectors are not told. */
  hidesTheory: boolean;
  width?: number;
}

const TRAILS = 3;

/** Where all runs are in a frame. */
function placesAt({ problem, flow, parameters }: PlaneData, frame: number) {
  const plane = planeOf(problem, parameters);
  const { errors, runs, columns } = flow;
  const [x, y] = [new Float64Array(runs), new Float64Array(runs)];
  for (let run = 0; run < runs; run++) {
    const at = (frame * runs + run) * columns;
    [x[run], y[run]] = placed(plane, Array.from(errors.subarray(at, at + columns)));
  }
  return { x, y };
}

const frameOf = ({ flow, parameters }: PlaneData) =>
  Math.min(flow.frames - 1, Math.round(parameters.iteration / flow.every));

/** The population around the minimizer: lines of equal loss, eigenvectors, and the runs on their way. */
export const plane: kit.Chart<PlaneData> = {
  draw(container, data) {
    const { problem, flow, parameters, width } = data;
    const { eigenvalues, eigenvectors, columns } = problem;
    const hasFactors = problem.isPlain && !data.hidesTheory;
    const { spread } = problem.parameters;
    const view = planeOf(problem, parameters);
    const [x, y] = view.center.map((center): kit.Interval => [center - 1.15 * spread, center + 1.15 * spread]);
    const frame = kit.cartesian(kit.chartRoot(container), {
      width,
      // Low enough for the rate and the player to be seen below it on a screen of 800 pixels.
      height: [300, 0.36, 320],
      isEqual: true,
      x: { domain: x, title: `${view.titles[0]} →` },
      y: { domain: y, title: `↑ ${view.titles[1]}` },
      note: say('atIteration', { runs: flow.runs, iteration: frameOf(data) * flow.every }),
      summary: plane.summarize(data),
    });
    const now = frameOf(data);
    const places = Array.from({ length: Math.min(now, TRAILS) + 1 }, (_, i) => placesAt(data, now - i));
    const color = flow.growth > 1 ? DIVERGES : SETTLES;
    // The top eigenvector and the next one; along the axes there is nothing to draw where these are eigenvectors.
    const shown = parameters.axes === 'eigenvectors' ? [] : [1, 2].filter((place) => place <= columns);
    const ends = shown.map((place) =>
      placed(
        view,
        eigenvectors[fromTop(problem, place)].map((value) => 0.85 * spread * value),
      ),
    );
    const [cx, cy] = view.center;
    frame.draw([
      lossLines(problem, view, frame.x.domain() as [number, number], frame.y.domain() as [number, number]),
      kit.arrows({
        name: 'gd-eigenvectors',
        x0: () => cx,
        y0: () => cy,
        x1: ends.map(([x]) => x),
        y1: ends.map(([, y]) => y),
        length: ends.length,
        color: '--gd-text',
      }),
      kit.trails({ panel: frame, places, group: new Uint8Array(flow.runs), colors: [color], strength: () => 1 }),
      kit.cloud({ ...places[0], length: flow.runs, radius: 2.2, colors: [color], strength: () => 0.8 }),
      kit.dots({
        name: 'gd-minimizer',
        x: [cx],
        y: [cy],
        length: 1,
        radius: 5,
        color: '--gd-surface',
        stroke: '--gd-text',
      }),
      kit.labels(
        'gd-notes',
        shown.map((place, i) => {
          const value = eigenvalues[fromTop(problem, place)];
          const words = {
            index: subscript(place),
            value: format(value),
            factor: format(1 - flow.learningRate * value),
          };
          return {
            text: say(hasFactors ? 'vector' : 'plainVector', words),
            x: ends[i][0],
            y: ends[i][1],
            dy: ends[i][1] >= cy ? -8 : 18,
            anchor: 'middle' as const,
            look: 'gd-strong',
          };
        }),
      ),
    ]);
  },
  summarize: ({ flow, problem }) =>
    say('planeSummary', {
      rate: format(flow.learningRate),
      iterations: problem.parameters.iterations,
      runs: flow.runs,
      converged: flow.counts.converged,
      diverged: flow.counts.diverged,
      growth: format(flow.growth),
    }),
  table(data) {
    const { x, y } = placesAt(data, frameOf(data));
    return { run: Array.from(x, (_, i) => i), across: x, up: y };
  },
};
