import { engineKinds } from '../engine/engines';
import { choice } from '../experiments/parameters/choice';
import { text } from '../experiments/parameters/text';
import { defineParameterWords } from '../experiments/parameters/words';
import { CodedError, defineMessages } from '../messages';

const say = defineMessages('sync', { group: 'a name without < > and quotes' });

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

const sync = text('sync', {
  label: 'Shared settings',
  help: 'The name of a group: its elements share the learning rate, the optimizer, the schedule, the seed and the iterations.',
  default: '',
  control: 'none',
  takes: say('group'),
  check: (name) => {
    if (/[<>"]/.test(name)) throw new CodedError(say('group'));
  },
  good: ['', 'lecture 3'],
  bad: ['<b>1</b>'],
});

const answers = choice('answers', {
  label: 'Answers',
  help: 'Whether theory, limits and printed answers are shown, or hidden until somebody asks for them. The result and exported data have them all the same.',
  default: 'shown',
  choices: ['shown', 'hidden'],
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
export const commonParameters = [controls, loading, sync, answers] as const;

/** What elements that compute on an engine take besides. */
export const engineParameters = [engine, controls, loading, sync, answers] as const;

defineParameterWords('elements', engineParameters);
