import { objective } from '../../docs/objective';
import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-learning-rate>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'The learning rate',
  problems: ['S1.Q4', 'S2.P2'],
  lead: 'One weight, step by step: when does descent approach the minimum, when does it jump across, when does it fly apart?',
  first: ['descent'],
  path: [
    {
      title: 'Three fates',
      text: 'At 0.5 the weight approaches from one side, at 1.5 it jumps from side to side and still converges, at 2.5 it flies apart. At 1 a single step arrives.',
      view: 'descent',
      attributes: { 'learning-rates': '0.5 1 1.5 2.5', 'selected-rate': '1.5' },
    },
    {
      title: 'Read the factor',
      text: 'Every step multiplies the distance to the minimum by 1 − rate. It shrinks while that is between −1 and 1, so the limit is 2. Drag the rate across it.',
      view: 'rates',
      attributes: { 'learning-rates': '0.5 1.9 2.1', 'selected-rate': '1.9' },
    },
    {
      title: 'Exactly 2',
      text: 'The weight jumps between two points for ever: the cobweb is a square. At 1.99 it still converges, as slowly as at 0.01.',
      view: 'cobweb',
      attributes: { 'learning-rates': '0.01 1.99 2', 'selected-rate': '2', iterations: '200' },
    },
    {
      title: 'No parabola',
      text: 'Beyond 2/f″ = 1/4 descent on this function does not fly apart at once. At 0.28 it jumps between two points, at 0.31 among four, at 0.4 without any order; beyond 0.5 it leaves for good.',
      view: 'cobweb',
      attributes: {
        objective: '(x^2-1)^2',
        start: '0.5',
        'learning-rates': '0.2 0.28 0.31 0.4',
        'selected-rate': '0.31',
        iterations: '200',
      },
    },
    {
      title: 'Two minima',
      text: 'Descent ends in the minimum that it starts above, unless a step is long enough to jump over the hill between them. Drag the start.',
      view: 'descent',
      attributes: { objective: 'x^4-3x^2+x', start: '2', 'learning-rates': '0.05 0.12', iterations: '40' },
    },
  ],
  prediction: {
    text: 'Another parabola, 2(w − 3)², whose second derivative is 4. Answer, then try it.',
    attributes: { objective: '2(w-3)^2', start: '0', 'learning-rates': '0.1', iterations: '20', views: 'descent' },
    tasks: [
      {
        question: 'At a learning rate of 0.3, how does the weight approach the minimum?',
        choices: ['from one side', 'from both sides in turn', 'not at all'],
        answer: 'from both sides in turn',
      },
      { question: 'Above which learning rate does it move away from the minimum?', of: 'threshold', tolerance: '1%' },
    ],
  },
  introduction: prose`It follows one weight step by step: on the curve of the function, as a cobweb, over the iterations and in figures. For hundreds of learning rates it shows by what factor a step multiplies the distance to the minimum, and what became of the run. It computes at once, while the rate or the start is dragged.`,
  examples: [
    {
      title: 'A rate to slide',
      text: 'The steps on the curve, with a slider for the learning rate. The start can be dragged along the curve.',
      html: '<gd-learning-rate views="descent"></gd-learning-rate>',
    },
    {
      title: 'Momentum beside theory',
      text: 'The attributes <code>optimizer</code> and <code>schedule</code> choose how the slopes become steps. For momentum and Nesterov’s the largest rate that converges is drawn; for <code>adagrad</code>, <code>rmsprop</code> and <code>adam</code> theory sets none.',
      html: `<gd-learning-rate
  optimizer="momentum 0.9" iterations="100"
  learning-rates="0.1 2.5 3.7 4"
  views="rates iterates"
></gd-learning-rate>`,
    },
    {
      title: 'A cobweb for a lecture',
      text: 'A figure without controls: <code>selected-rate</code> is the rate that is shown, and <code>iteration</code> how many of its steps are.',
      html: `<gd-learning-rate
  views="cobweb" controls="none"
  selected-rate="1.5" iteration="6"
></gd-learning-rate>`,
    },
    {
      title: 'The second sheet’s function',
      text: 'On <code>t^2/2</code> from 1, iterate k is the k-th power of 1 − rate. At a rate of 2 its sign changes for ever.',
      html: `<gd-learning-rate
  objective="t^2/2" start="1"
  learning-rates="0.5 2 2.5"
  views="iterates table"
></gd-learning-rate>`,
    },
    {
      title: 'Beyond the threshold without flying apart',
      text: 'Beyond 2/f″ = 1/4 descent on this function jumps between two points, then among four, then without any order.',
      html: `<gd-learning-rate
  objective="(x^2-1)^2" start="0.5" iterations="200"
  learning-rates="0.2 0.28 0.31 0.4" selected-rate="0.31"
  views="rates cobweb"
></gd-learning-rate>`,
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'One weight',
      html: prose`
The sheet fits one weight to one example, with input $x = 1$, target $y = 100$ and half the squared error as the loss:

${objective('(w-100)^2/2')}

Every step goes against the slope, as far as the learning rate $\eta$ times the slope:

$$w_{k+1} = w_k - \eta f'(w_k) = w_k - \eta (w_k - 100)$$

Take 100 from both sides. The distance to the minimum is multiplied by the same factor in every step:

$$w_{k+1} - 100 = (1 - \eta)(w_k - 100), \qquad w_k = 100 + (1 - \eta)^k (w_0 - 100)$$

It shrinks if $\abs{1 - \eta} \lt 1$, for rates above 0 and below 2. Below 1 the iterates come from one side, at 1 the first step arrives, and above 1 they jump from side to side. At 2 they jump between two points for ever; beyond 2 they fly apart. At 0 there are no steps, and the weight stays where it is.
`,
    },
    {
      title: 'Any function',
      html: prose`
Near a minimum $w^*$ with curvature $f''(w^*) \gt 0$ the slope is the curvature times the distance, up to terms of second order:

$$w_{k+1} - w^* \approx (1 - \eta f''(w^*)) (w_k - w^*)$$

The distance shrinks for rates above 0 and below $2 / f''(w^*)$. For an example with another input $x$ the curvature is $x^2$, and the limit $2 / x^2$.

Beyond the limit the curvature at the minimum does not decide what happens. On a parabola the run diverges. Where the slope grows less than that, or falls again, it may end in a cycle or in no order at all.

Under plain descent at a constant rate the step is a map, $g(w) = w - \eta f'(w)$. In the cobweb its curve crosses the diagonal where the slope of $f$ is zero, and the slope of the curve there is the factor again: $g'(w^*) = 1 - \eta f''(w^*)$.
`,
    },
    {
      title: 'Other steps',
      html: prose`
Momentum keeps a velocity, $v_{k+1} = \beta v_k + f'(w_k)$, and steps along it: $w_{k+1} = w_k - \eta v_{k+1}$. The next weight depends on the last two, and the distances follow a recurrence of second order:

$$d_{k+1} = (1 + \beta - \eta f'') d_k - \beta d_{k-1}$$

They shrink if both roots of $z^2 - (1 + \beta - \eta f'') z + \beta$ lie inside the unit circle, for rates above 0 and below $2 (1 + \beta) / f''$. Where the roots are complex the weight swings, and in the mean a step multiplies the distance by $\sqrt{\beta}$, whatever the rate. Nesterov’s step, $f'(w_k) + \beta v_{k+1}$, has the limit $2 (1 + \beta) / ((1 + 2 \beta) f'')$, which is below that of plain descent.

Adagrad, RMSprop and Adam divide by the size of the slopes so far, and theory sets no limit to the rate. RMSprop’s steps become as long as the rate, and it jumps from one side to the other, half a rate from the minimum, unless it hits it exactly.

A schedule multiplies the rate in iteration $k$, for example by $(1 + \cos(\pi k / K)) / 2$. Then no limit is drawn, since the rate at the end decides.
`,
    },
    {
      title: 'What became of a run',
      html: prose`
A run of $K$ iterations is followed for 128 steps more, at the rate of the last one. In this order, it has

- **diverged** if it has exceeded $10^{12}$ within the $K$ iterations, or if its distance to the minimum keeps growing, and is seen to do so as far as that in the steps that follow, or it is certain that it will;
- **left** the domain of the function if within the $K$ iterations it has come to where the function or its slope is not defined, be it the very border, as 0 is of $\log w$;
- **converged** if it stays within 0.001 of the minimum for the first 64 of these steps, and does not move away again; if that is another minimum than the one downhill of the start, it has converged **elsewhere**. Above the limit of a minimum none converges to it: what hits it exactly stands still.

If it has not, it **stands still** if it does not move at all, since the slope is zero or the rate is; it is **cycling** if it comes round after 2 to 64 steps; it is **still moving** if all steps go one way, or become smaller and smaller as they come closer to where they end, or larger and larger as they go farther from where they began, or if it fits none of these in the 128 steps and one of them in the next 128, or if in these it leaves the domain or exceeds $10^{12}$, which has not happened yet; and else it is **wandering**.

The distance keeps growing if the greatest one in each 16 of these steps exceeds that in the 16 before, by more than $10^{-5}$ and by at least as much as before, but for rounding: eight roundings, each the $2^{-52}$th part of the largest weight, in each of 16 steps. Under plain descent, where it does not swing, it has to grow in each step. With momentum at its very limit the distance of the parabola is

$$d_k = 1900 - 1800 \cdot 0.9^k \quad\text{for}\quad \beta = 0.9,\ \eta = 3.8,\ d_0 = 100,$$

which rises to 1900 by less and less: a cycle of 2. But a run may also grow faster and faster for a while and stay bounded, as on $\ln(1 + x^2)$ at the rate 1.005, which ends in a cycle. So growing is not enough. It is seen to go on if it exceeds $10^{12}$ in the steps that follow, and certain to if the bounds of $f''$ over all weights up to $10^{12}$ leave no factor $\abs{1 - \eta f''}$ of 1 or less, if a parabola’s factor with momentum is above 1, or if the run goes one way and the slope keeps its sign all the way out. Everything else that grows is still moving.

This is the one place where the page of wide and sharp minima has another word: there a run has diverged once it is beyond its bound, and nothing is said ahead of those that are not. A parabola just above its limit, at 2.01 for 20 iterations, has diverged here and is still moving there. Of other runs within the bounds of both, both say the same.

At a rate below 0 descent climbs, and may come to rest at a maximum. A run whose distance grows like $\sqrt k$, which is how Adagrad climbs, cannot be told from one that will stop: it is still moving.

The measured factor is the geometric mean over the last ten steps, before the distance is lost in rounding. With an optimizer other than plain descent, whose distance may swing, it compares the greatest distances of the last 64 steps with those of the 64 before.
`,
    },
  ],
};
