import * as kit from '../../charts/kit';
import { sigmoid } from '../../math/activations';
import {
  crossEntropy,
  crossEntropySlope,
  expParts,
  halfSquared,
  halfSquaredSlope,
  logOf,
  slopeRatio,
} from '../../math/classification-losses';
import { spacedAround } from '../../math/spacing';
import type { ClassificationLossResult } from './problem';
import { say } from './words';

/** What the pictures over the logit are drawn from. */
export interface OverLogit {
  result: ClassificationLossResult;
  onMove?(logit: number): void;
}

export const CROSS_ENTROPY = '--gd-series-recovery';
export const SQUARED = '--gd-series-observed';
const POINTS = 401;

/** Beyond it both losses are all but straight. */
const BEND = [-8, 8] as const;

/** The logits at which the curves are drawn. */
export const placesOf = (data: OverLogit): Float64Array => spacedAround(domainOf(data), BEND, POINTS);

export const format = (value: number) => kit.formatNumber(value);

/** How many times steeper cross-entropy is than half the squared error, also where that exceeds all numbers. */
export function ratioText(z: number): string {
  const ratio = slopeRatio(z);
  return Number.isFinite(ratio) ? format(ratio) : expText(Math.abs(z));
}

/** e to a power that is beyond all numbers: `1.97×10⁴³⁴`. */
function expText(exponent: number): string {
  const [digits, power] = expParts(exponent);
  return format(digits) + kit.timesTenTo(power);
}

/** Below this numbers lose digits, and then there are none. */
const LEAST_WITH_ALL_DIGITS = 2 ** -1022;

/** A number that is never 0, also where it is smaller than all that a computer has: told by the logarithm of its size. */
const neverZero = (value: number, log: number, sign = ''): string =>
  Math.abs(value) < LEAST_WITH_ALL_DIGITS ? sign + expText(log) : format(value);

export const probabilityText = (z: number): string => neverZero(sigmoid(z), logOf.probability(z));
export const entropyText = (z: number): string => neverZero(crossEntropy(z), logOf.crossEntropy(z));
export const squaredText = (z: number): string => neverZero(halfSquared(z), logOf.halfSquared(z));
export const entropySlopeText = (z: number): string => neverZero(crossEntropySlope(z), logOf.crossEntropySlope(z), '−');
export const squaredSlopeText = (z: number): string => neverZero(halfSquaredSlope(z), logOf.halfSquaredSlope(z), '−');

export const domainOf = ({ result: { parameters } }: OverLogit): kit.Interval => [
  parameters.logitLow,
  parameters.logitHigh,
];

/** The logit with its probability, for a note or a readout. */
export const placeText = (z: number) => say('inHand', { z: format(z), p: probabilityText(z) });

export const isOutside = (
  { result: { parameters: p } }: OverLogit,
  [low, high]: kit.Interval = [p.logitLow, p.logitHigh],
) => p.logit < low || p.logit > high;

/** The logit in hand, for a note: where it is beyond the picture it is said to be. */
export function noteOf(data: OverLogit): string {
  const { logit, logitLow } = data.result.parameters;
  if (!isOutside(data)) return placeText(logit);
  return say(logit < logitLow ? 'leftOf' : 'rightOf', { z: format(logit) });
}

/** The logit as a handle at a height; none where it lies beyond the picture. */
export function logitHandle(panel: kit.Panel, data: OverLogit, y: number, ink: string): kit.Mark {
  const { result, onMove } = data;
  const { logit } = result.parameters;
  const [low, high] = panel.x.domain();
  return kit.handles({
    panel,
    along: 'x',
    stops: 160,
    handles: isOutside(data, [low, high])
      ? []
      : [{ x: logit, y, label: say('point'), text: format(logit), color: ink }],
    onMove: onMove && ((_, x) => onMove(x)),
  });
}

/** Reads a picture along the logit. */
export function readAlong(
  frame: kit.Frame,
  { result, onMove }: OverLogit,
  name: string,
  linesAt: (z: number) => kit.ReadoutLine[],
  segmentsAt?: (z: number) => kit.Read['segments'],
): kit.Reader {
  const [low, high] = frame.x.domain();
  const at = (position: number) => Number((low + ((high - low) * position) / (POINTS - 1)).toPrecision(4));
  const place = (z: number) => ((z - low) / (high - low)) * (POINTS - 1);
  return kit.scrub({
    name,
    last: POINTS - 1,
    initial: Math.round(kit.within([0, POINTS - 1])(place(result.parameters.logit))),
    at: (px) => place(frame.x.invert(px)),
    value: at,
    read(position) {
      const z = at(position);
      return { x: frame.x(z), segments: segmentsAt?.(z), lines: [{ text: placeText(z) }, ...linesAt(z)] };
    },
    pick: onMove && ((position) => onMove(at(position))),
  });
}

/** The two losses with their numbers, as lines of a readout. */
export const bothLines = (entropy: string, squared: string) => [
  { text: say('value', { name: say('crossEntropy'), value: entropy }), color: kit.color(CROSS_ENTROPY) },
  { text: say('value', { name: say('halfSquared'), value: squared }), color: kit.color(SQUARED) },
];
