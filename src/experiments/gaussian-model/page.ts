import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-gaussian-model>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Regression',
  problems: ['S3.Q5'],
  lead: 'Take the data for a line with Gaussian noise: the likeliest line is that of least squares, and the noise is what it leaves.',
  first: ['density', 'likelihood'],
  path: [
    {
      title: 'One point far off',
      text: 'Drag a point away from the line. The line turns a little, the band grows a lot: the likeliest noise is the one that makes such a point no wonder.',
      view: 'density',
    },
    {
      title: 'Climb the hill',
      text: 'Gradient ascent on the log-likelihood climbs to the weights of least squares. Make σ smaller: the hill is steeper, the maximum stays where it is, and the rate becomes too large.',
      view: 'likelihood',
      attributes: { sigma: '0.9' },
    },
    {
      title: 'Too much at once',
      text: 'With σ = 0.4 the same rate is beyond the limit, 2σ²/λ: each step overshoots by more than the last. Lower the rate until the climb arrives again.',
      view: 'likelihood',
      attributes: { sigma: '0.4' },
    },
    {
      title: 'Exactly right is suspicious',
      text: 'Two points, two weights: the line is exact, no residual is left, and the likelihood grows without bound as σ falls. Add a third point and it has a maximum again.',
      view: 'density',
      attributes: { points: '0 1; 2 2' },
    },
    {
      title: 'Noise of your own',
      text: 'Place points by a double click until the residuals look least like a Gaussian. The model cannot know: it fits one all the same.',
      view: 'residuals',
      attributes: { points: '0 0; 1 1; 2 2; 3 3; 4 4; 5 5; 6 6; 7 7; 2.5 7; 4.5 9' },
    },
  ],
  introduction: prose`It takes the targets for linear functions of the features plus Gaussian noise, works out in closed form which weights and which noise are most likely, and climbs there by gradient ascent. Points are dragged, added by a double click or Enter, and removed by a double click or Delete. There is no engine: everything is computed at once, in double precision.

Points stand for a design with a column of ones and one of x; \`design\` and \`targets\` take their place, with up to 16 columns. \`intercept\` puts a column of ones before them; the element does so by itself for a design that is typed or comes from a file, unless a column has one value, and the choice stands beside it. With fewer rows than columns, or columns that depend on each other, the shortest of the most likely weights are given, and the element says so. Files can be dropped: CSV, or NumPy’s arrays X and y.`,
  examples: [
    {
      title: 'The band of a few points',
      text: 'Points are x and y, parted by semicolons.',
      html: '<gd-gaussian-model points="0 1; 1 3; 2 2; 3 5; 4 4.5" views="density"></gd-gaussian-model>',
    },
    {
      title: 'The climb of gradient ascent',
      text: 'It starts at <code>weights</code>, at the noise <code>sigma</code>.',
      html: '<gd-gaussian-model weights="4 -1" sigma="0.8" learning-rate="0.1" iterations="50" views="likelihood"></gd-gaussian-model>',
    },
    {
      title: 'A design of one’s own',
      text: 'A row for each example; the weight of a column of ones is the bias.',
      html: '<gd-gaussian-model design="1 0 1; 1 1 0; 1 2 2; 1 3 1; 1 4 0" targets="1 3 2 5 4.5" views="likelihood residuals" controls="none"></gd-gaussian-model>',
    },
  ],
  mathematics: [
    {
      title: 'The likelihood',
      html: prose`
Each target is $y_i = w^\top x_i + \varepsilon_i$ with independent $\varepsilon_i \sim \mathcal{N}(0, \sigma^2)$. Densities of independent targets multiply, so their logarithms add up:

$$\ln P = \sum_i \ln \frac{1}{\sqrt{2 \pi \sigma^2}} e^{-(y_i - w^\top x_i)^2 / (2 \sigma^2)} = -\frac{n}{2} \ln (2 \pi \sigma^2) - \frac{1}{2 \sigma^2} \sum_i (y_i - w^\top x_i)^2$$
`,
    },
    {
      title: 'The weights',
      html: prose`
Only the last sum depends on $w$, and it stands there with a minus sign: for every $\sigma$ the likelihood is greatest where the sum of squares is least. The gradient is

$$\nabla_w \ln P = \frac{1}{\sigma^2} \sum_i x_i\, (y_i - w^\top x_i)$$

where the 2 of the square has taken the 2 of $2 \sigma^2$ away. Set to 0 it gives the normal equations

$$\Big( \sum_i x_i x_i^\top \Big) w = \sum_i x_i y_i$$

With a plus sign before the sum one has the gradient of $-\ln P$; the solution is the same, but a climb along it goes down. The element solves least squares by a QR decomposition of $X$, and by singular values where columns depend on each other; then the solution is the shortest of many.
`,
    },
    {
      title: 'The variance',
      html: prose`
With $S = \sum_i (y_i - w^\top x_i)^2$ at these weights

$$\frac{\partial \ln P}{\partial \sigma^2} = -\frac{n}{2 \sigma^2} + \frac{S}{2 \sigma^4} = 0 \quad \Longrightarrow \quad \sigma^2 = \frac{S}{n}$$

the mean squared residual. Put in, the greatest log-likelihood is

$$\ln P = -\frac{n}{2} \left( \ln (2 \pi \sigma^2) + 1 \right)$$

It is too small on average, since the weights have been fitted to the same data: $S / (n - p)$, with $p$ weights, is free of that bias, and a little less likely. Where $n \le p$ the model can be exact for every example. Then $S = 0$, and the likelihood grows without bound as $\sigma \to 0$.
`,
    },
    {
      title: 'The climb',
      html: prose`
Gradient ascent on the mean, $\frac1n \ln P$, at a fixed $\sigma$ is

$$w \leftarrow w + \frac{\eta}{n \sigma^2} X^\top (y - X w)$$

It is descent on half the mean square at the rate $\eta / \sigma^2$, so it arrives for $\eta \lt 2 \sigma^2 / \lambda$ with the largest eigenvalue $\lambda$ of $\frac1n X^\top X$. Lines of equal likelihood lie $\tfrac12 k^2$ below the maximum.
`,
    },
  ],
  numpy,
};
