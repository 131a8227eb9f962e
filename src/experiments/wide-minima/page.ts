import { prose } from '../../formula/tex';
import { objective } from '../../docs/objective';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

const [sheet] = experiment.parameters;

/** What the lab's pages and the documentation say of <gd-wide-minima>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'The learning rate',
  problems: ['S2.P4'],
  lead: 'Ten thousand runs of gradient descent on one function. Where do they end, and what does the learning rate have to do with it?',
  first: ['landscape'],
  path: [
    {
      title: 'Start small',
      text: 'At 0.01 every run creeps downhill. It ends in the minimum on its side of the hill: the start decides. Play shows it.',
      view: 'landscape',
      attributes: { 'selected-rate': '0.01', iteration: '5' },
    },
    {
      title: 'Turn it up',
      text: 'At 0.09 the sharp minimum still attracts 28 % of the starts, at 0.11 none. Move the rate until the last run has left it. Where was that?',
      view: 'outcomes',
      attributes: { 'learning-rates': '0.09 0.11', 'selected-rate': '0.11' },
    },
    {
      title: 'Predict it',
      text: 'The curvature of the sharp minimum is 20.1, so its limit 2/f″ is 0.09949. Near that rate runs first jump around the minimum in a cycle, then the cycle doubles, then they become chaotic; at 0.107 they leave.',
      view: 'bifurcation',
      attributes: { 'bifurcation-window': '-5 5 0.094 0.108', 'selected-rate': '0.1' },
    },
    {
      title: 'Go too far',
      text: 'At 1.5 two thirds of the runs reach the wide minimum, and one third diverges. The border between the two basins is a fractal. Zoom in.',
      view: 'basins',
      attributes: { 'learning-rates': '1 1.5 1.9', 'selected-rate': '1.5', 'basins-window': '-5 20 1 2' },
    },
    {
      title: 'Your own function',
      text: 'This one has four minima, nearly equally sharp: the start decides, until all four become unstable at almost the same rate. With momentum 0.9 as the optimizer that rate is 1.9 times as high. Type another function, and predict its limits.',
      view: 'landscape',
      attributes: {
        objective: 'x^2/20 + 2cos(2x)',
        low: '-6',
        high: '6',
        'learning-rates': '0.05 0.2 0.3',
        'selected-rate': '0.2',
      },
    },
  ],
  introduction: prose`It draws the function with the population on it, where the runs end at each learning rate, how the outcomes change with the learning rate, the basins of attraction, and where runs settle. Any function of one variable can replace the sheet’s.`,
  examples: [
    {
      title: 'Where descent ended',
      text: 'One histogram for each learning rate. Use <code>views</code> to choose the pictures and <code>controls="none"</code> to show just the figure.',
      html: '<gd-wide-minima views="histogram" starts="2000" controls="none"></gd-wide-minima>',
    },
    {
      title: 'A function of your own',
      text: 'Four minima, nearly equally sharp. The formula is read as it stands: its derivatives are worked out, not estimated.',
      html: `<gd-wide-minima
  objective="x^2/20 + 2cos(2x)"
  low="-6" high="6"
  learning-rates="0.05 0.2 0.3"
  starts="1000" iterations="300"
  views="landscape histogram"
></gd-wide-minima>`,
    },
    {
      title: 'Optimizers side by side, with a schedule',
      text: 'The attribute <code>optimizer</code> takes one or several, parted by semicolons, and each has its row of histograms. The learning rate falls by the <code>schedule</code>. From 0.3 it rules out the sharp minimum for plain descent, whatever it falls to.',
      html: `<gd-wide-minima
  optimizer="gd; momentum 0.9; adam" schedule="cosine"
  learning-rates="0.05 0.3" starts="500" iterations="300"
  views="schedule histogram"
></gd-wide-minima>`,
    },
    {
      title: 'Above and below the threshold',
      text: 'Two rates, just below and just above 0.09949, where the sharp minimum lets go. The landscape shows the population at the second one, after 40 steps.',
      html: `<gd-wide-minima
  learning-rates="0.09 0.11" selected-rate="0.11" iteration="40"
  starts="1000" iterations="400"
  views="landscape outcomes"
  controls="none"
></gd-wide-minima>`,
    },
    {
      title: 'Basins up close',
      text: 'Every pixel is one run. The window is four numbers: from which start to which, from which rate to which. Where two basins meet above the threshold, the border is a fractal.',
      html: `<gd-wide-minima
  views="basins" basins-window="-5 20 1 2"
  starts="200" iterations="200" controls="none"
></gd-wide-minima>`,
    },
    {
      title: 'A result in a script',
      text: 'The element says how many runs ended where, and the page does with it as it likes. <code>settled</code> is a promise for “computed and drawn”.',
      html: '<gd-wide-minima id="counted" views="histogram" learning-rates="0.01" starts="1000" controls="none"></gd-wide-minima>\n<p id="count">Not counted yet.</p>',
      script: 'count',
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'Gradient descent',
      html: prose`
Descent on a function $f$ of one variable goes from a start $\theta_0$ by steps against the slope, each as long as the learning rate $\eta$ times the slope:

$$\theta_{k+1} = \theta_k - \eta f'(\theta_k)$$

The sheet’s function is a parabola on the left and a wider, higher one on the right, joined by the sigmoid $\sigma(u) = 1 / (1 + \exp(-u))$:

${objective(sheet.default)}

The slope comes from the formula by the rules of calculus, and is the same text for every engine:

${objective(sheet.default, 'gradient')}
`,
    },
    {
      title: 'The largest stable rate',
      html: prose`
At a minimum $\theta^*$ the slope is zero and the curvature $f''(\theta^*)$ is positive. Close to it, the slope is the curvature times the distance, up to a term of second order. Let $e_k = \theta_k - \theta^*$ be the error of iterate $k$. Then

$$e_{k+1} = e_k - \eta f'(\theta^* + e_k) \approx (1 - \eta f''(\theta^*)) e_k$$

Every step multiplies the error by the same factor. Errors shrink as long as its absolute value is below one:

$$\abs{1 - \eta f''(\theta^*)} \lt 1 \quad\iff\quad 0 \lt \eta \lt \frac{2}{f''(\theta^*)}$$

Below half of the threshold the iterates approach from one side; above it they jump from side to side and still come closer. Beyond it they are driven away from the minimum, however close they start: only a start that hits it exactly stays. So a large rate cannot end in a sharp minimum. The converse does not hold: a small rate may end in any minimum, and which one the start decides.

The curvature at the sheet’s minima is about 20.1 and 1.0; that makes thresholds of 0.09949 and 2. The element finds all stationary points, minima, maxima and the saddle points at which the slope is zero on the way, by bisection with interval arithmetic, which misses none, and draws $2 / f''(\theta^*)$ over what the runs themselves show.
`,
    },
    {
      title: 'Optimizers and schedules',
      html: prose`
An optimizer makes the step $s_k$ of the slopes so far, and a schedule makes the rate $\eta_k$ of iteration $k$:

$$\theta_{k+1} = \theta_k - \eta_k s_k$$

Momentum steps along a velocity, $v_{k+1} = \beta v_k + f'(\theta_k)$, and Nesterov’s step is $f'(\theta_k) + \beta v_{k+1}$. Near a minimum the errors of both follow a recurrence of second order. It shrinks them as long as

$$\eta \lt \frac{2 (1 + \beta)}{f''(\theta^*)} \qquad\text{and}\qquad \eta \lt \frac{2 (1 + \beta)}{(1 + 2 \beta) f''(\theta^*)}$$

so momentum 0.9 holds the sharp minimum up to 0.189, and Nesterov’s step only up to 0.0675. Adagrad, RMSprop and Adam divide by the size of the slopes so far: theory sets no limit, and none is drawn. RMSprop’s steps become as long as the rate, so at a constant rate it ends in jumps about the minimum, which is a cycle, unless the slope becomes exactly zero.

If the rate falls, the limits hold for the rate of the moment. While it is above $2 / f''(\theta^*)$, runs leave that minimum, and most have settled in a wider one by the time it is low. So the rate at the beginning rules minima out, as a constant rate does; a low rate at the end rules out nothing any more. Along a cosine from 0.3, plain descent on the sheet’s function ends in the wide minimum from every start, from 0.05 in either.
`,
    },
    {
      title: 'Populations and their outcomes',
      html: prose`
One run says little about a function; a population says where each start goes. Starts are drawn evenly from an interval. Each run makes $K$ steps and is followed for 128 more, to see what becomes of it. It is counted once, as the first of these that fits:

- **diverged**: $\abs{\theta_k}$ exceeds the bound at some $k \le K$;
- **left the domain**: $f$ is not defined at some $\theta_k$, $k \le K$, like $\ln x$ at $x \le 0$;
- **converged** to minimum $m$: within the tolerance from $K$ on for 64 steps, and after 128 no farther away than at $K$. Above $2/f''(\theta_m^*)$ no run has converged: one that rests there all the same stands still;
- **in a minimum outside the range**: the same, at a minimum that is not in the interval of the starts;
- **standing still**: at a maximum, say, or so far out that the step is lost in rounding;
- **in a cycle of $p$**: the last 64 iterates come round after $p \le 64$ steps, to $10^{-4}$ of their width. On the GPU a run beside them has to stay there, too: in float32 chaos repeats itself sooner or later, which is no cycle that a run is drawn to;
- **still moving**: all steps go one way, or the run closes in on a point with smaller and smaller steps, or larger and larger steps throw it farther and farther out, though not beyond the bound yet. It is **falling** if no minimum lies that way, and no saddle point or flat stretch. A run that passes the bound or leaves the domain only after iteration $K$ is still moving, too, and so is one that fits none of these in the 128 steps, and one of them in the next 128;
- **wandering (chaotic)**: none of these.

Of $N$ starts drawn at random, a share $p$ that ends in a minimum is measured with a standard deviation of

$$\sqrt{\frac{p (1 - p)}{N}}$$

which for 10,000 starts is at most half a percent. The set of starts that end in one minimum is its basin; for small rates basins meet at the maximum between the minima, for large ones their border is a fractal, as a step may leap over the maximum and back.
`,
    },
  ],
};
