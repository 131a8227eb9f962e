import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-stochastic-gradient>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Noise',
  problems: ['S0.Q2'],
  lead: 'One example in place of all: right on average, and noisy for ever.',
  first: ['gradients', 'paths'],
  path: [
    {
      title: 'Three lines and their mean',
      text: 'Each example has a gradient of its own, a line over the weight. The full gradient is their mean. Drag the weight to where the mean is 0: none of the three is 0 there.',
      view: 'gradients',
    },
    {
      title: 'Draw, and average',
      text: 'Every draw is one of three numbers, and none of them is the full gradient. The mean of many is: four times as many draws halve its error.',
      view: 'estimate',
      attributes: { theta: '1', replicas: '20000' },
    },
    {
      title: 'Descend with noise',
      text: 'The mean of the replicas takes exactly the path of descent with the full gradient. A single replica does not: the dark band holds half of them, the light one nine in ten. Move the learning rate.',
      view: 'paths',
      attributes: { 'learning-rate': '0.1', replicas: '20000' },
    },
    {
      title: 'Two limits',
      text: 'Above 2/7 the variance grows without end, while the mean converges up to 3/7. At 0.35 a few runs of bad luck are so far away that they make up the variance.',
      view: 'stationary',
      attributes: { 'learning-rate': '0.35', replicas: '4000' },
    },
    {
      title: 'Yours',
      text: 'These points lie on a line, so every example has its minimum at the same weight: no noise is left there, and descent settles. Move one point off the line and see the spread come back, or drop a CSV with columns x and y.',
      view: 'paths',
      attributes: { points: '1 2; 2 4; 3 6', replicas: '4000', iterations: '60' },
    },
  ],
  numpy,
  introduction: prose`It draws gradients of single examples, or of small batches, for a line through the origin: their mean beside the full gradient, a population of descents with them beside descent with the full gradient, and the variance that a constant learning rate keeps up, predicted and measured.`,
  examples: [
    {
      title: 'The gradients of the examples',
      text: 'The weight can be dragged.',
      html: '<gd-stochastic-gradient views="gradients"></gd-stochastic-gradient>',
    },
    {
      title: 'Replicas beside the full gradient',
      text: 'Batches of two, drawn without replacement: less noise than two draws with it.',
      html: `<gd-stochastic-gradient
  batch="2" replacement="without"
  replicas="20000" views="paths"
></gd-stochastic-gradient>`,
    },
    {
      title: 'The spread over the learning rate',
      text: 'Points of your own. Both limits move with them.',
      html: `<gd-stochastic-gradient
  points="1 1; 2 1; 1 3; 4 5" learning-rate="0.02"
  replicas="4000" views="stationary"
></gd-stochastic-gradient>`,
    },
  ],
  mathematics: [
    {
      title: 'Unbiased: the proof',
      html: prose`
The loss is a mean over $n$ examples, and so is its gradient, as differentiation is linear:

$$J(\theta) = \frac1n \sum_{i=1}^n \ell_i(\theta), \qquad \nabla J(\theta) = \frac1n \sum_{i=1}^n \nabla \ell_i(\theta)$$

Draw $I$ uniformly from $1, \dots, n$. The stochastic gradient $\nabla \ell_I(\theta)$ takes each of the values $\nabla \ell_i(\theta)$ with probability $\frac1n$. Its expected value is the sum of values times probabilities:

$$\mathrm{E}\,[\nabla \ell_I(\theta)] = \sum_{i=1}^n P(I = i)\, \nabla \ell_i(\theta) = \sum_{i=1}^n \frac1n \nabla \ell_i(\theta) = \nabla J(\theta)$$

Nothing was needed of the losses but that they are differentiable. Three things were needed of the draw:

- It is uniform. If example $i$ comes up with probability $p_i$, its gradient has to be divided by $n p_i$.
- $\theta$ does not depend on it. Along a descent, the equation holds for each step given the weight that it starts from.
- The examples are given. What is estimated is the gradient of the mean loss over *these* examples. That of the expected loss over all possible data is another one.

For a batch $B$ of $m$ examples, every place of the batch is filled uniformly, with replacement or without. By linearity its mean is unbiased too. In a batch without replacement draws depend on each other; for an expected value that does not matter.

Unbiased is a property of the stochastic gradient. The iterates of SGD on other losses than squares do not follow full-batch descent on average.
`,
    },
    {
      title: 'The three points',
      html: prose`
With $\ell_i = \frac12 (y_i - x_i \theta)^2$ the gradient of an example is $x_i (x_i \theta - y_i) = a_i \theta - b_i$, where $a_i = x_i^2$ and $b_i = x_i y_i$. For $(1, 2)$, $(2, 3)$ and $(3, 4)$ these are

$$\theta - 2, \qquad 4 \theta - 6, \qquad 9 \theta - 12$$

with the mean $\frac{14 \theta - 20}{3}$, which is 0 at $\theta^* = \frac{10}{7}$. At $\theta = \frac12$ the three are $-1.5$, $-4$ and $-7.5$; their mean is $-4.333$ and their variance 6.056. So the mean of $N$ draws has a standard error of $\sqrt{6.056 / N}$.
`,
    },
    {
      title: 'The mean of the replicas',
      html: prose`
Here gradients are linear in the weight. Let $e_k = \theta_k - \theta^*$, and let $r_i = a_i \theta^* - b_i$ be the gradient of example $i$ at the minimizer; the $r_i$ add up to 0. A step is

$$e_{k+1} = (1 - \eta A)\, e_k - \eta R$$

with $(A, R)$ the means of $a_i$ and $r_i$ over the batch, drawn anew and independent of $e_k$. Take expected values:

$$\mathrm{E}\, e_{k+1} = (1 - \eta\, \bar a)\, \mathrm{E}\, e_k$$

That is full-batch descent. It converges for rates below $2 / \bar a$, which is $\frac37$ for the three points.
`,
    },
    {
      title: 'The variance that stays',
      html: prose`
In the long run $\mathrm{E}\, e = 0$, and the variance $V = \mathrm{E}\, e^2$ must reproduce itself:

$$V = \mathrm{E}[(1 - \eta A)^2]\, V + \eta^2\, \mathrm{E}[R^2]$$

Solved for $V$,

$$V = \frac{\eta\, \mathrm{E}[R^2]}{2 \bar a - \eta\, \mathrm{E}[A^2]}$$

It exists for rates below $2 \bar a / \mathrm{E}[A^2]$, where the factor of $V$ is below 1. For single examples that is $\frac{2 \cdot 14/3}{98/3} = \frac27$. For a batch of $m$ with replacement, $\mathrm{E}[A^2] = \bar a^2 + \mathrm{Var}(a)/m$ and $\mathrm{E}[R^2]$ is divided by $m$; without replacement both variances are multiplied by $\frac{n - m}{n - 1}$ once more.

For small rates $V \approx \frac{\eta}{2 \bar a}\, \mathrm{E}[R^2]$: half the rate keeps half the variance. It vanishes only if every example has its minimum at $\theta^*$.

Between $\frac27$ and $\frac37$ the mean converges and the variance does not. Both are statements about expected values, which rare replicas decide there. How a typical replica fares depends on $\mathrm{E} \ln \abs{1 - \eta A}$, which is negative up to a rate of 0.408: up to there almost every replica comes back again and again; beyond it almost every one flies apart, though the expected value still converges up to $\frac37 = 0.429$.

The variance of $N$ replicas is itself measured with an error, which takes fourth moments: $\mathrm{E}[(1 - \eta A)^4] \lt 1$ holds up to a rate of 0.253. Beyond it a measured variance has no standard error, and is often far too small.
`,
    },
    {
      title: 'The same draws everywhere',
      html: prose`
Draw number $d$ of a replica comes of the seed, the replica and $d$ by a counter-based generator (Threefry), with no state between draws. Both engines draw the same examples. An index below $n$ is the high half of the product of a 32-bit word and $n$; no index comes up more often than another by more than one part in $2^{32} / n$. A batch without replacement is drawn by Floyd's algorithm, which needs $m$ draws and no permutation.

Engines compute in units of the problem's own width, around the exact mean, and keep sums of powers and counts in bins: sixteen to each doubling of the distance from the mean. A quantile is interpolated within its bin, so it is an estimate, off by at most a sixteenth of its distance from the exact mean; it is never beyond the least and the greatest replica. A replica that is ten million widths away has diverged and stays there.
`,
    },
  ],
};
