import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-absolute-error>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Regression',
  problems: ['S3.Q4'],
  lead: 'Drag an outlier and see which line follows; then see why the line that does not is harder to find.',
  first: ['fit', 'descent'],
  path: [
    {
      title: 'Pull at it',
      text: 'Seven points lie near a line, the eighth does not. Drag it up and down: the line of the square follows, that of the absolute error stays with the seven.',
      view: 'fit',
    },
    {
      title: 'It only counts sides',
      text: 'Over the bias, the absolute error is made of straight pieces. Drag the bias across a corner: one example changes sides, and the slope by 2/n. Where does it cross 0?',
      view: 'bias',
    },
    {
      title: 'A step that never shrinks',
      text: 'At a constant rate descent jumps over the minimum for ever. The other run has a decaying rate and goes on down. Take a tenth of the rate: how much narrower does the band get?',
      view: 'descent',
    },
    {
      title: 'Bend it where it is flat',
      text: 'Huber’s loss is round at the bottom and straight outside: descent settles at a constant rate, and the outlier still has little to say. Drag it, and look at all three lines.',
      view: 'fit',
      attributes: { loss: 'huber' },
    },
    {
      title: 'Points of your own',
      text: 'Remove points by a double click and place others. How many outliers does it take until the absolute error gives in too?',
      view: 'fit',
      attributes: { points: '0 0; 1 1; 2 2; 3 3; 4 4; 3 0; 4 0.5' },
    },
  ],
  introduction: prose`It fits a line to points by descent on the mean absolute error, on half the mean square, and on Huber’s loss, side by side; it draws the loss over the bias with its corners, and descent at constant and decaying rates. Points are dragged, added by a double click or Enter, and removed by a double click or Delete. There is no engine: everything is computed at once, in double precision.

\`design\` and \`targets\` take the place of \`points\`, with up to 16 features; there is no picture of the fit then. Files can be dropped: CSV, or NumPy’s arrays X and y.`,
  examples: [
    {
      title: 'Three lines and an outlier',
      text: 'Points are x and y, parted by semicolons.',
      html: '<gd-absolute-error points="0 0; 1 1; 2 2; 3 3; 4 9" views="fit"></gd-absolute-error>',
    },
    {
      title: 'The gradient of a design',
      text: 'The matrix <code>design</code> has a row for each example; the gradient is that at <code>weights</code> and <code>bias</code>.',
      html: '<gd-absolute-error design="1 0; 2 1; 0 3; -1 2; 1 1" targets="2 0 -4 -2.5 -1" weights="1 -1" bias="0.5" views="bias descent"></gd-absolute-error>',
    },
    {
      title: 'A decaying rate',
      text: 'The attribute <code>schedule</code> takes constant, step, exponential, cosine and inverse, after a warmup if need be.',
      html: '<gd-absolute-error schedule="inverse 20" learning-rate="0.3" views="descent" controls="none"></gd-absolute-error>',
    },
  ],
  mathematics: [
    {
      title: 'The gradient of the mean absolute error',
      html: prose`
Let $r_i = w^\top x_i + b - y_i$ be the residuals and $L = \frac1n \sum_i |r_i|$. The derivative of $|r|$ is the sign of $r$, and by the chain rule

$$\frac{\partial L}{\partial b} = \frac1n \sum_i \operatorname{sign}(r_i) = \frac{n_+ - n_-}{n}, \qquad \nabla_w L = \frac1n \Big( \sum_{r_i \gt 0} x_i - \sum_{r_i \lt 0} x_i \Big)$$

where $n_+$ examples are overestimated and $n_-$ underestimated. How far off they are does not matter.

At $r = 0$ there is no derivative: $|r|$ has a corner. Every number from $-1$ to $1$ is a **subgradient** there, the slope of a line that touches the graph from below. We take 0, as most programs do.
`,
    },
    {
      title: 'Median and mean',
      html: prose`
With the weights fixed, $L$ as a function of $b$ is made of straight pieces with a corner at each $y_i - w^\top x_i$. Its slope is 0 where as many corners lie to the left as to the right: at their **median**. The square has its minimum at their mean, which a single example moves as far as it likes; the median stays as long as fewer than half of the examples move.

A line of least absolute error can always be chosen so that it goes through two of the points. With more features it goes through as many examples as there are weights and a bias; the element goes from one such plane to the next along the edge where the error falls fastest, and a solution of the dual problem certifies the last.
`,
    },
    {
      title: 'Why descent does not settle',
      html: prose`
A step has the length $\eta |g|$, and $g$ does not become small near the minimum: its entries are sums of signs. So at a constant rate the iterates jump over the minimum for ever, unless they land on a flat piece, where $g$ is exactly 0: with an even number of examples there may be one. For any minimizer $\theta^*$ and subgradients no longer than $G$

$$|\theta_{k+1} - \theta^*|^2 \le |\theta_k - \theta^*|^2 - 2 \eta\, (L(\theta_k) - L^*) + \eta^2 G^2$$

Added up over $K$ steps, the best iterate is within

$$\min_k L(\theta_k) - L^* \le \frac{|\theta_0 - \theta^*|^2}{2 \eta K} + \frac{\eta G^2}{2}$$

That is the dashed line. Its first term vanishes as $K$ grows, the second does not; $G = \frac1n \sum_i |(x_i, 1)|$ here. Rates that fall to 0, but whose sum is infinite, let both vanish; $\eta / (1 + k/10)$ is of that kind.
`,
    },
    {
      title: 'Three losses',
      html: prose`
| loss | of a residual | slope |
|---|---|---|
| absolute | $\abs{r}$ | sign of $r$ |
| square | $r^2 / 2$ | $r$ |
| Huber | $r^2 / 2$ up to $\abs{r} = 1$, $\abs{r} - 1/2$ beyond | $r$, cut off at $-1$ and $1$ |

The square has a half, so that Huber’s loss is the same near 0. Descent on the square is stable below $2/\lambda$, with $\lambda$ the largest eigenvalue of $\frac1n \sum_i (x_i, 1)(x_i, 1)^\top$; beyond it, its run diverges and has no line. The dashed line is least squares in closed form, by a QR decomposition. Where it is not unique, the shortest solution is taken.
`,
    },
  ],
  numpy,
};
