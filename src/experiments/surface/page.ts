import { surface } from '../../docs/objective';
import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';
import { FLAT_START } from './presets';

/** What the lab's pages and the documentation say of <gd-surface>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'The learning rate',
  problems: ['S4.Q3'],
  lead: 'Thousands of runs on the loss of two weights. Which minimum does each one find, how soon, and where does none ever move?',
  first: ['surface', 'basins'],
  path: [
    {
      title: 'A start that never moves',
      text: 'At (−2, 2) the gradient is exactly 0, so every step is 0, at any learning rate. The second run starts just beside it and reaches the minimum. Drag the start away from the flat place.',
      view: 'contours',
      attributes: { iteration: '60' },
    },
    {
      title: 'Against the gradient',
      text: 'Point at a place. The gradient stands at right angles to the line of equal loss; the step goes against it. In a ravine that is hardly ever the way to the minimum: the run zigzags. Drag the rate past 0.08.',
      view: 'contours',
      attributes: {
        objective: '(x^2 + 25y^2)/2',
        'learning-rate': '0.074',
        iterations: '60',
        iteration: '60',
        starts: '300',
      },
    },
    {
      title: 'Four minima',
      text: 'Himmelblau’s function has four minima; each colour is the basin of one. Turn the rate up to 0.02: two of them let go of their runs, and the borders fray.',
      view: 'basins',
      attributes: { objective: '(x^2+y-11)^2 + (x+y^2-7)^2', 'learning-rate': '0.012', iterations: '100' },
    },
    {
      title: 'A race',
      text: 'Three optimizers from one start in Rosenbrock’s curved valley, at one learning rate. Plain descent creeps along its floor. Which one arrives first? Try adagrad, too.',
      view: 'contours',
      attributes: {
        objective: '(1-x)^2 + 100(y-x^2)^2',
        optimizer: 'gd; momentum 0.9; nesterov 0.9',
        'learning-rate': '0.0005',
        iterations: '400',
        iteration: '400',
        starts: '200',
      },
    },
    {
      title: 'Your own',
      text: 'Two layers of one weight each: every run ends somewhere in a valley, and which starts are thrown out at this rate is a fractal. Zoom in, move the rate, then type a loss of your own.',
      view: 'basins',
      attributes: { objective: '(1 - x*y)^2/2', 'learning-rate': '0.45', iterations: '120' },
    },
  ],
  introduction: prose`It shows a loss over two weights as a relief that turns and as lines of equal loss, with runs flowing on it; the basins of attraction, one run a pixel, which follow the learning rate while it is dragged; the outcomes over the learning rate; the loss over the iterations; and how long the same descent takes one start at a time, in one array, and on the GPU.`,
  examples: [
    {
      title: 'Basins to look at',
      text: 'One run a pixel. The window and the learning rate fit the function where nothing else is said.',
      html: `<gd-surface
  objective="(x^2+y-11)^2 + (x+y^2-7)^2"
  views="basins" iterations="100" starts="1000"
></gd-surface>`,
    },
    {
      title: 'A relief that turns',
      text: '<code>turn</code> and <code>tilt</code> say from where it is seen, <code>iteration</code> how far the runs have come.',
      html: `<gd-surface
  objective="(1 - x*y)^2/2"
  views="surface" turn="-40" tilt="45" iteration="12"
  starts="1000" iterations="100"
></gd-surface>`,
    },
    {
      title: 'Optimizers side by side',
      text: 'Several optimizers, parted by semicolons, run from the same start.',
      html: `<gd-surface
  objective="(1-x)^2 + 100(y-x^2)^2" learning-rate="0.0005"
  optimizer="gd; momentum 0.9; adam" iterations="300" iteration="300"
  views="contours loss" starts="1000" controls="none"
></gd-surface>`,
    },
    {
      title: 'One weight alone',
      text: 'With one weight frozen, descent goes along the other only.',
      html: `<gd-surface
  objective="(x^2+y-11)^2 + (x+y^2-7)^2" frozen="y"
  views="contours" starts="300" iteration="100" iterations="100" controls="none"
></gd-surface>`,
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'Partial derivatives and the gradient',
      html: prose`
The partial derivative $\partial f / \partial x$ is the slope along x with y held still. The gradient puts both into one vector:

$$\nabla f = \left( \frac{\partial f}{\partial x}, \frac{\partial f}{\partial y} \right)$$

Take a step of length 1 in the direction $d$. The slope that way is the product $\nabla f \cdot d = \abs{\nabla f} \cos \varphi$, where $\varphi$ is the angle between the two. It is greatest where the angle is 0: the gradient points in the direction of steepest ascent, and its length is the slope there. Where the angle is a right one the slope is 0, so a line of equal loss crosses the gradient at a right angle.
`,
    },
    {
      title: 'Why minus',
      html: prose`
A step against the gradient, $-\eta \nabla f$, changes the loss by

$$f(\theta - \eta \nabla f) = f(\theta) - \eta \abs{\nabla f}^2 + \frac{\eta^2}{2} \, \nabla f^T H \, \nabla f + \dots$$

with $H$ the matrix of second derivatives, the Hessian. The second term is never positive, so a small enough step lowers the loss unless the gradient is 0. The third one says how small: with $\lambda$ the largest curvature around, every rate below $2/\lambda$ lowers it. Adding the gradient instead would climb. Steepest is a local word: the direction of steepest descent at one place is seldom the direction of the minimum.
`,
    },
    {
      title: 'Which weight changes which output',
      html: prose`
In one layer, $z_j = \sum_i w_{ij} x_i$, the weight $w_{ij}$ leads from input i to output j and is in no other sum: $\partial z_k / \partial w_{ij}$ is $x_i$ for $k = j$ and 0 otherwise. It is not true that each weight contributes to each output. Only after a softmax do all outputs change a little, as they share the sum that each is divided by:

$$\frac{\partial P_k}{\partial w_{ij}} = P_k \, (\delta_{kj} - P_j) \, x_i$$
`,
    },
    {
      title: 'All at once',
      html: prose`
A step from one start needs nothing from any other. So thousands of starts can stand in one array, and each operation of the formula goes through it from end to end: the processor decodes an instruction once instead of a thousand times, and computes several numbers with it. A GPU has thousands of lanes that do the same instruction on different numbers, and is the faster the longer the array is; on a short one, starting it takes longer than the work. The last picture measures it on your machine.

What cannot be done in parallel are the steps of one run: each begins where the one before it ended.
`,
    },
    {
      title: 'A start where the gradient is 0',
      html: prose`
The sheet asks what happens from (−2, 2), where the gradient is 0; the figure with its surface is missing. This lab takes a loss that has exactly this:

${surface(FLAT_START)}

Its derivative by x, and the second one:

${surface(FLAT_START, 'byFirst')}

${surface(FLAT_START, 'twiceByFirst')}

Both have the factor $x + 2$; along y the factor is $y - 2$. At (−2, 2) gradient and Hessian are 0, exactly, in float32 too. From $\theta_0 = (-2, 2)$

$$\theta_1 = \theta_0 - \eta \cdot 0 = \theta_0$$

and so on: every iterate is the start, whatever the rate, and with every optimizer of this lab, since each makes its steps of gradients. The place is no minimum: the loss falls from 13.5 towards the minimum 0 at (1, −1), where the Hessian is $9 I$ and the largest stable rate $2/9$. A start in a circle around the flat place moves, but slowly: near it the gradient shrinks with the square of the distance. Where x is below −2 or y above 2, runs creep towards the flat place or the lines through it and do not pass them. They are the grey part of the basins, still moving after any number of iterations.
`,
    },
    {
      title: 'Stationary points, and the largest stable rate',
      html: prose`
Where the gradient is 0 the eigenvalues of the Hessian tell what is there: both positive, a minimum; both negative, a maximum; one of each, a saddle. Close to a minimum the error along the eigenvector of $\lambda$ is multiplied by $1 - \eta \lambda$ in each step of plain descent, so a minimum holds runs at rates below $2/\lambda_{max}$. With momentum the limit is $2 (1 + \beta) / \lambda_{max}$, with Nesterov’s $2 (1 + \beta) / ((1 + 2 \beta) \lambda_{max})$; for adagrad, rmsprop and adam theory gives none.

With an eigenvalue of 0 the Hessian does not decide. The place may be flat, or lie on a whole curve on which the gradient is 0. Two linear layers of one weight each, $(1 - x y)^2 / 2$, have such a valley: all of $x y = 1$, with the eigenvalues 0 and $x^2 + y^2$. The flatter the valley, the closer it is to (1, 1); at the rate $\eta$ only the part with $x^2 + y^2 \lt 2 / \eta$ can hold runs. Of $x^2 y^2$ both axes are valleys, flat where they cross: some part of them holds runs at any rate. A curve that is a valley here and a ridge there, as $x = 0$ of $x^2 y$, stands as both. A loss may also be level all over a region, as max(0, x)² is left of 0: that is named as a whole. Where the slope jumps, as at the kink of |x|, it is not 0, and nothing is listed.

They are found by a damped Newton’s method on the gradient, from a grid of starts and then from places in between, until two rounds find nothing new. Curves are followed step by step. The search has a budget; where it ends before the search does, the picture says that it is not complete.
`,
    },
    {
      title: 'Where runs end',
      html: prose`
Each run makes $K$ steps and is followed for 128 more, and for another 128 where these do not tell. It has **diverged** if a weight exceeds a thousand times the window; **left the domain** where the loss is not defined; **converged** to a minimum if it stays within a ten-thousandth of the window’s width of it; it rests **in the valley** if it comes to rest where the Hessian has an eigenvalue of 0, or **on the flat bottom** where the loss is level all over a region; otherwise it is **still moving**, **in a cycle**, **wandering** or **standing still**.

The basins show when: with the fraction of the last iteration, at which the logarithm of the distance passes that of the tolerance. So light and dark change smoothly, and the slopes of that time are shaded like a relief, lit from the upper left.
`,
    },
  ],
};
