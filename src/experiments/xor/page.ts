import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-xor>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Regression',
  problems: ['S3.Q2'],
  lead: 'The best a plane can do with XOR is to say one half everywhere. A few hidden units solve it, if they can be trained.',
  first: ['plane'],
  path: [
    {
      title: 'It gives up',
      text: 'Whatever plane descent begins with, it ends level: one half everywhere, wrong by one half at all four corners. Press Play, then drag a corner and see it tilt again.',
      view: 'plane',
    },
    {
      title: 'The only minimum',
      text: 'The loss bends upwards in all three directions, so no other plane is as good. The steepest direction sets the limit of the learning rate, 0.6277; this one is just below it.',
      view: 'unique',
      attributes: { 'learning-rate': '0.6' },
    },
    {
      title: 'Bend it',
      text: 'Four tanh units between inputs and output, the same descent. The plane is bent into a ridge, and every corner is right.',
      view: 'plane',
      attributes: { units: '4', 'learning-rate': '0.3' },
    },
    {
      title: 'Luck and width',
      text: 'Ten thousand networks, each from its own random weights. One hidden unit never solves XOR, two often get stuck, and wide networks nearly always get there, but diverge at lower rates.',
      view: 'networks',
      attributes: { units: '2', 'learning-rate': '0.3', iterations: '200', networks: '3200' },
    },
    {
      title: 'Go along the border',
      text: 'One network, trained from the same weights in every pixel; only its two learning rates differ. Where training fails is a coastline that gets no simpler as you zoom in. Find a piece of your own, or another network by its seed.',
      view: 'trainability',
      attributes: { units: '4', iterations: '150', views: 'trainability' },
    },
  ],
  numpy,
  introduction: prose`It fits a linear model to four points, or to points of your own, exactly and by descent, and shows why the minimum is the only one. With hidden units it trains small networks: one on the page, thousands from random beginnings on an engine, and one at every pair of learning rates for its two layers. Points are dragged, added and removed in the plane, by pointer or keys.`,
  examples: [
    {
      title: 'The plane that gives up',
      text: 'Drag a point, or double-click to place one.',
      html: '<gd-xor views="plane"></gd-xor>',
    },
    {
      title: 'Points on a line',
      text: 'Their best linear model is not unique: an eigenvalue of the Hessian is 0.',
      html: '<gd-xor points="0 0 0; 0.5 0.5 1; 1 1 0" views="unique plane"></gd-xor>',
    },
    {
      title: 'A network, and how its loss falls',
      text: 'The attribute <code>units</code> puts tanh units between inputs and output.',
      html: '<gd-xor units="4" learning-rate="0.3" views="loss plane"></gd-xor>',
    },
    {
      title: 'The border of trainability, as a figure',
      text: '<code>trainability-window</code> is the part that is shown: two rates of the first layer, two of the second.',
      html: `<gd-xor
  units="4" iterations="150" trainability-window="1 40 0.1 1"
  views="trainability" controls="none"
></gd-xor>`,
    },
  ],
  mathematics: [
    {
      title: 'The best plane',
      html: prose`
The model is $f(x) = w_1 x_1 + w_2 x_2 + b$, the loss the mean square over the four points,

$$J = \tfrac14 \left[ b^2 + (w_2 + b - 1)^2 + (w_1 + b - 1)^2 + (w_1 + w_2 + b)^2 \right]$$

Set its three derivatives to zero and multiply by 2:

$$2 w_1 + w_2 + 2 b = 1, \qquad w_1 + 2 w_2 + 2 b = 1, \qquad 2 w_1 + 2 w_2 + 4 b = 2$$

The first minus the second gives $w_1 = w_2$. Then the first says $3 w_1 + 2 b = 1$ and the third $2 w_1 + 2 b = 1$, so $w_1 = w_2 = 0$ and $b = \tfrac12$. Every prediction is $\tfrac12$, and the loss $\tfrac14$.

No plane solves the problem. A plane satisfies $f(0,0) + f(1,1) = f(0,1) + f(1,0)$, both being $w_1 + w_2 + 2b$; the targets add up to 0 on one side and 2 on the other.
`,
    },
    {
      title: 'Why it is the only one',
      html: prose`
The second derivatives do not depend on the weights. With a row $(x_1, x_2, 1)$ for each point in $A$ they are

$$H = \tfrac24 A^{\top} A = \begin{pmatrix} 1 & \tfrac12 & 1 \\ \tfrac12 & 1 & 1 \\ 1 & 1 & 2 \end{pmatrix}$$

with the eigenvalues $\tfrac12$ and $\tfrac{7 \pm \sqrt{33}}{4}$, which are 0.314 and 3.186. All are positive, so $J$ is strictly convex: there is one minimum.

Descent multiplies the distance along an eigenvector by $1 - \eta \lambda$ in each step. It converges for $0 \lt \eta \lt 2 / \lambda_{\max} = 0.6277$.

For other points $H$ is singular exactly where the columns of $A$ depend on each other: where all points lie on a line. Then the plane can turn about that line without any change of the loss. The element solves least squares by a QR decomposition, and in that case by singular values, which give the solution of smallest norm.
`,
    },
    {
      title: 'Hidden units',
      html: prose`
With $n$ units the model is

$$f(x) = \sum_{j=1}^{n} v_j \tanh(w_{j1} x_1 + w_{j2} x_2 + b_j) + c$$

Weights begin at random, normal with variance 1/inputs of their layer ($\tfrac12$ for $w$, $\tfrac1n$ for $v$), and biases at 0. Each step uses all points. The networks are counted as solved if every prediction is within 0.25 of its target at the end, and as diverged once the loss exceeds $10^6$ (times the mean square of the targets, if that is larger).

**One unit is not enough.** Its value is a monotone function of $s = w_1 x_1 + w_2 x_2 + b$. For XOR both $s(0,0)$ and $s(1,1)$ would have to lie on one side of both $s(0,1)$ and $s(1,0)$; but $s(0,0) + s(1,1) = s(0,1) + s(1,0)$. Two units suffice: a step up and a step down make a ridge.
`,
    },
    {
      title: 'Why the border is a fractal',
      html: prose`
A picture of trainability asks of every pair of learning rates $(\eta_1, \eta_2)$ what becomes of one and the same beginning. So does a picture of the Mandelbrot set: a map is iterated, and a point is coloured by whether the iterates stay bounded and how soon they do not.

Here the map is a step of gradient descent, $\theta \mapsto \theta - (\eta_1 \nabla_w J, \eta_2 \nabla_v J)$. Well below the border it contracts, and neighbouring rates end alike. Near the border the steps overshoot: the map stretches and folds, and a tiny difference of a rate grows from step to step until it decides between the two fates. Wherever two such neighbours part, the same happens again between them, at a smaller scale.

Jascha Sohl-Dickstein measured it in [“The boundary of neural network trainability is fractal”](https://arxiv.org/abs/2402.06184) (2024): for networks with tanh and other activations, full batches and minibatches, the border has structure at every scale that floating point numbers can show, with fractal dimensions between 1 and 2. His networks are wider; four units and four points show it too.

A shade tells how long a network took, with the fraction of the iteration at which a limit was passed, so colours run smoothly. They are spread over what occurs in the picture, and so every window has all shades. The zoom ends where neighbouring pixels have the same learning rate in float32. Float32 on a graphics processor and float64 on the processor round differently: far from the border both find the same, at the border no pixel is certain.
`,
    },
  ],
};
