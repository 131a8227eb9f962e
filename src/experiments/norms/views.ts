import type { Drawn, Ui, View } from '../view';
import { balls as ballsChart } from './balls';
import { bars as barsChart } from './bars';
import type { NormsParameters as Parameters } from './parameters';
import { asPoint, type NormsProblem as Problem } from './problem';
import { sparsity as sparsityChart } from './sparsity';
import { say } from './words';

type Input = Drawn<Parameters, Problem, Problem, undefined>;

/** What stands out, and what a person can move where there are controls. */
function withHandlers<Handlers extends object>(
  { isInteractive, highlighted, hover, pin }: Ui<Parameters>,
  handlers: Handlers,
) {
  return { highlighted, ...(isInteractive && { onHoverOutcome: hover, onPickOutcome: pin, ...handlers }) };
}

const bars: View<Parameters, Problem, Problem> = {
  title: 'A vector and its norms',
  hint: 'Each bar is one entry. Each norm is one answer to the question how large the vector is; the last has any p.',
  invitation: 'Drag a bar, also to 0; point at a norm to see which entries it counts.',
  data: ({
    problem: {
      parameters: { vector, p },
    },
    ui,
  }: Input) => ({
    vector,
    p,
    ...withHandlers(ui, { onMove: (index: number, value: number) => ui.set('vector', vector.with(index, value)) }),
  }),
  chart: barsChart,
  tools: ({
    problem: {
      parameters: { vector },
    },
    ui,
  }) => {
    const scale = (label: 'double' | 'halve', factor: number) => ({
      label: say(label),
      press: () =>
        ui.set(
          'vector',
          vector.map((value) => factor * value),
        ),
    });
    return [{ kind: 'buttons', buttons: [scale('double', 2), scale('halve', 0.5)] }];
  },
};

const POWERS = [0.5, 1, 1.5, 2, 3, 10];

const balls: View<Parameters, Problem, Problem> = {
  title: 'Unit balls',
  hint: 'A unit ball holds all points whose norm is at most 1; the number beside it is its p. The dashed curve holds the points with the same ℓp norm as the marked one.',
  invitation: 'Drag the point; change p and watch the shaded ball.',
  data: ({
    problem: {
      parameters: { p },
    },
    ui,
  }: Input) => ({
    p,
    point: asPoint(ui.parameters.point),
    ...withHandlers(ui, { onMove: (point: readonly number[]) => ui.set('point', point) }),
  }),
  chart: ballsChart,
  tools: ({
    problem: {
      parameters: { p },
    },
  }) => [{ kind: 'pick', parameter: 'p', label: 'p', title: say('powers'), options: POWERS, value: p }],
};

const sparsity: View<Parameters, Problem, Problem> = {
  title: 'Why the corner wins',
  hint: 'Least squares with two weights. Ellipses are lines of equal loss around the target; the solution in a ball is where the smallest ellipse touches it. Every target in a shaded wedge ends at a corner of the ℓ1 ball, where one weight is exactly 0. The round ℓ2 ball has no corners.',
  invitation: 'Drag the target, or the handle on the axis to change the radius.',
  data: ({ problem: { parameters, gram, tried, result }, ui }: Input) => ({
    ...result.sparsity,
    gram,
    tried,
    target: asPoint(parameters.target),
    radius: parameters.radius,
    ...withHandlers(ui, {
      onTarget: (target: readonly number[]) => ui.set('target', target),
      onRadius: (radius: number) => ui.set('radius', radius),
    }),
  }),
  chart: sparsityChart,
};

export const views = { bars, balls, sparsity };
