import type { LabSection } from '../../lab/themes';

export const section: LabSection = {
  theme: 'The learning rate',
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
};
