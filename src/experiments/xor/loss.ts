import * as kit from '../../charts/kit';
import type { XorProblem } from './problem';
import { aboveLimit, INK, short, shortPrediction, targetColor, targetInk, targetsOf } from './shown';
import { say } from './words';

export interface LossData {
  problem: XorProblem;
  iteration: number;
  /** The best linear model is not told. */
  hidesTheory: boolean;
  onIteration?(iteration: number): void;
}

const MOST_LINES = 12;

/** The loss over the iterations, and below it the predictions. */
export const loss: kit.Chart<LossData> = {
  draw(container, data) {
    const { problem, hidesTheory, onIteration } = data;
    const { descent, linear, parameters } = problem;
    const { losses } = descent;
    const last = Math.max(1, losses.length - 1);
    const iteration = Math.min(data.iteration, losses.length - 1);
    const best = linear.minimizer.loss;
    const hasBest = best > 1e-12 && !hidesTheory;
    const targets = targetsOf(problem);
    const points = parameters.points.slice(0, MOST_LINES);
    const span = targets[1] - targets[0];
    const predictions: kit.Interval = [targets[0] - 0.4 * span, targets[1] + 0.4 * span];
    const lossDomain = kit.valueDomain([...losses, ...(hasBest ? [best] : [])]);
    const frame = kit.cartesian(kit.chartRoot(container), {
      width: data.width,
      x: { scale: 'sqrt', domain: [0, last], title: say('iterationAxis'), isWhole: true },
      panels: [
        { y: { ...lossDomain, title: say('lossAxis'), grid: true }, height: [150, 0.22, 220] },
        { y: { domain: predictions, title: say('predictionAxis'), grid: true, spacing: 40 }, height: [120, 0.18, 180] },
      ],
      summary: loss.summarize(data),
    });
    const [upper, lower] = frame.panels;
    const within = kit.within(lossDomain.domain);
    const every = Math.max(1, Math.floor(losses.length / 800));
    const shown = losses.flatMap((_, k) => (k % every === 0 || k === losses.length - 1 || k < 100 ? [k] : []));
    const values = shown.map((k) => points.map(([x1, x2]) => descent.at(k)(x1, x2)));
    frame.draw(
      [
        kit.rule({ panel: upper, y: hasBest ? [best] : [], look: 'gd-threshold' }),
        kit.line({ panel: upper, y: (k) => within(losses[k]), length: losses.length, color: INK, look: 'gd-heavy' }),
        kit.labels(
          'gd-best',
          [
            {
              text: hasBest ? say('bestLinear', { loss: short(best) }) : '',
              right: 6,
              y: best,
              dy: -5,
              anchor: 'end',
            },
          ],
          upper,
        ),
        kit.rule({ name: 'gd-targets', panel: lower, y: [...targets], look: 'gd-hair' }),
        ...points.map(([, , target], i) =>
          kit.line({
            name: `gd-prediction-${i}`,
            panel: lower,
            x: shown,
            y: (j) => values[j][i],
            length: shown.length,
            color: targetInk(target, targets),
            clip: true,
          }),
        ),
        kit.rule({ name: 'gd-now', x: [iteration], look: 'gd-hair' }),
        kit.dots({ panel: upper, x: [iteration], y: [within(losses[iteration])], length: 1, radius: 4.5, color: INK }),
      ],
      kit.scrub({
        name: say('readLoss'),
        last,
        initial: iteration,
        at: (px) => Math.round(frame.x.invert(px)),
        pick: onIteration && ((k) => onIteration(Math.round(k))),
        read(position) {
          const k = Math.min(Math.round(position), losses.length - 1);
          const at = descent.at(k);
          const lines = points.slice(0, 4).map(([x1, x2, target]) => ({
            text: `${say('place', { x: short(x1), y: short(x2) })}: ${shortPrediction(at(x1, x2), targets)}`,
            color: targetColor(target, targets),
          }));
          return {
            x: frame.x(k),
            lines: [{ text: say('lossAt', { iteration: k, loss: short(losses[k]) }) }, ...lines],
          };
        },
      }),
    );
  },
  summarize({ problem, hidesTheory }) {
    const { descent, linear, parameters, result } = problem;
    const { losses } = descent;
    const fell = say(result.diverged === null ? 'lossSummary' : 'lossDiverged', {
      rate: short(parameters.learningRate),
      first: short(losses[0]),
      last: short(losses.at(-1)!),
      count: losses.length - 1,
    });
    if (hidesTheory) return fell;
    return [fell, ...aboveLimit(problem), say('bestLoss', { best: short(linear.minimizer.loss) })].join(' ');
  },
  table: ({ problem: { descent } }) => ({ iteration: descent.losses.map((_, k) => k), loss: descent.losses }),
};
