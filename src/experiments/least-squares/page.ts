import { prose } from '../../formula/tex';
import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';
import { numpy } from './numpy';

/** What the lab's pages and the documentation say of <gd-least-squares>. */
export const page: ExperimentPage = {
  experiment,
  theme: 'The learning rate',
  problems: ['S2.P3'],
  lead: 'Along each eigenvector of X′X the error shrinks or grows by a factor of its own. The largest eigenvalue decides.',
  first: ['plane'],
  path: [
    {
      title: 'Two directions',
      text: 'Press Play. At 0.6 each step multiplies the error along the long arrow by −0.8 and along the other by 0.4. Now take 0.7: the first factor is −1.1.',
      view: 'plane',
    },
    {
      title: 'Mode by mode',
      text: 'At 0.7 one mode grows and the other one still shrinks, until rounding is all that is left of it.',
      view: 'modes',
      attributes: { 'selected-rate': '0.7', starts: '400', iterations: '100' },
    },
    {
      title: 'Where it switches',
      text: 'Between the rates where every run converges and those where every run diverges there is next to nothing. The measured growth passes 1 within a thousandth of 2/ρ.',
      view: 'rates',
      attributes: { starts: '400', iterations: '300' },
    },
    {
      title: 'The exception',
      text: 'A start exactly on the line across the top eigenvector converges at any of these rates, on paper. In double precision it leaves after about a hundred steps, in single precision after about fifty.',
      view: 'exceptional',
    },
    {
      title: 'Your own design',
      text: 'Take another matrix: rows of numbers, or random ones. With momentum the largest stable rate is 1.9 times as large.',
      view: 'rates',
      attributes: { design: 'random 8 4', optimizer: 'momentum 0.9', starts: '300', iterations: '400' },
    },
  ],
  introduction: prose`It descends on least squares from thousands of starts around the minimizer, on the GPU where there is one. It shows the runs in the plane of two weights or two eigenvectors, the error along each eigenvector against its predicted power, which learning rates diverge, what rounding makes of the exceptional starts, and where the sheet’s wrong sign leads.`,
  examples: [
    {
      title: 'A population around the minimizer',
      text: 'In coordinates of the eigenvectors, where every mode moves by itself.',
      html: `<gd-least-squares
  views="plane" axes="eigenvectors" selected-rate="0.7"
></gd-least-squares>`,
    },
    {
      title: 'Random data',
      text: 'Forty examples of ten numbers each; the same <code>seed</code> gives the same ones. The learning rates are chosen around the largest stable one.',
      html: '<gd-least-squares design="random 40 10" seed="7" starts="1000" views="rates modes"></gd-least-squares>',
    },
    {
      title: 'Rounding',
      text: 'A still figure of the exceptional start at a learning rate of 0.8.',
      html: '<gd-least-squares learning-rates="0.8" starts="100" views="exceptional" controls="none"></gd-least-squares>',
    },
  ],
  numpy,
  mathematics: [
    {
      title: 'Errors along eigenvectors',
      html: prose`
The loss is half the squared length of the residual, and its gradient is linear in $\theta$:

$$f(\theta) = \tfrac12 \lVert X\theta - Y \rVert^2, \qquad \nabla f(\theta) = X^\top (X\theta - Y)$$

A step of descent is

$$\theta_{k+1} = (I - \alpha X^\top X)\,\theta_k + \alpha X^\top Y.$$

The minimizer $\theta^*$ is its fixed point, because $X^\top X \theta^* = X^\top Y$. Taken from both sides, it leaves the error $e_k = \theta_k - \theta^*$:

$$e_{k+1} = (I - \alpha X^\top X)\,e_k$$

$X^\top X$ is symmetric, with eigenvalues $\lambda_i \ge 0$ and orthonormal eigenvectors $v_i$. Along each of them the error is multiplied by a factor of its own:

$$v_i^\top e_k = (1 - \alpha \lambda_i)^k\, v_i^\top e_0$$

All factors with $\lambda_i \gt 0$ lie between $-1$ and $1$ if and only if $0 \lt \alpha \lt 2/\rho$, where $\rho$ is the largest eigenvalue. Above $2/\rho$ the part along the top eigenvector grows without bound, unless it is exactly zero at the start. Such starts form a plane through $\theta^*$ of dimension $p$ minus the multiplicity of $\rho$: a random start is in it with probability zero.
`,
    },
    {
      title: 'Exceptional starts and rounding',
      html: prose`
In floating point the part along the top eigenvector does not stay zero. A rounding error of size $\varepsilon$ puts one in, and after $k$ steps it is about $\varepsilon \abs{1 - \alpha\rho}^k$. With $\varepsilon \approx 10^{-16}$ and a factor of $-1.4$ it exceeds 1 after $36.7 / \ln 1.4 \approx 109$ steps; single precision takes about half of them. In both formats the element makes every step anew here, rounding each operation, and states the first step at which the greatest coordinate of the error exceeds 1 again. At some rates single precision lands on the plane exactly, and stays.
`,
    },
    {
      title: 'How it is measured',
      html: prose`
All runs are computed as errors $e = \theta - \theta^*$, of which the gradient is $X^\top X e$: it is the same descent, and a small error is not lost beside a large minimizer. Starts are drawn evenly from the ball of radius \`spread\` around $\theta^*$. If $X$ has not full rank the minimizers fill a plane; then $\theta^*$ is its point nearest to 0, and errors are distances to the plane.

After the last iteration a run is followed for 128 steps more. It has **diverged** if a coordinate of its error ever exceeds a million times the spread, or if its gradient grew in each of the last ten steps. It has **converged** if its error is within a thousandth of the spread for the first 64 of these steps and has not grown at the end.

The **measured switch** is where growth passes 1: the factor by which a step multiplies the length of the gradient, the geometric mean over the last ten steps (64 for optimizers with a state) and over all runs. It does not depend on the bound.

With momentum $\beta$ the largest stable rate is $2(1 + \beta)/\rho$, with Nesterov’s $2(1 + \beta)/((1 + 2\beta)\rho)$. For Adagrad, RMSProp and Adam none is drawn.
`,
    },
  ],
};
