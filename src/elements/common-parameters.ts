import { engineKinds } from '../engine/engines';
import { choice } from '../experiments/parameters/choice';
import { defineParameterWords } from '../experiments/parameters/words';

const controls = choice('controls', {
  label: 'Controls',
  help: 'Whether there are controls, or bare figures.',
  default: 'shown',
  choices: ['shown', 'none'],
  control: 'none',
});

const loading = choice('loading', {
  label: 'Loading',
  help: 'Compute when first near the viewport, or at once.',
  default: 'lazy',
  choices: ['lazy', 'eager'],
  control: 'none',
});

const engine = choice('engine', {
  label: 'Engine',
  help: 'Where to compute: on the GPU, on the CPU, or wherever it is quicker here.',
  default: 'auto',
  choices: ['auto', ...engineKinds],
  control: 'more',
});

/** What every element takes besides its experiment's parameters. */
export const commonParameters = [controls, loading] as const;

/** What elements that compute on an engine take besides. */
export const engineParameters = [engine, controls, loading] as const;

defineParameterWords('elements', engineParameters);
