import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-focal-loss>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Losses, activations, layers',
  problems: ['S0.Q4'],
  lead: 'A hundred easy examples against one hard one: which of them drives the training?',
  first: ['loss', 'examples'],
  path: [
    {
      title: 'Ten thousand times smaller',
      text: 'The sheet’s example is an easy one, p = 0.99. Its cross-entropy is 0.01005; with γ = 2 it is ten thousand times smaller. Look at the lower panel, and drag the point to the left.',
      view: 'loss',
    },
    {
      title: 'The crowd',
      text: 'At γ = 0 focal loss is cross-entropy, and the hundred easy examples have most of it: the strip of the hard one is narrow. Drag γ to the right, and watch the hard one take over.',
      view: 'examples',
      attributes: { gamma: '0' },
    },
    {
      title: 'No example counts more',
      text: 'A misclassified example at p = 0.4 loses weight too: at γ = 2 its loss is 0.36 times cross-entropy’s. Focal loss makes no example count more; it makes the others count less.',
      view: 'loss',
      attributes: { p: '0.4', gamma: '2' },
    },
    {
      title: 'Still, it pulls harder',
      text: 'At p = 0.1 the gradient is larger than that of cross-entropy, although the loss is smaller: the factor grows too as p falls. At which p do the curves cross?',
      view: 'gradient',
      attributes: { p: '0.1', gamma: '5' },
    },
    {
      title: 'Yours',
      text: 'A thousand easy examples at p = 0.95. How large must γ be for the hard one to make up half of the loss?',
      view: 'examples',
      attributes: { easy: '0.95', 'easy-examples': '1000', gamma: '1' },
    },
  ],
  numpy,
  introduction: prose`It draws focal loss and its gradient for several γ over the probability of the true class, each with the factor by which it differs from cross-entropy, and shows who makes up the loss of many easy examples and a hard one. Everything is computed at once, in double precision.`,
  examples: [
    {
      title: 'Focal loss over p',
      text: 'The curves for several γ; the one of the attribute <code>gamma</code> is heavy, and the point is at <code>p</code>.',
      html: '<gd-focal-loss gamma="2" p="0.8" views="loss"></gd-focal-loss>',
    },
    {
      title: 'Who makes up the loss',
      text: 'A thousand easy examples and a hard one: cross-entropy is almost all theirs.',
      html: '<gd-focal-loss gamma="3" easy="0.95" hard="0.1" easy-examples="1000" views="examples"></gd-focal-loss>',
    },
    {
      title: 'The gradient, as a still figure',
      text: 'Without controls nothing can be moved.',
      html: '<gd-focal-loss gamma="5" p="0.1" views="gradient" controls="none"></gd-focal-loss>',
    },
  ],
  mathematics: [
    {
      title: 'The loss',
      html: prose`
With $p$ the probability that the model gives the true class, cross-entropy and focal loss are

$$\mathrm{CE}(p) = -\ln p, \qquad \mathrm{FL}(p) = -(1 - p)^\gamma \ln p$$

For $\gamma = 0$ the factor is 1 and both are the same. For $\gamma \gt 0$ the factor is close to 0 where the example is easy, $p \to 1$, and close to 1 where the model is confidently wrong, $p \to 0$. It is below 1 everywhere in between: focal loss never makes an example count more than cross-entropy does.

“Hard” is sometimes explained as “of low confidence”. A small $p$ is high confidence in a wrong class. Low confidence is $p \approx \tfrac12$ with two classes, and there $\gamma = 2$ leaves a quarter of the loss.

The sheet’s example, $p = 0.99$ and $\gamma = 2$:

$$-\ln 0.99 = 0.01005, \qquad (1 - 0.99)^2 = 10^{-4}, \qquad \mathrm{FL} = 1.005 \cdot 10^{-6}$$
`,
    },
    {
      title: 'The shape',
      html: prose`
For $0 \lt p \lt 1$ and $\gamma = 2$ the first derivative is negative and the second one positive:

$$\mathrm{FL}'(p) = 2 (1 - p) \ln p - \frac{(1 - p)^2}{p} \lt 0$$

$$\mathrm{FL}''(p) = \frac{(1 - p)^2}{p^2} + \frac{4 (1 - p)}{p} - 2 \ln p \gt 0$$

So it falls from infinity to 0 and is convex, as cross-entropy is. Near $p = 1$, where $-\ln p \approx 1 - p$, it behaves as $(1 - p)^{\gamma + 1}$: the curve lies flat on the axis, and the gradient goes to 0 faster than the distance to 1.
`,
    },
    {
      title: 'The gradient by the logit',
      html: prose`
Training moves the logit $z$, with $p = \sigma(z)$ for an example with $y = 1$ and $dp/dz = p (1 - p)$. By the product rule and the chain rule:

$$\frac{d\,\mathrm{FL}}{dp} = \gamma (1 - p)^{\gamma - 1} \ln p - \frac{(1 - p)^\gamma}{p}$$

$$\frac{d\,\mathrm{FL}}{dz} = p (1 - p) \frac{d\,\mathrm{FL}}{dp} = (1 - p)^\gamma \left(\gamma p \ln p + p - 1\right)$$

For $\gamma = 0$ that is $p - 1$. The term $\gamma p \ln p$ comes from the factor, which changes with $p$ too. It makes the gradient larger than that of cross-entropy where $p$ is small: at $p = 0.1$ and $\gamma = 5$ it is $-1.21$ instead of $-0.9$.
`,
    },
    {
      title: 'Who makes up the loss',
      html: prose`
With $n$ easy examples at $p_e$ and a hard one at $p_h$, the share of the hard one is

$$\frac{\mathrm{FL}(p_h)}{n \, \mathrm{FL}(p_e) + \mathrm{FL}(p_h)}$$

A hundred examples at $p_e = 0.9$ have a cross-entropy of $100 \cdot 0.105 = 10.5$ together, one at $p_h = 0.1$ has 2.3. At $\gamma = 2$ the easy ones are scaled by $0.01$ and the hard one by $0.81$: 0.105 against 1.87.
`,
    },
  ],
};
