import * as kit from '../../charts/kit';
import { cornerWedges, levelEllipse, type Gram } from '../../math/constrained-least-squares';
import { ballOutline, type Point } from '../../math/norms';
import type { Constrained } from './problem';
import { COLORS, L1, L2, vectorText } from './shown';
import { say } from './words';

export interface SparsityData extends kit.Emphasis {
  gram: Gram;
  target: Point;
  radius: number;
  /** The solutions in the two balls. */
  l1: Constrained;
  l2: Constrained;
  /** Random targets, and for each of them whether its ℓ1 solution has a weight at exactly zero. */
  tried: { targets: readonly Point[]; isSparse: readonly boolean[] };
  onTarget?(target: Point): void;
  onRadius?(radius: number): void;
}

/** Lines of equal loss between the target and the solutions. */
const SHARES_OF_LOSS = [0.1, 0.4];

const reach = ({ target, radius }: SparsityData) =>
  kit.roundUp(Math.max(1.15 * Math.max(...target.map(Math.abs)), 2 * radius));

const draw = kit.holdingAxes<SparsityData, number>(reach, (container, data, most, grip) => {
  const { gram, target, radius, l1, l2, tried, highlighted, onTarget, onRadius } = data;
  const { picture, aside, width } = kit.besideRows(container, data.width);
  const frame = kit.cartesian(picture, {
    width,
    height: Math.min(420, width - 50),
    isEqual: true,
    x: { domain: [-most, most], title: say('firstWeight') },
    y: { domain: [-most, most], title: say('secondWeight') },
    summary: sparsity.summarize(data),
  });
  const isFaded = (norm: number) => (highlighted === L1 || highlighted === L2) && highlighted !== norm;
  const look = (norm: number) => ({ color: COLORS[norm], isFaded: isFaded(norm) });
  const level = (loss: number) => ({ points: levelEllipse(gram, target, loss), color: '--gd-axis', width: 1 });
  // The radius is dragged opposite of the target, where its handle covers no solution.
  const side = target[0] > 0 ? -1 : 1;
  frame.draw([
    kit.shapes(
      'gd-wedges',
      cornerWedges(gram, radius, 20 * most).map((points) => ({ ...look(L1), points, fill: 0.1, width: 0 })),
    ),
    kit.cloud({
      x: (i) => tried.targets[i][0],
      y: (i) => tried.targets[i][1],
      length: tried.targets.length,
      radius: 1.2,
      group: (i) => (tried.isSparse[i] ? 0 : 1),
      colors: [COLORS[L1], '--gd-bounded'],
      strength: () => 0.45,
    }),
    kit.rule({ x: [0], y: [0], look: 'gd-zero' }),
    kit.shapes('gd-levels', [
      ...SHARES_OF_LOSS.map((share) => level(share * Math.min(l1.loss, l2.loss))),
      { ...level(l2.loss), ...look(L2), width: 1.25 },
      { ...level(l1.loss), ...look(L1), width: 1.25 },
    ]),
    kit.shapes('gd-balls', [
      { ...look(L2), points: ballOutline(2, radius), fill: 0.12, width: 2 },
      { ...look(L1), points: ballOutline(1, radius), fill: 0.2, width: 2 },
    ]),
    kit.dots({
      length: 2,
      x: [l2.weights[0], l1.weights[0]],
      y: [l2.weights[1], l1.weights[1]],
      radius: 6,
      color: (i) => COLORS[L2 - i],
      stroke: '--gd-surface',
      isFaded: (i) => isFaded(L2 - i),
    }),
    kit.labels('gd-names', [
      { text: say('target'), x: target[0], y: target[1], dx: 11, dy: -6, look: 'gd-strong' },
      { text: 'ℓ1', x: -radius / 3, y: -radius / 3, dy: 4, anchor: 'middle' },
      { text: 'ℓ2', x: -0.71 * radius, y: -0.71 * radius, dx: -4, dy: 12, anchor: 'end' },
    ]),
    kit.handles({
      along: 'x',
      stops: 80,
      handles: [{ x: side * radius, y: 0, label: say('radius'), text: kit.formatNumber(radius, 3), radius: 6 }],
      onMove: onRadius && ((_, x) => x * side > 0 && onRadius(Math.abs(x))),
      ...grip,
    }),
    kit.handles({
      name: 'gd-target',
      along: 'both',
      stops: 80,
      handles: [{ x: target[0], y: target[1], label: say('target'), text: vectorText(target), color: '--gd-text' }],
      onMove: onTarget && ((_, x, y) => onTarget([x, y])),
      ...grip,
    }),
  ]);
  const names = { [L1]: say('l1Solution'), [L2]: say('l2Solution') };
  const row = (outcome: 1 | 2, rest: Pick<kit.Row, 'value' | 'parts' | 'note'>) => ({
    outcome,
    name: names[outcome],
    color: COLORS[outcome],
    ...rest,
  });
  const solution = (outcome: 1 | 2, { weights, zeros, loss }: Constrained) =>
    row(outcome, {
      value: vectorText(weights),
      note: say('solution', { zeros: zerosText(zeros), loss: kit.formatNumber(loss, 3) }),
    });
  const share = (outcome: 1 | 2, { share }: Constrained) =>
    row(outcome, { value: kit.formatShare(share), parts: [share] });
  kit.drawRows(
    aside,
    [
      { title: say('radiusIs', { radius: kit.formatNumber(radius, 3) }), rows: [solution(L1, l1), solution(L2, l2)] },
      { title: say('measured', { count: tried.targets.length }), rows: [share(L1, l1), share(L2, l2)] },
    ],
    data,
  );
});

const zerosText = (zeros: number) => (zeros === 0 ? say('noZeros') : say('zeros', { count: zeros }));

/** Least squares in an ℓ1 and an ℓ2 ball: which targets end at a corner, with a weight at exactly zero. */
export const sparsity: kit.Chart<SparsityData> = {
  draw,
  summarize: ({ target, radius, l1, l2, tried }) =>
    say('sparsitySummary', {
      target: vectorText(target),
      radius: kit.formatNumber(radius, 3),
      l1: vectorText(l1.weights),
      l2: vectorText(l2.weights),
      zerosL1: zerosText(l1.zeros),
      zerosL2: zerosText(l2.zeros),
      count: tried.targets.length,
      shareL1: kit.formatShare(l1.share),
      shareL2: kit.formatShare(l2.share),
    }),
  table: ({ target, l1, l2 }) => ({
    constraint: ['none', 'l1', 'l2'],
    w1: [target[0], l1.weights[0], l2.weights[0]],
    w2: [target[1], l1.weights[1], l2.weights[1]],
    loss: [0, l1.loss, l2.loss],
  }),
};
