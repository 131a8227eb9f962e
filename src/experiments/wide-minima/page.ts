import type { ExperimentPage } from '../../pages/page';
import { experiment } from './experiment';

export const page: ExperimentPage = {
  experiment,
  theme: 'The learning rate',
  toTry: [
    {
      text: 'Just below and just above 0.0995, the threshold of the sharp minimum: at 0.09 it still attracts 28 % of the starts, at 0.11 none.',
      attributes: { 'learning-rates': '0.09 0.11', 'selected-rate': '0.11' },
    },
    {
      text: 'Between 0.096 and 0.107 the sharp minimum does not disappear all at once: runs first jump around it in a cycle, the cycle doubles, then they become chaotic.',
      attributes: { 'bifurcation-window': '-5 5 0.094 0.108' },
    },
    {
      text: 'A rate of 1.5: two thirds reach the wide minimum and one third diverges. The border between the two basins is a fractal.',
      attributes: { 'learning-rates': '1 1.5 1.9', 'selected-rate': '1.5', 'basins-window': '-5 20 1 2' },
    },
    {
      text: 'A function of your own. This one has four minima, nearly equally sharp: the start decides, until all four become unstable at almost the same rate.',
      attributes: { objective: 'x^2/20 + 2cos(2x)', low: '-6', high: '6', 'learning-rates': '0.05 0.2 0.3' },
    },
  ],
};
