import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-norms>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Losses, activations, layers',
  problems: ['S0.Q1'],
  lead: 'Four answers to one question: how long is a vector? And why one of them makes weights zero.',
  first: ['bars'],
  path: [
    {
      title: 'Double it',
      text: 'Double every entry with the button below the picture’s title: all norms double, and ℓ0 stays at 3. It is not homogeneous, and therefore not a norm.',
      view: 'bars',
    },
    {
      title: 'Only the largest counts',
      text: 'A large p counts the largest entry almost alone: here the ℓp norm is within a percent of ℓ∞.',
      view: 'bars',
      attributes: { vector: '5 4 -3 2 1', p: '30' },
    },
    {
      title: 'A ball with dents',
      text: 'Below p = 1 the ball caves in. The midpoint of two points of the ball lies outside of it, so the triangle inequality fails.',
      view: 'balls',
      attributes: { p: '0.5', point: '0.5 0.5' },
    },
    {
      title: 'Why weights become zero',
      text: 'A target between two shaded wedges: ℓ1 ends on an edge, and no weight is 0. Drag it into a wedge, and the corner wins.',
      view: 'sparsity',
      attributes: { target: '0.6 1.2', radius: '1' },
    },
    {
      title: 'Circles',
      text: 'With uncorrelated features of equal size the ellipses are circles, and both solutions are the points of their balls nearest to the target.',
      view: 'sparsity',
      attributes: { design: '1 0; 0 1' },
    },
  ],
  introduction: prose`It draws a vector with its norms, the unit balls of the norms in the plane, and least squares within an ℓ1 and an ℓ2 ball. Bars, the point, the target and the radius can be dragged, and moved with the arrow keys. There is no engine: everything is computed at once, in double precision.`,
  examples: [
    {
      title: 'The norms of a vector',
      text: 'The vector is given as numbers with spaces between them, up to 64. The last norm shown is the ℓp norm for the attribute <code>p</code>.',
      html: '<gd-norms vector="0 1 0 2 3" p="3" views="bars"></gd-norms>',
    },
    {
      title: 'A ball that is not convex',
      text: 'For p below 1 the ball has dents. The midpoint of two of its points lies outside, so the triangle inequality fails.',
      html: '<gd-norms p="0.5" point="0.5 0.5" views="balls" controls="none"></gd-norms>',
    },
    {
      title: 'A target between the wedges',
      text: 'This target does not lie in a shaded wedge: the ℓ1 solution is on an edge, and no weight is zero.',
      html: '<gd-norms design="1 0; 0 1" target="1.2 2" radius="1" views="sparsity"></gd-norms>',
    },
    {
      title: 'A still figure',
      text: 'Without controls nothing can be moved, and a page decides what is shown.',
      html: '<gd-norms vector="4 -1 0 0.5 2 0 -3 1" p="1.5" views="bars" controls="none"></gd-norms>',
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'Norms',
      html: prose`
A norm $\lVert x \rVert$ says how large a vector is. It is zero only for $x = 0$, it is homogeneous, and it satisfies the triangle inequality:

$$\lVert c x \rVert = \abs{c} \lVert x \rVert, \qquad \lVert x + y \rVert \le \lVert x \rVert + \lVert y \rVert$$

For $p \ge 1$ the $\ell_p$ norm is one:

$$\lVert x \rVert_p = \left(\sum_i \abs{x_i}^p\right)^{1/p}, \qquad \lVert x \rVert_\infty = \max_i \abs{x_i} = \lim_{p \to \infty} \lVert x \rVert_p$$

The greater $p$ is, the more the largest entry counts, and the smaller is the norm: $\lVert x \rVert_\infty \le \lVert x \rVert_2 \le \lVert x \rVert_1$. In the other direction, $\lVert x \rVert_1 \le \sqrt{n} \lVert x \rVert_2$ for $n$ entries.

For $p \lt 1$ the same formula gives no norm. The midpoint of $(1, 0)$ and $(0, 1)$ is larger than both, so the ball is not convex:

$$\lVert (\tfrac12, \tfrac12) \rVert_p = 2^{1/p - 1} \gt 1$$

$\lVert x \rVert_0$, the number of nonzero entries, is no norm either: it satisfies the triangle inequality, but is not homogeneous. Doubling $x$ leaves it as it is.

The element divides all entries by the largest before it takes powers, so that entries of $10^{200}$ do not overflow and entries of $10^{-200}$ do not vanish.
`,
    },
    {
      title: 'Why the corner wins',
      html: prose`
Least squares with weights $w$ in a ball of radius $r$, where $H = X^\top X$ and $t$ is the solution without the constraint, the target:

$$\min_w \tfrac12 (w - t)^\top H (w - t) \quad\text{such that}\quad \lVert w \rVert \le r$$

If the target lies outside of the ball, the solution is on its boundary, where the negative gradient $H (t - w)$ points out of the ball. A smooth point of the boundary has one direction that does so. At a corner of the $\ell_1$ ball there is a whole cone of them: $(r, 0)$ is the solution if and only if

$$H (t - w) = \mu \begin{pmatrix} 1 \\ s \end{pmatrix} \quad\text{with } \mu \ge 0 \text{ and } {-1} \le s \le 1$$

These targets $t = w + \mu H^{-1} (1, s)^\top$ fill a wedge, which is shaded. A random target has a positive probability to lie in one of the four wedges, and then a weight of the $\ell_1$ solution is exactly zero. The $\ell_2$ ball is smooth: $(r, 0)$ is its solution only for targets on a single ray, $t = w + \mu H^{-1} (1, 0)^\top$, which has probability zero.

Both solutions are computed to rounding errors. On each edge of the $\ell_1$ ball the loss is a parabola, whose minimum has a closed form; the best of the four edges wins. In the $\ell_2$ ball the solution is ridge regression,

$$w = (H + \lambda I)^{-1} H t,$$

with the $\lambda$ for which $\lVert w \rVert_2 = r$, found by Newton’s method.

The share of random targets with a zero weight is counted over 1,000 targets, drawn evenly by area from the ring between $r$ and $3 r$ around the origin.
`,
    },
    {
      title: 'Which norm for what',
      html: prose`
- **Few nonzero weights**: $\ell_0$ says exactly that, but minimizing it is a combinatorial problem. $\ell_1$ is the usual convex replacement: its unit ball is the convex hull of the vectors with one entry $\pm 1$ and all others 0.
- **Small weights throughout**: $\ell_2$ is the usual choice, as in ridge regression and weight decay. It shrinks large entries most, and hardly ever makes one exactly zero.
- **A bound on every entry**: $\ell_\infty$ looks at the largest one only.
`,
    },
  ],
};
