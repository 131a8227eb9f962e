/**
 * What charts are made of: a frame with axes, marks in the units of these axes, and a reader for pointer and keys.
 *
 *     const frame = plot.cartesian(container, {
 *       width: data.width,
 *       x: { scale: 'sqrt', domain: [0, last], title: 'iteration →', isWhole: true },
 *       y: { ...plot.valueDomain(losses), title: '↑ loss', grid: true },
 *       height: [170, 0.24, 260],
 *       summary: summarize(data),
 *     });
 *     frame.draw(
 *       [plot.line({ y: losses, length: losses.length }), plot.rule({ y: [limit], look: 'gd-threshold' })],
 *       plot.scrub({ name, last, initial: 0, at: (x) => frame.x.invert(x), read: (k) => ({ x: frame.x(k), lines: [...] }) }),
 *     );
 *
 * Marks are drawn in their order from below. What depends on where x lies above the panel (`room`) is asked for before
 * its top is known. `plain` is a frame without axes, in pixels; `zooming` is the reader of what can be zoomed.
 */
export { alongCurve } from './along-curve';
export { adoptStyles, chartRoot, told, widthOf, type Chart, type Table } from './chart';
export { drawText } from './axes';
export { inksOf, mix, parseColor, resolveColors, type RGB } from './colors';
export { each, one, set } from './dom';
export { cartesian, heightCap, heightOf, plain } from './frame';
export type { Axis, Frame, Mark, Panel, PanelOptions, Reader } from './panel';
export {
  called,
  fitting,
  digitsApart,
  formatCount,
  formatDeviation,
  formatFixed,
  formatGiven,
  formatLimit,
  formatNumber,
  formatPercent,
  formatRate,
  formatShare,
  timesTenTo,
} from './format';
export { holdingAxes, type Grip } from './held';
export { ifChanged } from './if-changed';
export { drawIterations, type IteratedRun } from './iterations';
export { drawKey, drawRamp, onEmphasis, oneButton, type KeyOptions } from './key';
export { isClear, placeLabels, stackLabels, type Box } from './labels';
export { color, inkOnScale, rateColors, scaleColor } from './palette';
export { placedPoints, type PlacedPoints } from './placed-points';
export { pointing, scrub, type Pointing, type Read, type Scrub } from './reader';
export { besideRows, drawRows, type Emphasis, type Row } from './rows';
export type { ReadoutLine } from './readout';
export {
  curveDomain,
  roundTicks,
  roundUp,
  ticksOf,
  valueDomain,
  within,
  type Interval,
  type Scale,
  type ScaleKind,
} from './scales';
export { drawTable, type TableCell } from './table';
export { measureIn, shortened, type Measure } from './text';
export { chartWords } from './words';
export { zooming, type Zooming } from './zoom';
export type { ZoomWindow } from './zoom-window';
export type { Channel } from './marks/channel';
export { area } from './marks/area';
export { arrows } from './marks/arrows';
export { band } from './marks/band';
export { bars } from './marks/bars';
export { cells, drawCells } from './marks/cells';
export { cloud } from './marks/cloud';
export { contour } from './marks/contour';
export { dots } from './marks/dots';
export { handles, type Handle } from './marks/handle';
export { labelBox, labels, placedLabels, type Label } from './marks/label';
export { line } from './marks/line';
export { outcomeStrip, stretchesOf } from './marks/outcomes';
export { raster } from './marks/raster';
export { rule } from './marks/rule';
export { series } from './marks/series';
export { shapes, type Shape } from './marks/shapes';
export { trails } from './marks/trails';
export { trajectory } from './marks/trajectory';
export { web } from './marks/web';
