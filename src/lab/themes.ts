/** What one section of the page says about an experiment besides what the experiment says itself. */
export interface Section {
  tag: `gd-${string}`;
  /** What to try, in the second person; each with the attributes that set it up, if any. */
  toTry: { text: string; attributes?: Record<string, string> }[];
}

export interface Theme {
  title: string;
  sections: Section[];
}

/** The page, by theme. */
export const themes: Theme[] = [
  {
    title: 'The learning rate',
    sections: [
      {
        tag: 'gd-wide-minima',
        toTry: [
          {
            text: 'Just below and just above 0.0995, the threshold of the sharp minimum: at 0.09 it still holds a quarter of the starts, at 0.11 none.',
            attributes: { 'learning-rates': '0.09 0.11', 'selected-rate': '0.11' },
          },
          {
            text: 'Between 0.096 and 0.107 the sharp minimum does not vanish at once. It is circled by a cycle, the cycle doubles, and then it is chaos.',
            attributes: { 'bifurcation-window': '-5 5 0.094 0.108' },
          },
          {
            text: 'A rate of 1.5: two thirds reach the wide minimum and one third is thrown out for good. Where the two meet, the basins are a fractal.',
            attributes: { 'learning-rates': '1 1.5 1.9', 'selected-rate': '1.5', 'basins-window': '-5 20 1 2' },
          },
          {
            text: 'A function of your own. This one has four minima, nearly equally sharp: the start decides, until all four let go at almost the same rate.',
            attributes: { objective: 'x^2/20 + 2cos(2x)', low: '-6', high: '6', 'learning-rates': '0.05 0.2 0.3' },
          },
        ],
      },
    ],
  },
  {
    title: 'Matrices that are never formed',
    sections: [
      {
        tag: 'gd-conv1d',
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
      },
    ],
  },
  {
    title: 'Recommenders',
    sections: [
      {
        tag: 'gd-matrix-factorization',
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
          { text: 'Ratings of your own: drop a file of MovieLens on the element, u.data or ratings.csv, packed or not. It is read on your machine and goes nowhere.' },
        ],
      },
    ],
  },
];
