import type { Experiment } from './experiment';
import { check, parameters, type WideMinimaParameters } from './wide-minima/parameters';
import { run, type WideMinimaComputed, type WideMinimaResult } from './wide-minima/run';
import { basins, bifurcation, histogram, landscape, outcomes, type WideMinimaViews } from './wide-minima/views';
import { wideMinimaWords as say } from '../words/wide-minima';

/** Sharp and wide minima: which of them gradient descent ends in is decided by the learning rate (S2.P4). */
export const wideMinima: Experiment<WideMinimaParameters, WideMinimaResult, WideMinimaComputed, WideMinimaViews> = {
  name: 'wide-minima',
  get title() {
    return say('title');
  },
  get problem() {
    return say('problem');
  },
  parameters,
  check,
  run,
  views: { landscape, histogram, outcomes, basins, bifurcation },
  ready: ['histogram'],
  claims: async () => (await import('./wide-minima/claims')).claimsFor(parameters[0].default),
};
