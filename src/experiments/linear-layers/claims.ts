import { added, product, times } from '../../math/matrices';
import type { Claim } from '../experiment';
import type { LinearLayersResult } from './problem';

const list = (values: readonly number[]) =>
  `(${values.map((value) => Number(value.toPrecision(6))).join(', ')})`.replaceAll('-', '−');
const rows = (matrix: readonly (readonly number[])[]) => matrix.map(list).join('; ');

/** The largest difference that rounding makes. */
const TOLERANCE = 1e-12;

/** What the sheet asks and says, each beside what came out here. */
export const claims: readonly Claim<LinearLayersResult>[] = [
  {
    source: 'S4.Q4',
    statement: 'Two linear layers are one: W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂).',
    compute({ parameters: { w1, b1, w2, b2, input }, product: one, bias, single, shapes }) {
      const both = added(times(w2, added(times(w1, input), b1)), b2);
      const size = Math.max(1, ...both.map(Math.abs), ...b1.map(Math.abs));
      const apart = Math.max(...both.map((value, i) => Math.abs(value - single[i])));
      const [t, s] = shapes.w1;
      return {
        computed: `W₂W₁ = ${rows(one)} (${shapes.w2[0]} × ${t} times ${t} × ${s}), bias ${list(bias)}. For x = ${list(input)} both give ${list(both)}${apart > 0 ? ', to rounding' : ''}.`,
        verdict: apart <= TOLERANCE * size ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S4.Q4',
    statement: 'A layer x → Wx + b is a linear function.',
    compute({ parameters: { input }, product: one, bias }) {
      const double = added(
        times(
          one,
          input.map((value) => 2 * value),
        ),
        bias,
      );
      const twice = added(times(one, input), bias).map((value) => 2 * value);
      const isLinear = bias.every((value) => value === 0);
      return {
        computed: isLinear
          ? 'With a bias of 0, as now, it is. With another one it is affine: it does not keep 0 in its place.'
          : `It is affine: at 2x it gives ${list(double)}, and twice what it gives at x is ${list(twice)}. Linear is the part Wx alone.`,
        verdict: 'imprecise',
      };
    },
  },
  {
    source: 'S4.Q4',
    statement:
      'One layer can do whatever two linear layers can; the other way round, a narrow middle is a restriction.',
    compute({ parameters: { w1, w2 }, rank, shapes }) {
      const [u, s] = shapes.product;
      const [t] = shapes.w1;
      const first = product(
        w2.map(([value]) => [value]),
        [w1[0]],
      );
      return {
        computed: `The product has rank ${rank}, never more than min(${u}, ${t}, ${s}) = ${Math.min(u, t, s)}. With a middle of one it is ${rows(first)}: every row is a multiple of the first.`,
        verdict: rank <= Math.min(u, t, s) ? 'agrees' : 'differs',
      };
    },
  },
];
