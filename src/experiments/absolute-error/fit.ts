import * as kit from '../../charts/kit';
import { short } from '../../charts/matrix-text';
import { pointFrame, regressionPoints, type PointAxes, type PointHandlers } from '../../charts/regression-points';
import { REGRESSION_LOSSES } from '../../math/linear-regression';
import type { AbsoluteErrorProblem } from './problem';
import { constantWords, LOSS_COLORS, modelText } from './shown';
import { say } from './words';

export interface FitData extends PointHandlers {
  problem: AbsoluteErrorProblem;
}

/** Room around the points for lines and further points. */
function axesOf({ problem: { parameters } }: FitData): PointAxes {
  const [x, y] = [0, 1].map((axis): kit.Interval => {
    const values = parameters.points.map((point) => point[axis]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = 0.15 * (high - low) || Math.abs(high) || 1;
    return [low - room, high + room];
  });
  return { x, y };
}

const draw = kit.holdingAxes<FitData, PointAxes>(axesOf, (container, data, axes, grip) => {
  const { problem } = data;
  const { parameters, runs, start, result } = problem;
  const root = kit.chartRoot(container);
  kit.drawKey(root, {
    entries: [
      ...REGRESSION_LOSSES.map((loss) => ({
        label: runs[loss].diverged
          ? say('divergedLine', { loss: say(loss) })
          : say('line', { loss: say(loss), formula: modelText(runs[loss]) }),
        color: LOSS_COLORS[loss],
        look: loss === parameters.loss ? 'gd-heavy' : '',
      })),
      { label: say(result.leastSquares.isUnique ? 'exact' : 'exactShortest'), look: 'gd-dashed' },
      { label: say('startLine'), look: 'gd-thin' },
    ],
  });
  const frame = pointFrame(root, axes, { width: data.width, summary: fit.summarize(data) });
  const through = (name: string, w: readonly number[], b: number, color: string, look: string) =>
    kit.line({ name, x: [...axes.x], y: (i) => w[0] * axes.x[i] + b, length: 2, color, look });
  const { points } = parameters;
  const { mark, reader } = regressionPoints(frame, {
    points,
    axes,
    name: say(data.onAdd ? 'readFit' : 'readOnly'),
    onMove: data.onMove,
    onAdd: data.onAdd,
    onRemove: data.onRemove,
    fewest: data.fewest,
    read: (x) =>
      REGRESSION_LOSSES.filter((loss) => !runs[loss].diverged).map((loss) => ({
        text: say('predicted', { loss: say(loss), value: short(runs[loss].w[0] * x + runs[loss].b) }),
        color: kit.color(LOSS_COLORS[loss]),
      })),
    grip,
  });
  frame.draw(
    [
      through('gd-start', start.w, start.b, '--gd-axis', 'gd-thin'),
      through('gd-exact', result.leastSquares.w, result.leastSquares.b, '--gd-text', 'gd-dashed'),
      ...REGRESSION_LOSSES.filter((loss) => !runs[loss].diverged).map((loss) =>
        through(
          `gd-${loss}`,
          runs[loss].w,
          runs[loss].b,
          LOSS_COLORS[loss],
          loss === parameters.loss ? 'gd-heavy' : '',
        ),
      ),
      mark,
    ],
    reader,
  );
});

/** The points, and the line that each loss leads to. */
export const fit: kit.Chart<FitData> = {
  draw,
  summarize({ problem }) {
    const { parameters, runs, result } = problem;
    const words = say('fitSummary', {
      count: parameters.points.length,
      lines: REGRESSION_LOSSES.map((loss) =>
        runs[loss].diverged
          ? say('divergedLine', { loss: say(loss) })
          : say('line', { loss: say(loss), formula: modelText(runs[loss]) }),
      ).join('; '),
      exact: modelText(result.leastSquares),
    });
    const shortest = result.leastSquares.isUnique ? [] : [say('shortest')];
    return [words, ...shortest, ...constantWords(problem)].join(' ');
  },
  table({ problem: { parameters, runs } }) {
    const xs = parameters.points.map(([x]) => x);
    return {
      x: xs,
      y: parameters.points.map(([, y]) => y),
      ...Object.fromEntries(
        REGRESSION_LOSSES.map((loss) => [
          loss,
          xs.map((x) => (runs[loss].diverged ? '' : runs[loss].w[0] * x + runs[loss].b)),
        ]),
      ),
    };
  },
};
