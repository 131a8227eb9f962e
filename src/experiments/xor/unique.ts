import * as kit from '../../charts/kit';
import { linearSpaced } from '../../math/spacing';
import type { XorProblem } from './problem';
import { short } from './shown';
import { say } from './words';

export interface UniqueData {
  problem: XorProblem;
  iteration: number;
  /** What follows for the learning rate, and for the minimum, is not told. */
  hidesTheory: boolean;
}

/** From the flattest direction to the steepest. */
const COLORS = ['--gd-minimum-2', '--gd-minimum-3', '--gd-minimum-1'] as const;
const POINTS = 121;
const MOST_DOTS = 40;

/** The loss of the linear model along the eigenvectors of its Hessian, all through the minimum. */
export const unique: kit.Chart<UniqueData> = {
  draw(container, data) {
    const { problem, hidesTheory } = data;
    const { linear, parameters } = problem;
    const { eigenvalues, directions, hessian, threshold } = linear;
    const { learningRate, units } = parameters;
    const { picture, aside, width } = kit.besideRows(container, data.width);
    // Where descent has been, in steps along each direction. A network has other numbers.
    const way = units === 0 ? distancesOf(data) : [[], [], []];
    const reach = kit.roundUp(Math.min(4, Math.max(1, ...way.flat().map(Math.abs))));
    const across = linearSpaced(-reach, reach, POINTS);
    const height = Math.min(above(eigenvalues[1], reach) * 2.5 + 0.5, above(eigenvalues[2], reach)) || 1;
    const frame = kit.cartesian(picture, {
      width,
      height: [220, 0.7, 330],
      x: { domain: [-reach, reach], title: say('directionAxis') },
      y: { domain: [-0.04 * height, height], title: say('aboveAxis'), grid: true },
      summary: unique.summarize(data),
    });
    const cut = kit.within([-height, height]);
    frame.draw(
      [
        kit.rule({ name: 'gd-minimum', x: [0], look: 'gd-hair' }),
        ...eigenvalues.map((lambda, i) =>
          kit.line({
            name: `gd-direction-${i}`,
            x: across,
            y: (j) => above(lambda, across[j]),
            length: POINTS,
            color: COLORS[i],
            look: 'gd-heavy',
          }),
        ),
        ...eigenvalues.map((lambda, i) =>
          kit.dots({
            name: `gd-iterates-${i}`,
            x: way[i],
            y: way[i].map((distance) => cut(above(lambda, distance))),
            length: way[i].length,
            radius: 3,
            color: COLORS[i],
            clip: true,
          }),
        ),
      ],
      kit.scrub({
        name: say('readUnique'),
        last: POINTS - 1,
        initial: (POINTS - 1) / 2,
        at: (px) => ((frame.x.invert(px) + reach) / (2 * reach)) * (POINTS - 1),
        read(position) {
          const distance = across[Math.round(position)];
          return {
            x: frame.x(distance),
            lines: [
              { text: say('distanceIs', { distance: short(distance) }) },
              ...eigenvalues.map((lambda, i) => ({
                text: `+ ${short(above(lambda, distance))}`,
                color: kit.color(COLORS[i]),
              })),
            ],
          };
        },
      }),
    );
    const rows = eigenvalues.map((lambda, i): kit.Row => {
      const [w1, w2, b] = directions[i].map((part) => kit.formatNumber(part, 2));
      return {
        name: say('eigenvalue', { value: short(lambda) }),
        color: COLORS[i],
        value: hidesTheory ? '' : say('factor', { factor: short(1 - learningRate * lambda) }),
        note: say('along', { w1, w2, b }),
      };
    });
    kit.drawRows(kit.one(aside, 'div', 'gd-eigenvalues'), [{ title: say('eigenvalues'), rows }], {});
    const rowsText = hessian.map((row) => row.map(short).join(' ')).join('; ');
    const theory = [wordsOf(problem), say('limitText', { limit: kit.formatLimit(threshold) })];
    kit.one(aside, 'p', 'gd-sentence').textContent = hidesTheory ? '' : theory.join(' ');
    const more = [
      ...(hidesTheory ? [] : [say('factorText', { rate: short(learningRate) })]),
      say('hessianRows', { rows: `(${rowsText})` }),
    ];
    kit.one(kit.one(aside, 'div', 'gd-more'), 'p', 'gd-quiet').textContent = more.join(' ');
  },
  summarize: ({ problem }) => say('uniqueSummary', { eigenvalues: problem.linear.eigenvalues.map(short).join('; ') }),
  table: ({ problem: { linear, parameters } }) => ({
    eigenvalue: linear.eigenvalues,
    w1: linear.directions.map(([w1]) => w1),
    w2: linear.directions.map(([, w2]) => w2),
    b: linear.directions.map(([, , b]) => b),
    'factor of a step': linear.eigenvalues.map((lambda) => 1 - parameters.learningRate * lambda),
  }),
};

const above = (lambda: number, distance: number) => (lambda * distance ** 2) / 2;

const wordsOf = ({ linear }: XorProblem) => say(linear.isUnique ? 'unique' : 'flat');

/** How far the iterates were from the minimum, along each direction. */
function distancesOf({ problem: { linear, descent }, iteration }: UniqueData): number[][] {
  const { w, b } = linear.minimizer;
  const last = Math.min(iteration, MOST_DOTS, descent.losses.length - 1);
  const thetas = Array.from({ length: last + 1 }, (_, k) => descent.theta(k));
  return linear.directions.map((direction) =>
    thetas.map((theta) => [...w, b].reduce((sum, best, i) => sum + direction[i] * (theta[i] - best), 0)),
  );
}
