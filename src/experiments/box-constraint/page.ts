import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-box-constraint>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'The learning rate',
  problems: ['S0.Q3'],
  lead: 'A sigmoid keeps a weight between its bounds, so that plain descent needs no constraint. The price is paid at the edge.',
  first: ['landscape'],
  path: [
    {
      title: 'Two views of one function',
      text: 'Over θ it is a parabola; over φ the box is stretched over the whole line. Drag the start far out: J is flat there, and descent hardly moves.',
      view: 'landscape',
    },
    {
      title: 'The price of the slope',
      text: 'A step in φ moves θ by half as much in the middle and by next to nothing near the bounds. Here the start is at φ = 6, where the slope of the map is 1/200. It shortens the step in φ, and then once more what that step moves θ by: the first step of projection takes θ 41,000 times as far.',
      view: 'map',
      attributes: { start: '6', iterations: '200' },
    },
    {
      title: 'A minimum outside',
      text: 'The best θ in the box is now 1, the edge. Projection is there after one step. In φ the edge is infinitely far away: the distance falls as 1/k, and after 1000 steps θ is still 0.001 short of it.',
      view: 'boundary',
      attributes: { objective: '(theta-2)^2/2', iterations: '1000' },
    },
    {
      title: 'Too long a step',
      text: 'At rate 40 the first step leads to φ = 10, where the slope is nearly 0. The run does not diverge: it crawls back for hundreds of steps, only to be thrown out again. Projection jumps from bound to bound.',
      view: 'descent',
      attributes: { 'learning-rate': '40', iterations: '1000' },
    },
    {
      title: 'Your own box',
      text: 'Take another function and other bounds: this one has two wells, of which only one lies in the box.',
      view: 'landscape',
      attributes: { objective: 'theta^4-3theta^2+theta', lower: '0', upper: '2', 'learning-rate': '0.2' },
    },
  ],
  prediction: {
    text: 'The parabola (θ − 0.5)²/2 in the box from 0 to 1. At its minimum, φ = 0, the map from φ to θ has a slope of 1/4.',
    attributes: { lower: '0', upper: '1', start: '2', views: 'descent' },
    tasks: [
      {
        question: 'Up to which learning rate does projection converge to the minimum?',
        of: 'limits.projection',
        tolerance: '2%',
      },
      { question: 'And descent in φ?', of: 'limits.phi', tolerance: '2%' },
    ],
  },
  introduction: prose`It descends on a function of one weight that has to stay between two bounds: in the variable behind a sigmoid, and beside that by projection onto the box. It shows how the box is stretched, how steps shrink near its bounds, and by which law descent arrives. It computes at once, while the start or the rate is dragged.`,
  examples: [
    {
      title: 'The minimum outside of the box',
      text: 'The distance to the edge falls as 1/k; by projection it is 0 after one step.',
      html: '<gd-box-constraint objective="(theta-2)^2/2" iterations="1000" views="boundary"></gd-box-constraint>',
    },
    {
      title: 'The map alone',
      text: 'A figure without controls; <code>iteration</code> says how many steps are shown.',
      html: '<gd-box-constraint views="map" controls="none" iteration="5"></gd-box-constraint>',
    },
    {
      title: 'Another box',
      text: 'A variance that has to stay positive, for example, can be kept between 0.01 and 4.',
      html: `<gd-box-constraint
  objective="ln(v)/2 + 1/(2v)" lower="0.01" upper="4"
  start="-3" views="landscape descent"
></gd-box-constraint>`,
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'A weight in a box',
      html: prose`
The sigmoid takes every number $\varphi$ to one between 0 and 1, so

$$\theta = l + (u - l)\,\sigma(\varphi)$$

lies between $l$ and $u$. For the sheet’s bounds $-1$ and $1$ this is $\theta = 2\sigma(\varphi) - 1 = \tanh(\varphi/2)$. Because $\sigma' = \sigma(1 - \sigma)$,

$$\frac{d\theta}{d\varphi} = (u - l)\,\sigma(\varphi)\,(1 - \sigma(\varphi)),$$

which for the sheet’s bounds is $2\sigma(1 - \sigma) = (1 - \theta^2)/2$. By the chain rule descent in $\varphi$ is

$$\varphi_{k+1} = \varphi_k - \eta\, J'(\theta_k)\, \frac{d\theta}{d\varphi}.$$

It needs no constraint. $\theta$ never reaches a bound; in floating point it may be rounded to one. The element computes $\sigma(-\varphi)$ instead of $1 - \sigma(\varphi)$, so that the distance to a bound keeps its digits.
`,
    },
    {
      title: 'A minimum inside',
      html: prose`
Where $J'(\theta^*) = 0$ inside the box, the second derivative over $\varphi$ is $J''(\theta^*)\,(d\theta/d\varphi)^2$. Near it, each step multiplies the distance by

$$1 - \eta\, J''(\theta^*) \left(\frac{d\theta}{d\varphi}\right)^2,$$

and descent can settle there for rates below 2 divided by that second derivative. Projection takes plain steps in $\theta$ there, with the factor $1 - \eta J''(\theta^*)$. For $J = (\theta - \tfrac12)^2/2$ and the sheet’s box $d\theta/d\varphi = 3/8$ at the minimum: the factors at $\eta = 1$ are $55/64 \approx 0.859$ and 0.
`,
    },
    {
      title: 'A minimum on the edge',
      html: prose`
If $J$ still falls towards a bound, that bound is the best $\theta$, and it belongs to $\varphi = \pm\infty$. Let $d$ be the distance to it. Close to the bound $d\theta/d\varphi \approx d$. A step moves $\varphi$ by $\eta \abs{J'} d$, and so it moves $\theta$ by

$$d_{k+1} \approx d_k - \eta \abs{J'} d_k^2, \qquad\text{so}\qquad d_k \approx \frac{1}{\eta \abs{J'} k}.$$

Ten times as close takes ten times as many steps. If $J'$ is 0 on the bound itself, a step is $\eta J'' d^3$, and $d_k \approx 1/\sqrt{2 \eta J'' k}$.

Projection, $\theta \leftarrow \min(u, \max(l, \theta - \eta J'(\theta)))$, gets there in a few steps and stays.
`,
    },
  ],
};
