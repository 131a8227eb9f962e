import { defineWords } from '../../words/words';

/** What several kinds of pictures say. */
export const chartWords = /* @__PURE__ */ defineWords('charts', {
  notANumber: 'not a number',
  minimum: 'minimum',
  maximum: 'maximum',
  saddle: 'saddle point',
  diverged: 'diverged',
  and: ' and ',
  user: 'user',
  userNamed: 'user {name}',
  item: 'item',
  itemNamed: 'item {name}',
  rateAxis: 'learning rate (log scale) →',
  iterationAxis: 'iteration (square-root scale) →',
  epochAxis: 'epoch (square-root scale) →',
  learningRateTitle: 'learning rate',
  learningRate: 'learning rate {rate}',
  nearestRate: 'as counted at {rate}, the nearest rate that was computed',
  iterationOf: 'iteration {iteration} of {iterations}',
  divergedAtIteration: 'diverged at iteration {iteration}',
  divergedAtEpoch: 'diverged at epoch {epoch}',
  outcomeWithShare: '{outcome} {share}',
  measured: '{theory}, measured {rate} ({deviation})',
  moreOfThem: 'and {number} more',
  readablePicture: 'readable picture',
  onLogScale: '{title} (log scale)',
  fewestPoints: {
    one: 'At least one point is needed: this one stays.',
    other: 'At least {count} points are needed: this one stays.',
  },
});

/** Pictures over the iterations. */
export const iterationWords = /* @__PURE__ */ defineWords('iterations', {
  axis: 'iteration k →',
  iteration: 'iteration {iteration}',
  read: 'Runs over the iterations; arrow keys move along k',
});
