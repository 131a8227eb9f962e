import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-activations>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Losses, activations, layers',
  problems: ['S1.Q1'],
  lead: 'Three functions with their slopes: how steep each is, where it lies flat, and what a logit does to the other classes.',
  first: ['curve', 'jacobian'],
  path: [
    {
      title: 'Where it lies flat',
      text: 'Drag the point to the left and to the right. In the shaded stretches, beyond about 4.6, the tangent of the sigmoid lies flat and hardly any gradient passes. In the middle its slope is ¼, and nowhere more.',
      view: 'curve',
    },
    {
      title: 'A softened corner',
      text: 'Softplus with a growing β comes ever closer to max(0, x), and its derivative, a sigmoid, to a step. At 0 it still lies ln 2 / β above.',
      view: 'curve',
      attributes: { function: 'softplus', beta: '2', x: '0' },
    },
    {
      title: 'One wins, the others lose',
      text: 'Softmax over one of its logits is a sigmoid. What its class gains the others lose, each in proportion to what it has. The slopes below the point are a column of the Jacobian.',
      view: 'curve',
      attributes: { function: 'softmax', logits: '1 2 3', 'selected-logit': '3' },
    },
    {
      title: 'A sign in the sheet',
      text: 'Every row of the Jacobian adds up to 0, since the same number added to all logits changes nothing: try the button. With the printed f (1 + f) no row does. Here the largest logit is almost certain: its slope is nearly 0, the printed one nearly 2.',
      view: 'jacobian',
      attributes: { logits: '0 1 5', 'selected-logit': '3' },
    },
    {
      title: 'Yours',
      text: 'Type logits of 1000 or of your own network. Which classes compete with each other, and which stay where they are?',
      view: 'jacobian',
      attributes: { logits: '1000 1001 1002 995 1001.5', 'selected-logit': '5' },
    },
  ],
  numpy,
  introduction: prose`It draws the sigmoid, softplus and softmax, each with its derivative below it and a tangent that follows the pointer, and the Jacobian of softmax as a matrix of coloured cells. The point and the logits can be dragged. Everything is computed at once, in double precision.`,
  examples: [
    {
      title: 'The sigmoid with a tangent',
      text: 'A point at the edge of the flat part: <code>x</code> says where the tangent touches.',
      html: '<gd-activations function="sigmoid" x="4" views="curve"></gd-activations>',
    },
    {
      title: 'A sharp softplus, for a slide',
      text: 'Without controls nothing can be moved. Dashed is max(0, x), which softplus approaches as <code>beta</code> grows.',
      html: '<gd-activations function="softplus" beta="3" x="0" views="curve" controls="none"></gd-activations>',
    },
    {
      title: 'The Jacobian of softmax',
      text: 'Up to twelve logits, to drag. The column of <code>selected-logit</code>, counted from 1, is drawn as arrows.',
      html: '<gd-activations logits="0 1 2 2.5" selected-logit="4" views="jacobian"></gd-activations>',
    },
  ],
  mathematics: [
    {
      title: 'The sigmoid',
      html: prose`
$$\sigma(x) = \frac{1}{1 + e^{-x}}$$

By the quotient rule, with the derivative $-e^{-x}$ of the denominator:

$$\sigma'(x) = \frac{e^{-x}}{(1 + e^{-x})^2} = \frac{1}{1 + e^{-x}} \cdot \frac{e^{-x}}{1 + e^{-x}} = \sigma(x) \, (1 - \sigma(x))$$

The second factor is $1 - \sigma(x) = \sigma(-x)$. The product of two numbers that add up to 1 is at most $\tfrac14$, at $x = 0$. Ten sigmoids in a row pass on at most $4^{-10}$, about a millionth of a gradient.

The element computes the derivative as $\sigma(x) \, \sigma(-x)$. At $x = 40$ the subtraction $1 - \sigma(x)$ gives 0 in double precision, since $\sigma(x)$ is rounded to 1; $\sigma(-x)$ is $4 \cdot 10^{-18}$.
`,
    },
    {
      title: 'Softplus',
      html: prose`
$$f(x) = \frac{1}{\beta} \ln\left(1 + e^{\beta x}\right), \qquad f'(x) = \frac{1}{\beta} \cdot \frac{\beta \, e^{\beta x}}{1 + e^{\beta x}} = \sigma(\beta x)$$

It is always above $\max(0, x)$, by at most $\ln 2 / \beta$, at $x = 0$. As it stands the formula overflows for $\beta x$ above 709. The element computes

$$f(x) = \max(0, x) + \frac{1}{\beta} \ln\left(1 + e^{-\abs{\beta x}}\right)$$
`,
    },
    {
      title: 'Softmax',
      html: prose`
Each output depends on all logits, through the sum $S = \sum_k e^{x_k}$:

$$f_i = \frac{e^{x_i}}{S}, \qquad \frac{\partial S}{\partial x_j} = e^{x_j}$$

By its own logit, $j = i$:

$$\frac{\partial f_i}{\partial x_i} = \frac{e^{x_i} S - e^{x_i} e^{x_i}}{S^2} = f_i - f_i^2 = f_i \, (1 - f_i)$$

By another, $j \ne i$, where the numerator is constant:

$$\frac{\partial f_i}{\partial x_j} = \frac{0 \cdot S - e^{x_i} e^{x_j}}{S^2} = -f_i f_j$$

Both together are $f_i (\delta_{i j} - f_j)$, as a matrix $\operatorname{diag}(f) - f f^\top$.

The sheet prints $f (1 + f)$: it adds the second product of the quotient rule instead of subtracting it. Two checks show that this cannot be. The same number added to all logits changes no probability, so every row adds up to 0:

$$\sum_j \frac{\partial f_i}{\partial x_j} = f_i - f_i \sum_j f_j = 0$$

With $f_i (1 + f_i)$ on the diagonal it would be $2 f_i^2$. And with a single class, whose probability is always 1, the derivative is $1 \cdot (1 - 1) = 0$; the printed one is 2.

Because of that shift the element takes the largest logit off first: every exponential is then at most 1, and nothing overflows.
`,
    },
  ],
};
