import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-minibatch>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Noise',
  problems: ['S3.Q1'],
  lead: 'Who is never drawn, how noisy a batch is, and how the learning rate should follow.',
  first: ['variance', 'coverage'],
  path: [
    {
      title: 'Two kinds of drawing',
      text: 'The mean of a batch is less noisy the larger it is. Drawn without replacement it is less noisy still, and a batch of all five has no noise at all. Pick another batch.',
      view: 'variance',
    },
    {
      title: 'Does it matter?',
      text: 'Among a hundred examples a batch of eight has nearly the same noise either way: the factor is 92/99. With a batch of 64 it is 36/99. Which of the two curves do most programs follow?',
      view: 'variance',
      attributes: { gradients: 'normal', batch: '8', epochs: '5000' },
    },
    {
      title: 'Left out',
      text: 'An epoch that draws with replacement misses more than a third of the examples. The share hardly depends on how many there are: from a hundred on it is 1/e to the second digit.',
      view: 'coverage',
      attributes: { examples: '30', epochs: '5000' },
    },
    {
      title: 'Both are right',
      text: 'Eight times the batch: with √8 times the rate a step is as noisy as before, with 8 times the rate an epoch is. Follow the level line in each of the two pictures.',
      view: 'scaling',
      attributes: { factor: '8', epochs: '5000' },
    },
    {
      title: 'Yours',
      text: 'One gradient among ten is far off, as on an outlier. Put in gradients of your own: which batch brings the noise below 1?',
      view: 'variance',
      attributes: { gradients: '1 1 1 1 1 1 1 1 1 12', batch: '4', epochs: '5000' },
    },
  ],
  numpy,
  introduction: prose`It draws epochs and batches many times over: how many examples an epoch never draws, the variance of a batch's gradient with and without replacement, and how noisy steps and epochs are when the batch becomes larger and the learning rate follows by one rule or another. Each is shown beside its formula.`,
  examples: [
    {
      title: 'The factor for finite populations',
      text: 'Both formulas for the variance of a batch, with measured points on them.',
      html: '<gd-minibatch views="variance"></gd-minibatch>',
    },
    {
      title: 'Never drawn',
      text: 'A thousand examples, of which 368 are missed on average.',
      html: `<gd-minibatch
  examples="1000" epochs="2000" views="coverage"
></gd-minibatch>`,
    },
    {
      title: 'Sixteen times the batch, as a still figure',
      text: 'Normal gradients, drawn once; their own variance is what counts.',
      html: `<gd-minibatch
  gradients="normal" batch="4" factor="16"
  views="scaling" controls="none"
></gd-minibatch>`,
    },
  ],
  mathematics: [
    {
      title: 'Never drawn',
      html: prose`
One draw of $n$ examples misses a given one with probability $1 - \frac1n$. Draws with replacement are independent, so an epoch of $n$ of them misses it with probability

$$p_n = \left(1 - \tfrac1n\right)^n = e^{n \ln(1 - 1/n)} = e^{-1 - \frac{1}{2n} - \frac{1}{3n^2} - \dots}$$

The exponent is below $-1$ and rises to it: $p_n$ rises to $\frac1e = 0.3679$, and is about $\frac{1}{2 e n}$ below. With $u = -\frac1n$ it is $1 / (1 + u)^{1/u}$, and $(1 + u)^{1/u} \to e$ from both sides of 0; here $u$ comes from below.

The expected share of examples never drawn is $p_n$. They are not independent, as one that is missed leaves more draws to the others: two are both missed with probability $(1 - \frac2n)^n$, which is less than $p_n^2$. So the share varies less between epochs than that of independent examples would, and the standard error is taken from the epochs.

Numbers here are computed as $e^{n\, \mathrm{log1p}(-1/n)}$: in float32, $1 - 10^{-6}$ is already so far off that its millionth power is 0.3630.
`,
    },
    {
      title: 'The variance of a batch',
      html: prose`
Let $g_1, \dots, g_N$ be the gradients of $N$ examples at one weight, $\bar g$ their mean and $\sigma^2 = \frac1N \sum_i (g_i - \bar g)^2$. The mean $g_B$ of a batch of $m$ is unbiased in either case. Its variance is

$$\mathrm{Var}(g_B) = \frac{1}{m^2} \Bigl( m \sigma^2 + m (m - 1)\, c \Bigr)$$

where $c$ is the covariance of two draws of one batch. With replacement they are independent: $c = 0$, and the variance is $\frac{\sigma^2}{m}$.

Without replacement the sum over *all* examples is certain, so its variance is 0. For $m = N$ that says $N \sigma^2 + N (N - 1)\, c = 0$, hence $c = -\frac{\sigma^2}{N - 1}$, for every pair and so for every $m$:

$$\mathrm{Var}(g_B) = \frac{\sigma^2}{m} \cdot \frac{N - m}{N - 1}$$

The sheet draws without replacement and prints $\frac{\sigma^2}{m}$. For 1, 2, 4, 7, 11 with $\sigma^2 = 13.2$ and $m = 2$ that is 6.6, while all ten pairs counted out give 4.95. Where $N$ is much larger than $m$ the factor is close to 1.

A batch $k$ times as large has a variance $k$ times smaller with replacement; without, it is $k\, \frac{N - m}{N - k m}$ times smaller.
`,
    },
    {
      title: 'Steps and epochs',
      html: prose`
A step adds $-\eta\, g_B$ to the weight. At a gradient that does not change it adds noise of variance $\eta^2 \sigma^2 / m$. An epoch of $N$ draws has $\frac Nm$ steps, and independent noises add up:

| with $k$ times the batch | rate | noise of a step | noise of an epoch | headway in an epoch |
|---|---|---|---|---|
| rate kept | $\eta$ | $1/k$ | $1/k^2$ | $1/k$ |
| linear | $k \eta$ | $k$ | 1 | 1 |
| square root | $\sqrt k\, \eta$ | 1 | $1/k$ | $1/\sqrt k$ |

The sheet asks for steps as noisy as before: the square root. The linear rule keeps what an epoch does, in mean and in variance: $k$ steps with the small batch are, to first order, one step with the large one. That is how Goyal and others argue for it (arXiv:1706.02677), not by the noise of a step.

Neither holds for ever. A rate that grows with $k$ meets the limit $2 / f''$ of descent itself, and gradients do change within an epoch.

An epoch is filled up to whole batches of the largest size here, so that every size has a whole number of steps. Sizes are the divisors of the factor.
`,
    },
    {
      title: 'How it is drawn',
      html: prose`
Every draw comes of the seed, the epoch and the number of the draw (Threefry), the same on both engines. An index below a number is the high half of the product of that number and a 32-bit word. A batch without replacement is drawn by Floyd's algorithm: for $j = N - m, \dots, N - 1$ draw $t$ from 0 to $j$, and take $t$, or $j$ if $t$ was taken before. It needs $m$ draws, keeps no permutation, and every set is equally likely.

Standard errors of variances come from fourth moments: $\sqrt{(\mu_4 - \mu_2^2)/E}$ over $E$ epochs.
`,
    },
  ],
};
