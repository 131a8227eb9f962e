import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-conv1d>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Matrix-free methods',
  problems: ['S2.P5'],
  lead: 'A signal is blurred, and noise and outliers are added. A hundred steps of gradient descent recover it, without ever building the matrix.',
  first: ['signal'],
  path: [
    {
      title: 'Outliers pull',
      text: 'One sample in twenty is an outlier, and the square loss is fooled by each of them. Now switch the loss to Huber, which limits their pull.',
      view: 'signal',
      attributes: { outliers: '0.05', loss: 'square' },
    },
    {
      title: 'Too fast',
      text: 'A rate of 2.1, just above 2/(|A|² + λ) = 1.98: with the square loss, the descent has diverged by iteration 64.',
      view: 'loss',
      attributes: { loss: 'square', 'learning-rate': '2.1' },
    },
    {
      title: 'Your own filter',
      text: 'These three taps amplify some waves by up to 1.75, so the largest stable rate falls to 0.65. Try taps of your own.',
      view: 'rates',
      attributes: { filter: '0.5 -1 0.25' },
    },
    {
      title: 'Without the matrix',
      text: 'Sixty-five thousand samples. The matrix would fill 32 GiB; the operator keeps 61 numbers.',
      view: 'operator',
      attributes: { length: '65536', filter: 'gaussian 30' },
    },
    {
      title: 'Your own signal',
      text: 'Drop a WAV file on the picture, or a column of numbers, and hear the sound before and after. It never leaves your computer.',
      view: 'signal',
    },
  ],
  introduction: prose`A signal is blurred, noise and outliers are added, and descent recovers it. The blur is a matrix of $n$ columns that nobody forms: all that descent asks of it is to be applied, and to be applied transposed. A signal of one’s own is dropped, pasted or chosen: WAV is read exactly, other sounds are decoded by the browser, at their own rate where that is known, and the element says which.`,
  examples: [
    {
      title: 'Blurred, noisy, recovered',
      text: 'The signal, the observation, and what a hundred steps recover from it.',
      html: '<gd-conv1d length="512" views="signal" controls="none"></gd-conv1d>',
    },
    {
      title: 'Huber against outliers',
      text: 'One sample in twenty is an outlier, and the square loss is fooled by each. Choose Huber under “Loss”: it limits each pull to that of a residual of 1. The player goes through the iterates.',
      html: '<gd-conv1d length="512" outliers="0.05" loss="square" views="signal loss"></gd-conv1d>',
    },
    {
      title: 'A rate beyond the threshold',
      text: 'Three taps of your own, and a rate just above the largest stable one. The picture of the rates shows where the line lies.',
      html: `<gd-conv1d
  length="256" signal="bumps" filter="0.5 -1 0.25"
  loss="square" learning-rate="0.66"
  views="loss rates" controls="none"
></gd-conv1d>`,
    },
    {
      title: 'The matrix that is never built',
      text: 'What the dense matrix would cost beside the operator, measured here, and a check that the transpose is right.',
      html: '<gd-conv1d length="4096" filter="gaussian 30" views="filter operator" controls="none"></gd-conv1d>',
    },
    {
      title: 'Your own numbers',
      text: 'Properties take what no attribute could hold: the filter <code>filterTaps</code>, the observation <code>observed</code>, the start <code>initial</code>, and <code>samples</code>, the signal that <code>signal="data"</code> stands for. Each is a typed array.',
      html: '<gd-conv1d id="observed" views="signal" controls="none"></gd-conv1d>\n<p id="recovered">Not recovered yet.</p>',
      script: 'observed',
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'The operator',
      html: prose`
A filter $k$ of $r$ numbers, its taps, slides along a signal $x$ of $n$ numbers. At each of the $n - r + 1$ places where it fits, it takes a weighted sum:

$$(A x)_i = \sum_{j = 0}^{r - 1} k_j x_{i + j}$$

This is linear in $x$, so it is a matrix $A$, with the filter in every row, each shifted by one against the row above. For $n = 5$ and $r = 3$:

$$A = \begin{pmatrix} k_0 & k_1 & k_2 & 0 & 0 \\ 0 & k_0 & k_1 & k_2 & 0 \\ 0 & 0 & k_0 & k_1 & k_2 \end{pmatrix}$$

Nearly all of it is zeros: it has $(n - r + 1) n$ entries, and applying it takes $(n - r + 1) r$ multiply-adds. The filter is not flipped, as a convolution’s would be: what learning calls a convolution is a cross-correlation.
`,
    },
    {
      title: 'Its transpose, and the test of it',
      html: prose`
The transpose sends each output back to the inputs that it came from, with the same weights. Outside of its range $y$ counts as zero:

$$(A' y)_m = \sum_{j = 0}^{r - 1} k_j y_{m - j}$$

What makes it the transpose is that it can change sides in every inner product, which is the same double sum in another order:

$$\langle A x, y \rangle = \sum_i y_i \sum_j k_j x_{i + j} = \sum_m x_m \sum_j k_j y_{m - j} = \langle x, A' y \rangle$$

So two programs that claim to be an operator and its transpose can be tested without a matrix: draw $x$ and $y$ at random and compare both sides. The element does this with the engine’s own programs, and states the difference relative to $\abs{A x} \abs{y}$.
`,
    },
    {
      title: 'The objective and its step',
      html: prose`
Given an observation $b$, the recovery minimizes the loss of the residuals $A x - b$, and half of $\lambda$ times its own squared length, the ridge, which decides what the observation leaves open:

$$F(x) = \sum_i h((A x - b)_i) + \frac{\lambda}{2} \abs{x}^2$$

The loss $h$ is $t^2 / 2$, or Huber’s, whose slope is cut off at 1, so that an outlier pulls with no more than that:

$$h(t) = \begin{cases} t^2 / 2 & \text{for } \abs{t} \le 1 \\ \abs{t} - 1 / 2 & \text{beyond} \end{cases} \quad h'(t) = \max(-1, \min(1, t))$$

By the chain rule the gradient needs $A$ once and $A'$ once, and so does a step at learning rate $\eta$:

$$x \leftarrow x - \eta (A' h'(A x - b) + \lambda x)$$
`,
    },
    {
      title: 'The spectral norm and the largest stable rate',
      html: prose`
The spectral norm $\abs{A}$ is the most that $A$ multiplies a length by; its square is $\rho(A' A)$, the largest eigenvalue of $A' A$. Neither loss has a curvature above 1, so the gradient of $F$ changes by at most $L = \abs{A}^2 + \lambda$ times as much as $x$ does. For a function like that, a step of gradient descent promises

$$F(x_{k+1}) \le F(x_k) - \eta \left(1 - \frac{\eta L}{2}\right) \abs{\nabla F(x_k)}^2$$

which goes down whenever

$$0 \lt \eta \lt \frac{2}{L} = \frac{2}{\abs{A}^2 + \lambda}$$

With the square loss this is sharp. There the error along an eigenvector of $A' A$ with eigenvalue $\mu$ is multiplied by $1 - \eta (\mu + \lambda)$ in every step; for the largest $\mu$ and a rate beyond the threshold that is below $-1$, and the error grows without bound. For plain least squares, $\lambda = 0$, the threshold is $2 / \rho(A' A)$. With Huber’s loss, residuals that are cut off have no curvature, and a rate somewhat above may still do.

The norm itself comes from power iteration on $A A'$. For long signals the element takes the peak of the filter’s frequency response instead, which bounds the norm at any length:

$$\abs{A} \le \max_{\omega} \abs{\sum_j k_j \exp(-i \omega j)}$$

because $A$ is a cut-out of the filter acting on an endless signal, and there it multiplies each wave by one number. The bound is closer the longer the signal.
`,
    },
  ],
};
