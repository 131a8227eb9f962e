import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-softmax-update>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Losses, activations, layers',
  problems: ['S4.Q1'],
  lead: 'Every number of one update, the gradient derived, and a classifier that you train on points of your own.',
  first: ['step', 'derivation'],
  path: [
    {
      title: 'Follow one number',
      text: 'Class 1 is the true one and gets 18.7 % only. Its error is P − 1 = −0.813: the gradient’s column below it is that error times each feature. Press “Next step” and watch its share grow.',
      view: 'step',
    },
    {
      title: 'A feature that is 0',
      text: 'The first feature is 0 here, and so is its row of the gradient: a weight whose feature is absent learns nothing. Drag the 0 and its row comes to life.',
      view: 'step',
      attributes: { input: '0 2' },
    },
    {
      title: 'Logits of 1000',
      text: 'The exponential of 1000 overflows, so the greatest logit is taken off first. The loss is 1000 and the gradient is exact: confidently wrong, and it still learns at full speed.',
      view: 'step',
      attributes: { weights: '1000 0 -1000', input: '1', label: '1' },
    },
    {
      title: 'Two layers that are one',
      text: 'No straight line parts these two classes. The hidden layer has eight units but no activation, and the border stays straight. Choose tanh and press Play.',
      view: 'regions',
      attributes: {
        points:
          '-0.8 -0.7 0; -0.6 -0.9 0; -0.4 -0.5 0; 0.7 0.8 0; 0.5 0.4 0; 0.9 0.5 0; -0.7 0.6 1; -0.5 0.9 1; -0.9 0.4 1; 0.6 -0.7 1; 0.8 -0.4 1; 0.4 -0.9 1',
        'hidden-layer': 'linear',
        iterations: '200',
      },
    },
    {
      title: 'Your own points',
      text: 'Double-click to place points of up to six classes, drag them about, and choose an optimizer. Which one is quickest here? Put one point among those of another class.',
      view: 'regions',
      attributes: { 'hidden-layer': 'tanh', optimizer: 'adam 0.9 0.999', 'learning-rate': '0.05' },
    },
  ],
  introduction: prose`It works one update of a softmax layer out, number by number, derives the gradient with shapes and current numbers, and trains a classifier on points that are placed by hand. Weights and features can be typed, dragged, and moved with the arrow keys. There is no engine: everything is computed at once, in double precision.`,
  examples: [
    {
      title: 'One update',
      text: 'The weights have a row for each feature and a column for each class; the label is counted from 0.',
      html: '<gd-softmax-update weights="0.1 -0.2 0.3; 0.4 0 -0.1" input="1 2" label="1" views="step"></gd-softmax-update>',
    },
    {
      title: 'The derivation for a course page',
      text: 'With <code>derivation="symbols"</code> the formulas stand alone, else the current numbers stand below them.',
      html: '<gd-softmax-update views="derivation" derivation="symbols" controls="none"></gd-softmax-update>',
    },
    {
      title: 'Points that no straight line parts',
      text: 'Points are x, y and class. With <code>hidden-layer="tanh"</code> the border bends; with <code>linear</code> it stays straight, as two linear layers are one.',
      html: `<gd-softmax-update
  points="-0.7 -0.7 0; -0.5 -0.8 0; 0.7 0.7 0; 0.5 0.8 0; -0.7 0.7 1; -0.5 0.8 1; 0.7 -0.7 1; 0.5 -0.8 1"
  hidden-layer="tanh" iterations="200" views="regions"
></gd-softmax-update>`,
    },
    {
      title: 'Another optimizer',
      text: 'The attribute <code>optimizer</code> takes gd, momentum, nesterov, adagrad, rmsprop and adam, with their coefficients or without. Adam’s first step has the size of the learning rate in every weight.',
      html: '<gd-softmax-update optimizer="adam 0.9 0.999" learning-rate="0.1" views="step" controls="none"></gd-softmax-update>',
    },
  ],
  mathematics: [
    {
      title: 'The gradient of cross-entropy after a softmax',
      html: prose`
A layer with weights $w_{ij}$ from feature $i$ to class $j$ gives logits $z_j$, which the softmax makes probabilities; the loss is the cross-entropy with the true class $c$:

$$z_j = \sum_i w_{ij} x_i, \qquad P_j = \frac{e^{z_j}}{\sum_k e^{z_k}}, \qquad L = -\ln P_c$$

**The softmax.** Write $S = \sum_k e^{z_k}$. By the quotient rule, where $j = c$,

$$\frac{\partial P_c}{\partial z_c} = \frac{e^{z_c} S - e^{z_c} e^{z_c}}{S^2} = P_c (1 - P_c),$$

and where $j \ne c$ only the denominator depends on $z_j$:

$$\frac{\partial P_c}{\partial z_j} = -\frac{e^{z_c} e^{z_j}}{S^2} = -P_c P_j$$

Both in one: $\partial P_c / \partial z_j = P_c ([j = c] - P_j)$, where $[j = c]$ is 1 if $j = c$ and 0 otherwise.

**The logits.** With $\partial L / \partial P_c = -1 / P_c$ the factor $P_c$ cancels:

$$\frac{\partial L}{\partial z_j} = -\frac{1}{P_c} P_c ([j = c] - P_j) = P_j - [j = c]$$

For the true class this is $P_c - 1$, for all others $P_j$. Together they add up to 0.

**The weights.** A weight $w_{ij}$ stands in one logit only, $z_j$, beside $x_i$, so $\partial z_j / \partial w_{ij} = x_i$ and

$$\frac{\partial L}{\partial w_{ij}} = (P_j - [j = c])\, x_i$$

or, for all weights at once, the outer product of the input and the errors, which has the shape of $W$. A bias is a weight whose feature is always 1: its gradient is the error itself.
`,
    },
    {
      title: 'What the formula says',
      html: prose`
- The error of the true class is negative as long as $P_c \lt 1$, all others are positive: an update adds a multiple of $x$ to the true class’s weights and takes multiples of $x$ from the others. What they lose is together what it gains.
- The more confidently wrong the layer is, the closer the error is to $-1$; it does not vanish, as it does for squared errors after a softmax.
- A feature that is 0 leaves its weights as they are.
- $w_{ij}$ feeds the logit of class $j$ alone. It moves the probabilities of the other classes only through the sum in the denominator.

The element takes the greatest logit $m$ off before it takes exponentials, which leaves all quotients as they are, and computes the loss as $\ln \sum_k e^{z_k - m} + m - z_c$: neither overflows, and no logarithm of 0 is taken.
`,
    },
    {
      title: 'Training on points',
      html: prose`
Each point is an example with the features $(x, y, 1)$, the last for a bias; the loss is the mean cross-entropy over all points. Two classes are equally likely where their logits are equal, which is a linear equation in $x$ and $y$: borders are straight.

With a hidden layer $h = a(W_1 x + b_1)$ of eight units before the softmax, and no activation $a$, logits are still affine functions of $x$ and $y$. More weights, the same borders. With relu or tanh they bend. Without a hidden layer, training begins with all weights at 0, as the loss is convex; with one they are drawn at random, or all units would stay the same.

Optimizers follow PyTorch’s conventions: momentum adds up gradients, $v \leftarrow \beta v + g$; Adam frees its moments of the bias of their start.
`,
    },
  ],
  numpy,
};
