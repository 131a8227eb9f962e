import type { LabSection } from '../../lab/themes';

export const section: LabSection = {
  theme: 'Matrices that are never formed',
  toTry: [
    {
      text: 'A rate of 2.1, just above 2/(|A|² + λ) = 1.98: with the square loss, the descent has diverged by iteration 64.',
      attributes: { loss: 'square', 'learning-rate': '2.1' },
    },
    {
      text: 'One sample in twenty an outlier, and the square loss: every outlier pulls the recovery away. Then switch to Huber, which they cannot pull as far.',
      attributes: { outliers: '0.05', loss: 'square' },
    },
    {
      text: 'Three taps of your own. They make waves up to 1.75 times as large, and so the largest stable rate falls to 0.65.',
      attributes: { filter: '0.5 -1 0.25' },
    },
    {
      text: 'A quarter of a million samples. The matrix would fill 512 GiB; the operator keeps 61 numbers.',
      attributes: { length: '262144', filter: 'gaussian 30' },
    },
    { text: 'A signal of your own: drop a WAV file on the first picture, and hear it before and after.' },
  ],
};
