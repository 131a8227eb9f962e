import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-linear-layers>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Losses, activations, layers',
  problems: ['S4.Q4'],
  lead: 'Multiply the weights and two layers become one. An activation undoes that, and training tells them apart all the same.',
  first: ['shapes', 'maps'],
  path: [
    {
      title: 'One layer would do',
      text: 'The dashed grid of the one layer lies on top of what both layers make of the plane. Drag the input about: the two never part.',
      view: 'maps',
    },
    {
      title: 'Fold the sheet',
      text: 'Relu cuts off what is negative, and the plane is folded along three straight lines. No single layer can fold: the dashed grid is still flat.',
      view: 'maps',
      attributes: { activation: 'relu' },
    },
    {
      title: 'Through a needle’s eye',
      text: 'One hidden unit is kept, and the whole plane lands on a line: the product has rank 1. Keep two and it is a plane again, though a narrow one; the third gives back what it has of the rest.',
      view: 'bottleneck',
      attributes: { middle: '1' },
    },
    {
      title: 'Too steep to stay',
      text: 'At rate 0.4 descent can rest only inside the circle. A start beside a sharp minimum is thrown out, and lands in a flatter one, perhaps on the other side. Press Play.',
      view: 'training',
      attributes: { 'learning-rate': '0.4', start: '2.9 0.4' },
    },
    {
      title: 'Find the limit yourself',
      text: 'One layer converges at every rate below 2. Move the rate up and watch when two layers no longer do: which rate is it, and why? Then drag the start to where the run takes longest.',
      view: 'training',
      attributes: { 'learning-rate': '0.9', start: '1.6 0.5' },
    },
  ],
  introduction: prose`It applies two layers to an input and to a grid of points, beside the one layer with the product of their weights; it narrows the middle; and it trains two layers of one weight each from every start of a plane. Numbers in matrices can be typed, dragged, and moved with the arrow keys. There is no engine: everything is computed on the page, in double precision.`,
  examples: [
    {
      title: 'Two layers and their product',
      text: 'Matrices are given by rows. Shapes that do not fit are refused, in words that name both.',
      html: '<gd-linear-layers w1="1 2; 0 -1; 3 0.5" b1="1 0 -2" w2="2 0 1; -1 1 0.5" b2="0.5 -0.5" views="shapes"></gd-linear-layers>',
    },
    {
      title: 'A folded plane',
      text: 'With an activation the output is folded or bent, and the one layer no longer lies on top.',
      html: '<gd-linear-layers activation="relu" views="maps" controls="none"></gd-linear-layers>',
    },
    {
      title: 'A middle of one',
      text: 'Whatever the other sizes are, a product through one hidden unit has rank 1.',
      html: '<gd-linear-layers middle="1" views="bottleneck"></gd-linear-layers>',
    },
    {
      title: 'Training two weights',
      text: 'The attribute <code>learning-rate</code> moves the limit that the circle shows; <code>start</code> is where the drawn run begins.',
      html: '<gd-linear-layers learning-rate="0.6" start="2 1.5" views="training"></gd-linear-layers>',
    },
  ],
  mathematics: [
    {
      title: 'Two layers are one',
      html: prose`
Let the input $x$ have $s$ numbers, the hidden layer $t$ and the output $u$. The first layer is $h = W_1 x + b_1$ with $W_1$ of shape $t \times s$ and $b_1$ of $t$ numbers, the second $y = W_2 h + b_2$ with $W_2$ of shape $u \times t$ and $b_2$ of $u$ numbers. Put the first into the second, and multiply out:

$$y = W_2 (W_1 x + b_1) + b_2 = (W_2 W_1)\, x + (W_2 b_1 + b_2)$$

The product $W_2 W_1$ is $(u \times t)(t \times s) = u \times s$; $W_2 b_1$ has $u$ numbers, as $b_2$ has. This is one layer with the weights $W_2 W_1$ and the bias $W_2 b_1 + b_2$, for every $x$. By induction it holds for any number of layers.

A layer with a bias is an **affine** function. It is linear only where the bias is 0: a linear function takes $0$ to $0$ and $2x$ to twice the value.
`,
    },
    {
      title: 'What the second layer can do after all',
      html: prose`
**Nothing more.** Every function of the two layers is one of a single layer. The converse holds only if the middle is wide enough: a product through $t$ hidden units has rank at most $t$,

$$\operatorname{rank}(W_2 W_1) \le \min(u, t, s)$$

since every column of it is a combination of the $t$ columns of $W_2$. If $t \ge \min(u, s)$ every matrix $A$ can be had: take $W_2 = A$ and $W_1 = I$ where $t \ge s$, with zeros to fill up, or $W_2 = I$ and $W_1 = A$ where $t \ge u$. With a narrower middle the layers are restricted to matrices of rank $t$: that is a bottleneck, used on purpose where few numbers are to carry what many say, as in a factorized table of ratings.

**With an activation, much more.** Put $a(W_1 x + b_1)$ in the place of the hidden layer, where $a$ is no affine function. Relu folds the plane along the line where a hidden unit’s sum is 0; a function that is folded is no affine one, so no single layer equals it.
`,
    },
    {
      title: 'The same functions, another landscape',
      html: prose`
Take layers of one weight each, the input 1 and the target 1. One layer has the loss $\tfrac12 (w - 1)^2$, a parabola of curvature 1: descent converges for every rate $\eta$ with $0 \lt \eta \lt 2$. Two layers have

$$L(w_1, w_2) = \tfrac12 (w_1 w_2 - 1)^2, \qquad \nabla L = (w_1 w_2 - 1) \begin{pmatrix} w_2 \\ w_1 \end{pmatrix}$$

with a saddle at $(0, 0)$ and a whole curve of minima, $w_1 w_2 = 1$, in two branches. It is not convex: $(1, 1)$ and $(-1, -1)$ are minima, and halfway between them is the saddle. The matrix of second derivatives at a minimum is

$$\begin{pmatrix} w_2^2 & 2 w_1 w_2 - 1 \\ 2 w_1 w_2 - 1 & w_1^2 \end{pmatrix} = \begin{pmatrix} w_2 \\ w_1 \end{pmatrix} \begin{pmatrix} w_2 & w_1 \end{pmatrix}$$

with the eigenvalue 0 along the curve and $w_1^2 + w_2^2$ across it. So descent can stay only where

$$w_1^2 + w_2^2 \lt \frac{2}{\eta}$$

and as $w_1^2 + w_2^2 \ge 2 w_1 w_2 = 2$ on the curve, it can stay nowhere at a rate of 1 or more, though one layer converges up to 2. Below 1 the rate decides which minima can be reached: runs that begin beside one that is too sharp leave it, some for the other branch. No bound on a convex function says where they go; the picture tries every start.

A product $w_1 w_2 = 1$ is a balanced one where $w_1 = w_2$. Along a trajectory $w_1^2 - w_2^2$ is multiplied by $1 - \eta^2 (w_1 w_2 - 1)^2$ in each step: small steps keep it, large ones balance the weights.
`,
    },
  ],
  numpy,
};
