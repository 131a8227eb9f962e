import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-matrix-gradient>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Regression',
  problems: ['S2.P1', 'S1.Q2', 'S1.Q3'],
  lead: 'Write a gradient of matrices down, see where its shapes fit, and check every number of it.',
  first: ['shapes', 'check'],
  path: [
    {
      title: 'A transpose goes missing',
      text: 'For least squares the gradient is X′r. Leave the transpose out and the boxes do not fit: 2 columns meet 4 rows. Look at the last equation.',
      view: 'shapes',
      attributes: { expression: 'least-squares' },
    },
    {
      title: 'Square data hide it',
      text: 'With as many examples as features X r fits as well, and nobody complains. It is wrong all the same: compare it with the gradient above, and change a number in X until the two agree.',
      view: 'shapes',
      attributes: { expression: 'least-squares', x: '1 2; 3 4', w: '0.4 -0.6', y: '1 -0.5' },
    },
    {
      title: 'Follow the derivation',
      text: 'Every xₖ stands on both sides of A, so its derivative meets a row and a column of A: that makes A + A′. Only where A is symmetric is this 2A.',
      view: 'derivation',
      attributes: { expression: 'quadratic' },
    },
    {
      title: 'How small a step?',
      text: 'Differences check a gradient without any formula. Drag h to the left: forward differences get better, then rounding takes over. Why do central ones like long steps here?',
      view: 'check',
      attributes: { expression: 'affine' },
    },
    {
      title: 'A layer of your own',
      text: 'Three gradients, three shapes: W’s is the outer product of residuals and inputs. Set an input to 0: which column of the gradient vanishes, and why?',
      view: 'shapes',
      attributes: { expression: 'affine', w: '1 -1; 0.5 2; 0 1', x: '2 1', b: '0 0 0', y: '1 1 1' },
    },
  ],
  introduction: prose`It works out the gradients of four expressions of matrices, draws their products as boxes that must fit, derives them step by step, and checks every entry by differences. Numbers can be typed, dragged, and moved with the arrow keys. There is no engine: everything is computed at once, in double precision.

Vectors are written as a row, \`1 2 3\`, and are columns in the computation; in \`result\` they are matrices of one column. Matrices are written by rows, \`1 2; 3 4\`. As properties, vectors may be lists of numbers and matrices lists of rows. Shapes that do not go together are refused, in words that name both.`,
  examples: [
    {
      title: 'Least squares, with its shapes',
      text: 'The matrix <code>x</code> has a row for each example, <code>y</code> a number for each of them.',
      html: '<gd-matrix-gradient expression="least-squares" x="1 2; 3 -1; 0.5 0.5" w="0.3 -0.8" y="1 2 -1" views="shapes"></gd-matrix-gradient>',
    },
    {
      title: 'The derivation for a course page',
      text: 'With <code>derivation="symbols"</code> the formulas stand alone, else the current numbers stand below them.',
      html: '<gd-matrix-gradient expression="affine" views="derivation" derivation="symbols" controls="none"></gd-matrix-gradient>',
    },
    {
      title: 'A gradient checked by differences',
      text: 'The attribute <code>step-width</code> is the h of the central differences.',
      html: '<gd-matrix-gradient expression="quadratic" a="2 1; 0 3" x="1 -1" z="0.5 0" step-width="0.001" views="check"></gd-matrix-gradient>',
    },
  ],
  mathematics: [
    {
      title: 'What a gradient with respect to a matrix is',
      html: prose`
The gradient of a number $f$ with respect to a matrix $W$ has the shape of $W$: its entry $(i, j)$ is $\partial f / \partial w_{ij}$. A vector is a matrix of one column. So every formula can be checked by its shape before a single number is worked out: $(m \times n)(n \times k) = m \times k$, and what comes out must be as large as what is differentiated.

A shape check finds a missing transpose unless both sides are equally long. With square data it finds nothing.
`,
    },
    {
      title: 'The quadratic form',
      html: prose`
$$f(x) = x^\top (A x + z) = \sum_i \sum_j x_i a_{ij} x_j + \sum_i x_i z_i$$

In the double sum $x_k$ stands as $x_i$ where $i = k$ and as $x_j$ where $j = k$. By the product rule

$$\frac{\partial f}{\partial x_k} = \sum_j a_{kj} x_j + \sum_i a_{ik} x_i + z_k$$

The first sum is entry $k$ of $A x$, the second entry $k$ of $A^\top x$. Together

$$\nabla f = (A + A^\top)\, x + z$$

where $A + A^\top$ is $n \times n$ and $\nabla f$ is $n \times 1$. For a symmetric $A$, and only then for all $x$, this is $2 A x + z$.
`,
    },
    {
      title: 'Least squares, one example and many',
      html: prose`
For one example with features $x$ and target $y$ the loss is $\tfrac12 r^2$ with $r = w^\top x - y$. The chain rule gives $r$ times $\nabla_w r = x$:

$$\nabla_w \tfrac12 (w^\top x - y)^2 = (w^\top x - y)\, x$$

For all examples, the rows $X_i$ of $X$, the losses add up, and so do their gradients:

$$\nabla_w \tfrac12 |X w - y|^2 = \sum_i r_i X_i^\top = X^\top (X w - y)$$

Entry $k$ of the sum is $\sum_i r_i x_{ik}$: column $k$ of $X$ meets the residuals. That is row $k$ of $X^\top$.
`,
    },
    {
      title: 'An affine layer',
      html: prose`
With $r = W x + b - y$ and $L = |r|^2$, without a half, $\partial L / \partial r_i = 2 r_i$. The weight $w_{ij}$ stands in $r_i$ alone, beside $x_j$, so $\partial r_i / \partial w_{ij} = x_j$ and

$$\frac{\partial L}{\partial w_{ij}} = 2 r_i x_j, \qquad \frac{\partial L}{\partial W} = 2 r\, x^\top$$

a column times a row, $m \times n$ as $W$ is. A bias stands in its residual with the factor 1, and $x_j$ feeds every residual:

$$\frac{\partial L}{\partial b} = 2 r, \qquad \frac{\partial L}{\partial x} = 2 W^\top r$$
`,
    },
    {
      title: 'Checking by differences',
      html: prose`
By Taylor’s theorem

$$\frac{f(x + h) - f(x)}{h} = f'(x) + \frac{h}{2} f''(\xi), \qquad \frac{f(x + h) - f(x - h)}{2h} = f'(x) + \frac{h^2}{6} f'''(\xi)$$

so cutting the series off costs a forward difference an error in proportion to $h$. Values are rounded, each by about $\varepsilon$ times the size $F$ of the terms that they are sums of, with $\varepsilon = 2^{-52}$; divided by $h$, rounding costs about $\varepsilon F / h$. The sum of the two is smallest near $h = \sqrt{2 \varepsilon F / f''}$, about $10^{-8}$ where the numbers are of size 1.

All of these expressions are quadratic in every entry. Their third derivative is 0, so central differences cut nothing off: their error is rounding alone, and falls as $h$ grows. For another function the V of the central difference is steeper on its right, with slope 2.
`,
    },
  ],
  numpy,
};
