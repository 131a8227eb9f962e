import { defineWords } from '../../words/words';

/** What the pictures say. */
export const say = /* @__PURE__ */ defineWords('box-constraint', {
  start: 'Start φ',
  rateInHand: 'learning rate',
  someRates: 'Some learning rates',
  throughPhi: 'descent in φ',
  byProjection: 'projection onto the box',
  slopeAxis: '↑ dθ/dφ',
  readMap: 'θ over φ',
  place: 'φ = {phi}: θ = {theta}',
  slope: 'dθ/dφ = {slope}',
  flattest: 'at φ = 0 the slope is greatest: {slope}',
  step: 'φ ← {phi} − {rate} · J′(θ) · {slope} = {next}',
  box: 'the box',
  distance: '↑ distance to θ = {theta} (log scale)',
  edgeNote: 'dashed: {law}',
  lawSlope: '1 / (rate · |J′| · k)',
  lawCurvature: '1 / √(2 · rate · J″ · k)',
  factorNote: 'dashed: {factor} to the power k',
  predicted: 'theory',
  atIteration: '{run}: {distance}',
  readDistance: 'The distance over the iterations',
  phiLimit: 'in φ: {rate}',
  projectionLimit: 'projection: {rate}',
  bothSettle: 'both converge',
  onlyPhi: 'only φ',
  onlyProjection: 'only projection',
  neither: 'neither',
  ended: 'After {steps} {steps|step|steps} φ = {phi} and θ = {theta}.',
  endedProjected: 'Projection is at θ = {theta}.',
  leastAt: 'J is least at θ = {theta}, inside the box.',
  leastAtEdge:
    'J is least at θ = {theta}, on the edge: φ would have to be infinite there, so descent comes closer for ever.',
  leastAtKink:
    'J is least at θ = {theta}, at a kink: its slope jumps there and never comes close to 0, so steps at a constant rate stay as long as they are and jump over it, unless one hits it.',
  noMinimum: 'J has no minimum in the box.',
  tooMany: 'J has so many minima in the box that none is named.',
  nowhere: 'J is not defined anywhere in the box: there is nothing to descend.',
  partly: 'J is not defined all over the box: a run that comes to where it is not ends there.',
  noneDefined:
    'Where it is defined, its slope is 0 nowhere: at the border of that it may be least, or fall without end.',
  stopped: 'J or its slope is no number there, and the run has ended.',
  mapWords:
    'θ goes from {lower} to {upper} without ever reaching them. Its slope is {greatest} at φ = 0 and {slope} where the run is.',
  sameFunction: 'The same function over θ and over φ.',
  landscapeWords: 'Where the run is, the slope over θ is {slope}, that over φ is {flat}.',
  stoppedAt: 'At θ = {theta} J or its slope is no number, and the run has ended.',
  distanceWords: 'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}.',
  boundaryWords:
    'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}; the distance goes as k to the power {exponent}, by theory {predicted}.',
  edgeMeasured:
    'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}; the distance goes as k to the power {exponent}.',
  kinkWords:
    'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}, where J has a kink. The slope does not shrink towards it, so steps do not, either, and at a constant rate both jump over it.',
  levelWords:
    'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}. J″ is 0 there: no constant factor tells how the distance shrinks, it does so ever more slowly.',
  insideWords:
    'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}. Near it a step in φ multiplies the distance by {phi}, a step of projection by {projection}.',
});
