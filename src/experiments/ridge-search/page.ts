import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-ridge-search>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Regression',
  problems: ['S3.Q3'],
  lead: 'How old is a face? Linear regression, trained with 256 combinations of settings at once. Examples held out choose the winner; the test set is used once, to judge it.',
  first: ['grid'],
  path: [
    {
      title: 'Too slow, right, too fast',
      text: 'In each square of squares the learning rate grows from left to right. The lowest rates are still on their way, a rate of 1 diverges with every batch size. Press a square to see its curves.',
      view: 'grid',
    },
    {
      title: 'Bad is not diverged',
      text: 'Three rates on the same data. The lowest is far from done after 40 epochs and still falls; the highest leaves the picture in its first epochs.',
      view: 'curves',
      attributes: { batches: '32', 'learning-rates': '0.001 0.1 1', strengths: '0', epochs: '40' },
    },
    {
      title: 'What it looks at',
      text: 'The weights are an image, too: pixel by pixel, blue makes a face older and orange younger. Hair and forehead tell most.',
      view: 'weights',
      attributes: { batches: '16', 'learning-rates': '0.1', strengths: '0 0.01', epochs: '40' },
    },
    {
      title: 'The mark to reach',
      text: 'The minimum can be solved exactly. With a strength of 0.001 it does better on the examples held out than descent, which has not arrived after 40 epochs.',
      view: 'closed',
      attributes: { batches: '16', 'learning-rates': '0.1', strengths: '0.001', epochs: '40' },
    },
    {
      title: 'Your own data',
      text: 'Drop a CSV with a column of targets, or NumPy’s X.npy and y.npy together, with those of a test set if you have one. They never leave your computer.',
      view: 'grid',
    },
  ],
  introduction: prose`Linear regression with a bias and L2 regularization of the weights, trained by minibatch descent. Its settings, the batch size, the learning rate, the number of epochs and the strength $\alpha$, are chosen by the error on examples that are held out. Features are given as they are, minus their mean, or with mean 0 and deviation 1: the element says which.`,
  examples: [
    {
      title: 'The whole grid',
      text: 'Four values of each setting, 256 combinations, 64 trainings; the same error for all, on the examples held out.',
      html: '<gd-ridge-search views="grid"></gd-ridge-search>',
    },
    {
      title: 'Curves and weights',
      text: 'Two learning rates, and what the better one has learned, as an image.',
      html: `<gd-ridge-search
  batches="16" learning-rates="0.01 0.1" epochs="20" strengths="0"
  views="curves weights" controls="none"
></gd-ridge-search>`,
    },
    {
      title: 'Descent against the exact solution',
      text: 'Full-batch descent, without shuffling, and the minimum that it is on its way to.',
      html: `<gd-ridge-search
  batches="all" learning-rates="0.1 0.5" epochs="100" strengths="0.01"
  views="predictions closed" controls="none"
></gd-ridge-search>`,
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'The cost and its gradient',
      html: prose`
With a row of $X$ for each of $n$ examples, the model predicts $\hat y = X w + b$. The cost is half the mean square and the ridge, which the bias does not have:

$$J(w, b) = \frac{1}{2 n} \abs{X w + b - y}^2 + \frac{\alpha}{2} \abs{w}^2$$

Each residual $\hat y_i - y_i$ pulls on every weight with its feature, so the gradient is a product with $X$ transposed, which has a number for each feature:

$$\nabla_w J = \frac{1}{n} X' (\hat y - y) + \alpha w \quad \frac{\partial J}{\partial b} = \frac{1}{n} \sum_i (\hat y_i - y_i)$$

The product with $X$ itself fits only where there are as many examples as features, and there it is wrong. A step takes the same over a batch of the examples; in every epoch they are shuffled anew and each is taken once.
`,
    },
    {
      title: 'The exact solution',
      html: prose`
At the minimum the mean residual is 0, so $b = \bar y - \bar x \cdot w$. What is left is least squares of the centred examples $X_c$ and $y_c$:

$$w = \left(\frac{1}{n} X_c' X_c + \alpha I\right)^{-1} \frac{1}{n} X_c' y_c$$

It is solved as a least-squares problem by QR, with rows $\sqrt{\alpha} I$ below $X_c / \sqrt{n}$; for more than 500 features and a positive $\alpha$ by Cholesky of the matrix above. Without a ridge and with fewer examples than features, infinitely many $w$ fit exactly; then it is the shortest one, the minimum-norm solution, which is also where descent from 0 ends.
`,
    },
    {
      title: 'Which rates converge',
      html: prose`
The cost is quadratic, and full-batch descent converges for rates below $2 / (\lambda + \alpha)$, $\lambda$ being the largest eigenvalue of $X' X / n$ with a column of ones for the bias. Subtracting the mean of every feature makes $\lambda$ smaller, often much smaller, as the mean is a direction that all examples share. Small batches are noisier and diverge earlier.
`,
    },
    {
      title: 'Who chooses, and who judges',
      html: prose`
The least of 256 validation errors is a little too good: it is the least of many numbers with noise in them. That is why the winner is judged by a third set that had no part in the choice, and why only the winner is: of several models tested, the one with the least test error would be chosen by the test set. The exact solution is compared with the winner on the examples held out, and tested only on request.
`,
    },
  ],
};
