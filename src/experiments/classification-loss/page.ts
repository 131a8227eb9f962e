import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-classification-loss>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'Losses, activations, layers',
  problems: ['S4.Q2'],
  lead: 'Confidently wrong, and no gradient to notice: why classifiers are trained on cross-entropy.',
  first: ['gradient', 'escape'],
  path: [
    {
      title: 'A hundred times less',
      text: 'The classifier gives the true class a probability of 0.01. Cross-entropy pulls with almost full strength, half the squared error 101 times less. Drag the point farther to the left.',
      view: 'gradient',
    },
    {
      title: 'A plateau',
      text: 'Half the squared error cannot exceed ½: far to the left it levels off, and the tangent lies flat where the classifier is most wrong. Point at the curves to see both tangents.',
      view: 'loss',
      attributes: { logit: '-6' },
    },
    {
      title: 'Stuck',
      text: 'From a logit of −8 descent on cross-entropy needs nine steps at a rate of 1, on the squared error three thousand: about e to the 8th.',
      view: 'escape',
      attributes: { logit: '-8' },
    },
    {
      title: 'Can a larger rate help?',
      text: 'Ten times the rate takes a tenth of the steps on both. For a logit of −12 it would have to be hundreds of thousands, and then the first step near 0 throws the logit far beyond.',
      view: 'escape',
      attributes: { 'learning-rate': '10', 'logit-low': '-14', logit: '-12' },
    },
    {
      title: 'Yours',
      text: 'Where the classifier is right both gradients vanish, as they should: nothing is left to learn. Drag the point: at which logit is the ratio smallest, and why is it 4 there?',
      view: 'gradient',
      attributes: { logit: '2', 'logit-low': '-4', 'logit-high': '4' },
    },
  ],
  numpy,
  introduction: prose`It compares cross-entropy and squared error for a classifier with a sigmoid output: the losses, their gradients, and how many steps of descent take an example from wrong to right. The first two are computed at once; the last is a population of runs, on an engine.`,
  examples: [
    {
      title: 'The two gradients',
      text: 'The point is at the logit of p = 0.01, where they differ by a factor of 101.',
      html: '<gd-classification-loss logit="-4.595" views="gradient"></gd-classification-loss>',
    },
    {
      title: 'From wrong to right',
      text: 'How many steps each loss takes, over the starting logit, at a smaller <code>learning-rate</code>.',
      html: `<gd-classification-loss
  learning-rate="0.5" logit="-6" views="escape"
></gd-classification-loss>`,
    },
    {
      title: 'Both losses, as a still figure',
      text: 'The range of the logits is <code>logit-low</code> to <code>logit-high</code>.',
      html: `<gd-classification-loss
  logit="-3" logit-low="-5" logit-high="3"
  views="loss" controls="none"
></gd-classification-loss>`,
    },
  ],
  mathematics: [
    {
      title: 'Can squared error be used?',
      html: prose`
It can. An example with $y = 1$ gets the probability $p = \sigma(z)$ from the logit $z$. Both losses fall as $p$ rises and are smallest at $p = 1$:

$$\mathrm{CE} = -\ln p, \qquad \mathrm{SE} = \tfrac12 (1 - p)^2$$

What differs is the gradient by the logit, which is what training follows. With $dp/dz = p (1 - p)$, the chain rule gives

$$\frac{d\,\mathrm{CE}}{dz} = -\frac1p \cdot p (1 - p) = p - 1$$

$$\frac{d\,\mathrm{SE}}{dz} = -(1 - p) \cdot p (1 - p) = (p - 1) \, p \, (1 - p)$$

The logarithm cancels the factor $p$ that the sigmoid brings in; the square does not. Both gradients have the same sign, and the ratio of their sizes is

$$\frac{1}{p (1 - p)} \ge 4$$

At $p = \tfrac12$ it is 4, at $p = 0.1$ it is 11, at $p = 0.01$ it is 101, at $p = 10^{-6}$ a million. The more confidently wrong the classifier is, the less squared error corrects it. Without the $\tfrac12$ the gradient is twice as large, which changes nothing in this.
`,
    },
    {
      title: 'The shape over the logit',
      html: prose`
The second derivatives by the logit are

$$\frac{d^2\,\mathrm{CE}}{dz^2} = p (1 - p) \gt 0, \qquad \frac{d^2\,\mathrm{SE}}{dz^2} = p (1 - p)^2 (3 p - 1)$$

Cross-entropy is convex. Squared error is concave for $p \lt \tfrac13$, so that on several examples there can be minima which are not the best ones. Its gradient is largest at $p = \tfrac13$, where it is $\tfrac{4}{27}$.
`,
    },
    {
      title: 'How many steps',
      html: prose`
With small steps, descent follows $dz/dt = -\,d\,\mathrm{loss}/dz$, where $t$ is the learning rate times the steps. From $z \lt 0$ to 0 it takes

$$t_{\mathrm{CE}} = \int_z^0 (1 + e^s) \, ds = 1 - z - e^z$$

$$t_{\mathrm{SE}} = \int_z^0 \frac{(1 + e^s)^3}{e^s} \, ds = \tfrac52 + e^{-z} - 3 z - 3 e^z - \tfrac12 e^{2 z}$$

The first grows as $\abs{z}$, the second as $e^{\abs{z}}$. These are the dashed lines; the dots are counted on runs of descent. Where the learning rate is large, the last step jumps beyond 0, and the dots lie a little above or below.
`,
    },
    {
      title: 'Exact where it matters',
      html: prose`
The element computes cross-entropy as $\ln(1 + e^{-z})$ in its stable form and $1 - p$ as $\sigma(-z)$. At $z = -1000$, where $p$ is 0 in double precision, cross-entropy is 1000 and its gradient $-1$. The logarithm of a rounded $p$ would be infinite.

The population runs on the engine in $\theta = z + c$, with $c$ the size of the lowest start, and counts the steps until $\theta$ passes $c$. So the smallest steps are made near $\theta = 0$, where float32 numbers lie closest.
`,
    },
  ],
};
