import { ridgeClosedForm } from '../../math/ridge-closed-form';
import type { Claim } from '../experiment';
import { halfMeanSquareGradient, WORKED } from './worked';
import type { RidgeSearchResult } from './search';

const number = (value: number, digits = 10) => String(Number(value.toPrecision(digits))).replace('-', '\u2212');
const list = (values: ArrayLike<number>) => Array.from(values, (value) => number(value)).join(', ');

/** What the sheet says, each beside what comes out here. */
export const claims: readonly (Claim<RidgeSearchResult> & { id: string })[] = [
  {
    id: 'S3.Q3.grad',
    source: 'S3.Q3',
    statement: 'The gradient of the weights is np.dot(X, yhat − y)/n + αw.',
    compute: () => {
      const { gradient, biasGradient, cost } = halfMeanSquareGradient(WORKED);
      return {
        computed: `X must be transposed: X′(ŷ − y)/n + αw = (${list(gradient)}), and mean(ŷ − y) = ${number(biasGradient)} for the bias, at a cost of ${number(cost)}. With 5 rows and 2 columns the printed product does not exist; with as many rows as columns it does, and is wrong.`,
        verdict: 'differs',
      };
    },
  },
  {
    id: 'S3.Q3.mse',
    source: 'S3.Q3',
    statement: 'f_MSE_unreg returns 0.5/n times the sum of squares, with an argument for α.',
    compute: ({ test }) => {
      const { halfMeanSquare, meanSquare } = halfMeanSquareGradient(WORKED);
      const here = test ? ` For the winner here: ${number(test.half, 5)} and ${number(test.meanSquaredError, 5)}.` : '';
      return {
        computed: `That is half the mean square: ${number(halfMeanSquare)} for ${number(meanSquare)} on five examples. Nothing depends on α.${here}`,
        verdict: 'imprecise',
      };
    },
  },
  {
    id: 'S3.Q3.closed',
    source: 'S3.Q3',
    statement: 'With an unregularized bias the minimum is w = (Xc′Xc/n + αI)⁻¹ Xc′yc/n, b = mean(y) − mean(x)·w.',
    compute: () => {
      const { w, b } = ridgeClosedForm(WORKED, WORKED.alpha);
      const { gradient, biasGradient, cost } = halfMeanSquareGradient({ ...WORKED, w, b });
      const largest = Math.max(...gradient.map(Math.abs), Math.abs(biasGradient));
      return {
        computed: `On five examples w = (${list(w)}), b = ${number(b)}, at a cost of ${number(cost)}. No entry of the gradient there is larger than ${largest.toExponential(1)}.`,
        verdict: largest < 1e-12 ? 'agrees' : 'differs',
      };
    },
  },
];
