import {
  cartesian,
  cloud,
  dots,
  formatCount,
  formatNumber,
  formatShare,
  handles,
  holdingAxes,
  labels,
  shapes,
  type Chart,
} from '../../../charts/kit';
import { cornerWedges, levelEllipse, lossOf, type Gram } from '../constrained';
import type { Constrained } from '../experiment';
import { ballOutline, type Point } from '../norm';
import { say } from '../words';
import { L1, L2, NORMS, roundUp, snapped, vectorText } from './norms';
import { besideRows, drawRows, type Emphasis } from './rows';

export interface SparsityData extends Emphasis {
  gram: Gram;
  target: Point;
  radius: number;
  /** The solutions in the two balls. */
  l1: Constrained;
  l2: Constrained;
  /** Random targets, and for each of them whether its ℓ1 solution has a zero. */
  tried: { targets: readonly Point[]; isSparse: readonly boolean[] };
  onTarget?(target: Point): void;
  onRadius?(radius: number): void;
}

const STEPS = 50;
const SHARES_OF_LOSS = [0.15, 0.5, 2];

const reach = ({ target, radius }: SparsityData) =>
  roundUp(Math.max(1.15 * Math.max(...target.map(Math.abs)), 2 * radius));

const draw = holdingAxes<SparsityData, number>(reach, (container, data, most, grip) => {
  const { gram, target, radius, l1, l2, tried, highlighted, onTarget, onRadius } = data;
  const { picture, aside, width } = besideRows(container, data.width);
  const step = snapped(most / STEPS, most / STEPS);
  const isFaded = (norm: number) => (highlighted === L1 || highlighted === L2) && highlighted !== norm;
  const [orange, blue] = [NORMS[L1].color, NORMS[L2].color];
  const frame = cartesian(picture, {
    width,
    height: 420,
    x: { domain: [-most, most], title: say('firstWeight'), hasEqualUnits: true },
    y: { domain: [-most, most], title: say('secondWeight') },
    summary: sparsity.summarize(data),
  });
  const level = (loss: number, color: string, width: number, norm?: number) => ({
    points: levelEllipse(gram, target, loss),
    color,
    width,
    isFaded: norm !== undefined && isFaded(norm),
  });
  const zero = { color: '--gd-axis', width: 1, isOpen: true };
  frame.draw([
    shapes(
      'gd-wedges',
      cornerWedges(gram, radius, 20 * most).map((points) => ({
        points,
        color: orange,
        fill: 0.1,
        width: 0,
        isFaded: isFaded(L1),
      })),
    ),
    shapes('gd-axes-lines', [
      {
        ...zero,
        points: [
          [frame.x.domain()[0], 0],
          [frame.x.domain()[1], 0],
        ],
      },
      {
        ...zero,
        points: [
          [0, -most],
          [0, most],
        ],
      },
    ]),
    cloud({
      x: (i) => tried.targets[i][0],
      y: (i) => tried.targets[i][1],
      length: tried.targets.length,
      radius: 1.2,
      group: (i) => (tried.isSparse[i] ? 0 : 1),
      colors: [orange, '--gd-bounded'],
      strength: () => 0.45,
    }),
    shapes('gd-levels', [
      ...SHARES_OF_LOSS.map((share) => level(share * Math.min(l1.loss, l2.loss), '--gd-axis', 1)),
      level(l2.loss, blue, 1.25, L2),
      level(l1.loss, orange, 1.25, L1),
    ]),
    shapes('gd-balls', [
      { points: ballOutline(2, radius), color: blue, fill: 0.12, width: 2, isFaded: isFaded(L2) },
      { points: ballOutline(1, radius), color: orange, fill: 0.2, width: 2, isFaded: isFaded(L1) },
    ]),
    dots({
      length: 2,
      x: [l2.weights[0], l1.weights[0]],
      y: [l2.weights[1], l1.weights[1]],
      radius: 6,
      color: (i) => (i === 0 ? blue : orange),
      stroke: '--gd-surface',
      isFaded: (i) => isFaded(i === 0 ? L2 : L1),
    }),
    labels('gd-names', [{ text: say('target'), x: target[0], y: target[1], dx: 11, dy: -6, look: 'gd-strong' }]),
    handles({
      along: 'both',
      step,
      handles: [{ x: target[0], y: target[1], label: say('target'), text: vectorText(target), color: '--gd-text' }],
      onMove: onTarget && ((_, x, y) => onTarget([snapped(x, step / 2), snapped(y, step / 2)])),
      ...grip,
    }),
    handles({
      name: 'gd-radius',
      along: 'x',
      step,
      handles: [{ x: -radius, y: 0, label: say('radius'), text: formatNumber(radius, 3), radius: 5 }],
      onMove: onRadius && ((_, x) => onRadius(Math.max(step / 2, snapped(-x, step / 2)))),
      ...grip,
    }),
  ]);
  const row = (norm: number, name: string, { weights, zeros, loss }: Constrained) => ({
    norm,
    name,
    color: NORMS[norm].color,
    value: vectorText(weights),
    note: say('solutionNote', { zeros: zerosText(zeros), loss: formatNumber(loss, 3) }),
  });
  const share = (norm: number, name: string, solution: Constrained) => ({
    norm,
    name,
    color: NORMS[norm].color,
    value: formatShare(solution.share),
    parts: [solution.share],
  });
  const radiusText = formatNumber(radius, 3);
  drawRows(
    aside,
    say('radiusIs', { radius: radiusText }),
    [row(L1, say('l1Solution'), l1), row(L2, say('l2Solution'), l2)],
    data,
    'gd-solutions',
  );
  drawRows(
    aside,
    say('measuredTitle'),
    [share(L1, say('l1Solution'), l1), share(L2, say('l2Solution'), l2)],
    data,
    'gd-measured',
  );
});

const zerosText = (zeros: number) => (zeros === 0 ? say('noZeros') : say('zeros', { count: zeros }));

/** Least squares in an ℓ1 and an ℓ2 ball: which targets end at a corner, with a weight at exactly zero. */
export const sparsity: Chart<SparsityData> = {
  draw,
  summarize: ({ target, radius, l1, l2, tried }) =>
    say('sparsitySummary', {
      target: vectorText(target),
      radius: formatNumber(radius, 3),
      l1: vectorText(l1.weights),
      l2: vectorText(l2.weights),
      zerosL1: zerosText(l1.zeros),
      zerosL2: zerosText(l2.zeros),
      count: formatCount(tried.targets.length),
      shareL1: formatShare(l1.share),
      shareL2: formatShare(l2.share),
    }),
  table: ({ target, l1, l2, gram }) => ({
    constraint: ['none', 'l1', 'l2'],
    w1: [target[0], l1.weights[0], l2.weights[0]],
    w2: [target[1], l1.weights[1], l2.weights[1]],
    loss: [lossOf(gram, target, target), l1.loss, l2.loss],
  }),
};
