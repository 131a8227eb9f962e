import type { Drawn, Ui, View } from '../view';
import { balls as ballsChart } from './charts/balls';
import { bars as barsChart } from './charts/bars';
import { sparsity as sparsityChart } from './charts/sparsity';
import { asPoint, type NormsParameters as Parameters, type NormsProblem as Problem } from './experiment';
import { say } from './words';

type Input = Drawn<Parameters, Problem, Problem, undefined>;

/** What a person may do where there are controls. */
function emphasis({ isInteractive, highlighted, hover, pin }: Ui<Parameters>) {
  return isInteractive ? { highlighted, onHover: hover, onPick: pin } : { highlighted };
}

const bars: View<Parameters, Problem, Problem> = {
  title: 'A vector and its norms',
  hint: 'Each bar is one entry. Beside it, four answers to how large the vector is, and the ℓp norm at the present p.',
  invitation: 'Drag a bar, to 0 too; point at a norm to see what it is made of.',
  data({
    problem: {
      parameters: { vector, p },
    },
    ui,
  }: Input) {
    const onMove = (index: number, value: number) => ui.set('vector', vector.with(index, value));
    return { ...emphasis(ui), vector, p, onMove: ui.isInteractive ? onMove : undefined };
  },
  chart: barsChart,
  tools: ({
    problem: {
      parameters: { vector },
    },
    ui,
  }) => [
    {
      kind: 'buttons',
      buttons: (
        [
          ['double', 2],
          ['halve', 0.5],
        ] as const
      ).map(([label, factor]) => ({
        label: say(label),
        press: () =>
          ui.set(
            'vector',
            vector.map((value) => factor * value),
          ),
      })),
    },
  ],
};

const BALLS = [0.5, 1, 1.5, 2, 3, 10];

const balls: View<Parameters, Problem, Problem> = {
  title: 'Unit balls',
  hint: 'All points of the plane whose norm is at most 1, for several p. The dashed curve holds the points that are as large as the marked one by the ℓp norm.',
  invitation: 'Drag the point; change p to see the ball turn from a cross into a square.',
  data({
    problem: {
      parameters: { p },
    },
    ui,
  }: Input) {
    const onMove = (point: readonly number[]) => ui.set('point', point);
    return { ...emphasis(ui), p, point: asPoint(ui.parameters.point), onMove: ui.isInteractive ? onMove : undefined };
  },
  chart: ballsChart,
  tools: ({
    problem: {
      parameters: { p },
    },
  }) => [{ kind: 'pick', parameter: 'p', label: say('powerOf'), title: say('powerTitle'), options: BALLS, value: p }],
};

const sparsity: View<Parameters, Problem, Problem> = {
  title: 'Why the corner wins',
  hint: 'Least squares with two weights: the ellipses are lines of equal loss around the target. In each ball the best point is the one that the smallest ellipse touches. Every target in a shaded wedge ends at a corner of the ℓ1 ball, where one weight is exactly 0.',
  invitation: 'Drag the target, or the radius at the left corner.',
  data({
    problem: {
      parameters,
      gram,
      tried,
      result: { sparsity },
    },
    ui,
  }: Input) {
    return {
      ...emphasis(ui),
      ...sparsity,
      gram,
      tried,
      target: asPoint(parameters.target),
      radius: parameters.radius,
      ...(ui.isInteractive && {
        onTarget: (target: readonly number[]) => ui.set('target', target),
        onRadius: (radius: number) => ui.set('radius', radius),
      }),
    };
  },
  chart: sparsityChart,
};

export const views = { bars, balls, sparsity };
