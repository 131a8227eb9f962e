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
  noMinimum: 'J has no minimum in the box.',
  mapWords:
    'θ goes from {lower} to {upper} without ever reaching them. Its slope is {greatest} at φ = 0 and {slope} where the run is.',
  landscapeWords:
    'The same function over θ and over φ: {slope} is the slope over θ where the run is, {flat} that over φ.',
  distanceWords: 'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}.',
  boundaryWords:
    'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}; the distance goes as k to the power {exponent}, by theory {predicted}.',
  insideWords:
    'After {steps} {steps|step|steps} descent in φ is {distance} from θ = {theta}. Near it a step in φ multiplies the distance by {phi}, a step of projection by {projection}.',
});
