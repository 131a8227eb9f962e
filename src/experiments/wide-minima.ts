import type { Experiment } from './experiment';
import { claimsFor } from './wide-minima/claims';
import { check, parameters, type WideMinimaParameters } from './wide-minima/parameters';
import { run, type WideMinimaComputed, type WideMinimaResult } from './wide-minima/run';
import { basins, bifurcation, histogram, landscape, outcomes, type WideMinimaViews } from './wide-minima/views';

/** Sharp and wide minima: which of them gradient descent ends in is decided by the learning rate (S2.P4). */
export const wideMinima: Experiment<WideMinimaParameters, WideMinimaResult, WideMinimaComputed, WideMinimaViews> = {
  name: 'wide-minima',
  title: 'Wide and sharp minima',
  problem:
    'A function with a sharp minimum near 0 and a wide one near 10 is descended from thousands of starts. ' +
    'Which of the two does gradient descent end in, and why does the learning rate decide?',
  parameters,
  check,
  run,
  views: { landscape, histogram, outcomes, basins, bifurcation },
  ready: ['histogram'],
  claims: claimsFor(parameters[0].default),
};
