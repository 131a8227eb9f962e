import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';

export const page: ExperimentPage = {
  experiment,
  theme: 'Recommenders',
  toTry: [
    {
      text: 'A rate of 0.21, just above the largest stable one. The loss no longer settles: no fit is flat enough for so long a step.',
      attributes: { 'learning-rate': '0.21', epochs: '100', views: 'step errors rates' },
    },
    {
      text: 'Add a little ridge and the valley is no longer flat: among all exact fits the one with the shortest factors wins.',
      attributes: { ridge: '0.1', epochs: '200', views: 'valley errors' },
    },
    {
      text: 'Thirty thousand synthetic ratings of rank 4, with noise. The held-out error falls to the noise level and stops; at 1.5 × the stable limit training diverges.',
      attributes: { ratings: 'synthetic' },
    },
    {
      text: 'Overfitting: with rank 16 the model learns the noise. The held-out error turns up while the training error keeps falling.',
      attributes: { ratings: 'synthetic', rank: '16', observed: '12000', epochs: '400' },
    },
    {
      text: 'Your own ratings: drop a file of MovieLens (u.data or ratings.csv, gzipped or not) here. It never leaves your computer.',
    },
  ],
};
