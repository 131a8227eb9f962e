import type { ExpressionName, Letter } from '../../math/matrix-expressions';
import type { Rows } from '../../math/matrices';

/** The matrices that each expression begins with. */
export const DEFAULTS: Readonly<Record<ExpressionName, Readonly<Partial<Record<Letter, Rows>>>>> = {
  quadratic: {
    a: [
      [0.75, -1.25, 2],
      [0.5, 1.5, -0.25],
      [-2.25, 0.8, 1.1],
    ],
    x: [[1.2, -0.7, 0.4]],
    z: [[0.3, 2.1, -1.6]],
  },
  example: { w: [[0.5, -1, 2]], x: [[1.5, 0.2, -0.3]], y: [[0.7]] },
  'least-squares': {
    x: [
      [1, 2],
      [0.5, -1],
      [-1.5, 0.25],
      [2, 1],
    ],
    w: [[0.4, -0.6]],
    y: [[1, -0.5, 2, 0.75]],
  },
  affine: {
    w: [
      [0.2, -0.5, 1.1],
      [0.7, 0.3, -0.9],
    ],
    x: [[1, 2, -1]],
    b: [[0.1, -0.2]],
    y: [[0.5, -1.5]],
  },
};
