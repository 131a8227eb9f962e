import type { LabSection } from '../../lab/themes';

export const section: LabSection = {
  theme: 'Recommenders',
  toTry: [
    {
      text: 'A rate of 0.21, just above the largest stable one. The loss no longer settles: no fit is flat enough for so long a step.',
      attributes: { 'learning-rate': '0.21', epochs: '100', views: 'step errors rates' },
    },
    {
      text: 'A little ridge, and the valley is level no longer: of all the fits, the one with the shortest factors is the lowest.',
      attributes: { ridge: '0.1', epochs: '200', views: 'valley errors' },
    },
    {
      text: 'Thirty thousand ratings made up from factors of rank 4, with noise. The error over ratings held out comes down to the noise, and no further; at 1.5 times the largest stable rate, training blows up.',
      attributes: { ratings: 'synthetic' },
    },
    {
      text: 'More factors than there are to be found: with rank 16, the noise itself is learned. The error over held-out ratings turns and rises while that over the others falls.',
      attributes: { ratings: 'synthetic', rank: '16', observed: '12000', epochs: '400' },
    },
    {
      text: 'Ratings of your own: drop a file of MovieLens on the element, u.data or ratings.csv, packed or not. It is read on your machine and goes nowhere.',
    },
  ],
};
