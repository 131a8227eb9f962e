import type { Claim } from '../experiment';
import { FLAT_START } from './presets';
import type { SurfaceResult } from './problem';

const fixed = (value: number) => String(Number(value.toPrecision(4))).replace('-', '\u2212');

/** What the sheet says in words, and its question about the flat start, each beside what this lab computes or would say. */
export const claims: readonly Claim<SurfaceResult>[] = [
  {
    source: 'S4.Q3a',
    statement: 'The gradient is the vector of partial derivatives and points in the direction of steepest ascent.',
    compute: () => ({
      computed:
        'Of all directions of length 1 the slope is greatest along the gradient, and is its length there. The sheet’s last sentence about it is garbled.',
      verdict: 'agrees',
    }),
  },
  {
    source: 'S4.Q3b',
    statement: 'To descend, the gradient is subtracted.',
    compute: () => ({
      computed:
        'The loss falls by rate · |gradient|² up to terms of second order: for small rates, and near the start of the step.',
      verdict: 'agrees',
    }),
  },
  {
    source: 'S4.Q3c',
    statement: 'Each weight contributes to each output.',
    compute: () => ({
      computed:
        'The weight from input i to output j changes logit j only. All probabilities change, but by the sum that they are divided by.',
      verdict: 'imprecise',
    }),
  },
  {
    source: 'S4.Q3d',
    statement: 'Descent is vectorized so that a GPU can work on many numbers in parallel.',
    compute: () => ({
      computed:
        'Yes, and already on one core of a CPU an array is faster than a loop: the picture of the timings measures how much.',
      verdict: 'imprecise',
    }),
  },
  {
    source: 'S4.Q3e',
    statement:
      'From (−2, 2), where the gradient is 0, does descent with a rate of 0.1 reach the minimum? (The sheet’s figure is missing.)',
    compute({ parameters, runs, stationary }) {
      const [x, y] = parameters.start;
      if (parameters.objective !== FLAT_START || x !== -2 || y !== 2) return undefined;
      const stays = runs.every(({ trajectory }) => trajectory.every((place) => place[0] === -2 && place[1] === 2));
      const [minimum] = stationary.filter(({ kind }) => kind === 'minimum');
      const near = minimum && `(${fixed(minimum.x)}, ${fixed(minimum.y)})`;
      return {
        computed: stays
          ? `No: every one of ${runs[0].trajectory.length - 1} steps is 0, at any rate. The minimum ${near ?? ''} is never reached.`
          : 'On this surface the run from there moves.',
        verdict: stays ? 'agrees' : 'differs',
      };
    },
  },
];
