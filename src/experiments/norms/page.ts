import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';

export const page: ExperimentPage = {
  experiment,
  theme: 'Losses, activations, layers',
  toTry: [
    {
      text: 'Double every entry with the button below the picture’s title: all norms double, and ℓ0 stays at 3. It is not homogeneous, and therefore not a norm.',
      attributes: { vector: '0 1 0 2 3' },
    },
    {
      text: 'Below p = 1 the ball caves in. The midpoint of two points of the ball lies outside of it, so the triangle inequality fails.',
      attributes: { p: '0.5', point: '0.5 0.5' },
    },
    {
      text: 'A large p counts the largest entry almost alone: here the ℓp norm is within a percent of ℓ∞.',
      attributes: { vector: '5 4 -3 2 1', p: '30' },
    },
    {
      text: 'A target close to the diagonal: ℓ1 ends on an edge, and no weight is 0. Drag it into a shaded wedge.',
      attributes: { target: '1.2 2', radius: '1' },
    },
    {
      text: 'Examples with uncorrelated features of equal size: the ellipses are circles, and both solutions are the points of their balls nearest to the target.',
      attributes: { design: '1 0; 0 1' },
    },
  ],
};
