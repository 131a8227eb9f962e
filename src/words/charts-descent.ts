import { defineWords } from './words';

/** The pictures of descent on a function of one variable. */
export const landscapeWords = /* @__PURE__ */ defineWords('landscape', {
  now: 'iteration {iteration} of {iterations}, learning rate {rate}',
  pickName: 'Start of the followed run: {variable}',
  readName: 'Read the function along {variable}',
  place: '{variable} = {theta}, f = {value}',
  press: 'press to follow a run from here',
  start: 'start {variable} = {theta}',
  shareAxis: '↑ share of runs (square-root scale)',
  beyondLeft: '← {number} beyond',
  beyondRight: '{number} beyond →',
  minimumAt: '{minimum} at {variable} = {theta} (2/f″ = {threshold})',
  maximumAt: 'maximum at {variable} = {theta}',
  where: 'The function from {low} to {high}: {points}.',
  noPoint: 'no stationary point',
  runs: '{number} runs at iteration {iteration} of {iterations}, learning rate {rate}; they will end: {ends}.',
  end: '{number} {outcome}',
});

export const histogramWords = /* @__PURE__ */ defineWords('histogram', {
  shareAxis: '↑ share of starts (square-root scale)',
  endAxis: 'final {variable} →',
  below: 'below',
  above: 'above',
  from: '{variable} from {low} to {high}',
  thetaBelow: '{variable} below {low}',
  thetaAbove: '{variable} above {high}',
  panel: 'Learning rate {rate}: where {number} runs ended',
  columns: 'Columns of the histogram at learning rate {rate}',
  count: '{outcome}: {number} ({share})',
  starts: '{number} starts, {settled}',
  noneConverged: 'none converged',
  settled: 'of those that converged, half by iteration {iteration}',
  caption: 'How the runs at learning rate {rate} ended',
  summary: 'Learning rate {rate}: {parts} of {number} starts.',
});

export const outcomesWords = /* @__PURE__ */ defineWords('outcomes', {
  shareAxis: '↑ share of starts',
  listed: '▲ rates in the list',
  pickName: 'Learning rate to show in the other pictures',
  readName: 'Read the shares along the learning rate',
  isLeft: '{minimum} is left',
  left: '{minimum}: {threshold}',
  lost: 'Rates at which a minimum is left, {switches}.',
  noMinimum: 'There is no minimum in the range.',
  summary: 'Outcomes over {number} learning rates. At {low}: {first}. At {high}: {last}. {lost}',
});

/** The two pictures that can be zoomed. */
export const rasterWords = /* @__PURE__ */ defineWords('raster', {
  rateTitle: 'learning rate (log scale)',
  sharpening: 'sharpening …',
  zoomable: 'zoomable picture',
  keys: '{name}. Arrow keys move, plus and minus zoom, 0 shows everything.',
  keysAndEnter: '{name}. Arrow keys move, plus and minus zoom, 0 shows everything, Enter picks the centre.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  home: 'Show everything',
  wheelMac: '⌘ + wheel to zoom',
  wheel: 'Ctrl + wheel to zoom',
});

export const basinsWords = /* @__PURE__ */ defineWords('basins', {
  startAxis: 'start {variable}',
  name: 'Basins: outcome over start and learning rate',
  place: 'start {variable} = {theta}, rate {rate}',
  settled: '{outcome}, settled at iteration {iteration}',
  left: '{outcome}, left at iteration {iteration}',
  notSettled: '{outcome}, not settled after {iterations}',
  atOnce: 'at once',
  after: 'after {iterations} iterations (log scale)',
  summary:
    'Outcome of {number} runs over starts {variable} from {low} to {high} and learning rates from {rateLow} to {rateHigh}: {parts}.',
});

export const bifurcationWords = /* @__PURE__ */ defineWords('bifurcation', {
  iteratesAxis: 'last iterates {variable}',
  name: 'Bifurcation: last iterates over the learning rate',
  place: 'rate {rate}, {variable} = {theta}',
  allDiverged: 'every run diverged',
  share: '{share} of the last iterates',
  summary: 'Last iterates {variable} from {low} to {high} at {number} learning rates from {rateLow} to {rateHigh}.',
  minima: 'Minima at {places}.',
  gone: 'Every run diverged at {share} of the rates.',
});
