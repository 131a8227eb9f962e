import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-matrix-factorization>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Recommenders',
  problems: ['S0.Q5'],
  lead: 'A table of ratings, most of them unknown. Can two short lists of numbers, one for users and one for items, explain it?',
  first: ['step'],
  path: [
    {
      title: 'One step by hand',
      text: 'Four factors, two known ratings. Both residuals are worked out before any factor moves: that is what simultaneous means. Press Next step.',
      view: 'step',
    },
    {
      title: 'Just too fast',
      text: 'A rate of 0.21, just above the largest stable one. The loss no longer settles: no fit is flat enough for so long a step.',
      view: 'rates',
      attributes: { 'learning-rate': '0.21', epochs: '100' },
    },
    {
      title: 'Tilt the valley',
      text: 'The known ratings leave a whole valley of exact fits. Add a little ridge and it is no longer flat: the fit with the shortest factors wins.',
      view: 'valley',
      attributes: { ridge: '0.1', epochs: '200' },
    },
    {
      title: 'Thirty thousand ratings',
      text: 'Synthetic, of rank 4, with noise. The held-out error falls to the noise level and stops; at 1.5 × the stable limit training diverges. Or drop a file of MovieLens here: it never leaves your computer.',
      view: 'errors',
      attributes: { ratings: 'synthetic', views: 'errors rates table' },
    },
    {
      title: 'Overfitting',
      text: 'With rank 16 the model learns the noise. The held-out error turns up while the training error keeps falling.',
      view: 'errors',
      attributes: { ratings: 'synthetic', rank: '16', observed: '12000', epochs: '400', views: 'errors' },
    },
  ],
  introduction: prose`It works the sheet’s step out number by number, on a 2 × 2 table with two known ratings, and makes the same update on tables that are synthetic, read from a file, or given by a script. Ratings of files are kept as 32-bit floats: 4.1 is the nearest of them, and is shown and saved as 4.1 again; a whole number that none of them is, such as 16777217, is refused.`,
  examples: [
    {
      title: 'One step, by hand',
      text: 'The sheet’s two known ratings, its start, and what one simultaneous update makes of it.',
      html: '<gd-matrix-factorization views="step" controls="none"></gd-matrix-factorization>',
    },
    {
      title: 'What the data leave open',
      text: 'The valley of equally good factorizations, and the rates at which descent settles in it. A little ridge tilts the valley.',
      html: '<gd-matrix-factorization views="valley rates" ridge="0.1" epochs="100"></gd-matrix-factorization>',
    },
    {
      title: 'A synthetic table',
      text: 'A few thousand ratings of rank 3 with noise, trained at two rates side by side. The held-out error falls towards the noise level.',
      html: `<gd-matrix-factorization
  ratings="synthetic"
  users="80" items="60" observed="2400"
  true-rank="3" rank="3" noise="0.2"
  learning-rate="0.01 0.02" epochs="60"
  views="errors table" controls="none"
></gd-matrix-factorization>`,
    },
    {
      title: 'Ratings from a script',
      text: 'The property <code>triplets</code> holds who rated what and how; <code>file</code> takes a file that a person chose. A file’s address goes into the attribute: <code>ratings="data/ratings.csv"</code>.',
      html: '<gd-matrix-factorization id="given" rank="2" learning-rate="0.05" epochs="200" validation="0" views="errors" controls="none"></gd-matrix-factorization>\n<p id="predicted">Not predicted yet.</p>',
      script: 'triplets',
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'The objective',
      html: prose`
A table $R$ of ratings, users down and items across, is known in a few places only. Each user $i$ gets a vector $u_i$ of $k$ factors and each item $j$ a vector $v_j$, such that their product comes near the rating $r_{ij}$ where that is known. With the residual

$$e_{ij} = r_{ij} - u_i \cdot v_j$$

the objective sums over the known entries alone; $\lambda$ is the ridge, which keeps factors short:

$$J = \frac{1}{2} \sum_{(i, j) \text{ known}} e_{ij}^2 + \frac{\lambda}{2} (\abs{U}^2 + \abs{V}^2)$$

With biases on, predictions begin with the mean of all ratings and a number each for user and item, and the residual is what those leave.
`,
    },
    {
      title: 'The update',
      html: prose`
Differentiating with respect to the factors, each known entry pulls on its user and its item. Both sides move at once, at learning rate $\eta$, from the old values:

$$u_i \leftarrow u_i + \eta \left(\sum_j e_{ij} v_j - \lambda u_i\right)$$

$$v_j \leftarrow v_j + \eta \left(\sum_i e_{ij} u_i - \lambda v_j\right)$$

“At once” matters. If $u$ is overwritten before $v$ is computed from it, the result is another one: for the sheet’s numbers, $v_1 = 1.5538$ in place of $1.4296$.
`,
    },
    {
      title: 'The valley',
      html: prose`
Only the products matter. For any number $c \ne 0$, the factors $c u_1$ and $v_1 / c$ predict the same known entry, but other unknown ones: with rank one,

$$(c u_1) \left(\frac{v_1}{c}\right) = u_1 v_1 \quad (c u_1) v_2 = c u_1 v_2$$

The minima of $J$ form a valley, not isolated points, and the start or the ridge decides what fills the unknown places: along the valley $\abs{u}^2 + \abs{v}^2$ is least where both are equally long.
`,
    },
    {
      title: 'The largest stable rate',
      html: prose`
Take one known entry $r \gt 0$ of a rank-one factorization without ridge, $J = (r - u v)^2 / 2$. Its matrix of second derivatives is

$$\begin{pmatrix} v^2 & 2 u v - r \\ 2 u v - r & u^2 \end{pmatrix} = \begin{pmatrix} v^2 & u v \\ u v & u^2 \end{pmatrix} \quad\text{where } u v = r$$

which has the eigenvalue 0 along the valley and $u^2 + v^2$ across it. As everywhere, descent can rest only where the learning rate is below 2 over the largest curvature. And $u^2 + v^2$ is at least $2 u v = 2 r$, with equality where $u = v$. Hence the limit

$$\eta \lt \frac{2}{u^2 + v^2} \le \frac{1}{r}$$

For the sheet’s larger rating, 5, no fit is flat enough for a rate above 0.2. And below it a large rate leaves only the balanced part of the valley: here, too, it rules minima out.

For a whole table the element estimates the limit before training, as $2 / \rho(D' D + \lambda I)$ at a balanced factorization of rank one. $D$ is the matrix of the derivatives of all predictions by all factors, $I$ the identity and $\rho$ the largest eigenvalue; what residuals add to the curvature is left out.

Above this limit the error stops settling; that does not yet mean that it grows without bound. Training diverges at a rate of its own, on the sheet’s table about twice as high, and the picture marks it separately: one is not a measurement of the other.
`,
    },
  ],
};
