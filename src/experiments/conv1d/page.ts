import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';

export const page: ExperimentPage = {
  experiment,
  theme: 'Matrix-free methods',
  toTry: [
    {
      text: 'A rate of 2.1, just above 2/(|A|² + λ) = 1.98: with the square loss, the descent has diverged by iteration 64.',
      attributes: { loss: 'square', 'learning-rate': '2.1' },
    },
    {
      text: 'Make one sample in twenty an outlier and use the square loss: every outlier distorts the recovery. Now switch to Huber, which limits their pull.',
      attributes: { outliers: '0.05', loss: 'square' },
    },
    {
      text: 'Three taps of your own. They amplify some waves by up to 1.75, and so the largest stable rate falls to 0.65.',
      attributes: { filter: '0.5 -1 0.25' },
    },
    {
      text: 'A quarter of a million samples. The matrix would fill 512 GiB; the operator keeps 61 numbers.',
      attributes: { length: '262144', filter: 'gaussian 30' },
    },
    { text: 'A signal of your own: drop a WAV file on the first picture, and hear it before and after.' },
  ],
};
