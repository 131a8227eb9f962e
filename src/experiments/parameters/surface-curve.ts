import { contours } from 'd3';
import { compileBlock, parseSurface } from '../../formula';
import type { FormulaCurve } from './parameter';

const NODES = 40;
const LINES = 6;
const REACH = 4;

/** Lines of equal value of a function around 0, as a small picture in a square of side 1: y runs downwards. */
export function surfaceCurveOf(text: string): FormulaCurve {
  const { value, variables } = parseSurface(text);
  const at = (i: number) => REACH * ((2 * i) / (NODES - 1) - 1);
  const count = NODES * NODES;
  const places = [
    Float64Array.from({ length: count }, (_, i) => at(i % NODES)),
    Float64Array.from({ length: count }, (_, i) => at(Math.floor(i / NODES))),
  ];
  const values = new Float64Array(count);
  compileBlock([value], variables).evaluate(places, [values], count);
  const sorted = values.filter(Number.isFinite).sort();
  // Each line has as much of the picture on its low side as the next one has more.
  const levels = Array.from({ length: LINES }, (_, i) => sorted[Math.floor(((i + 0.6) / LINES) * (sorted.length - 1))]);
  const point = ([x, y]: number[]) => `${(x / NODES).toFixed(3)} ${(1 - y / NODES).toFixed(3)}`;
  const path = contours()
    .size([NODES, NODES])
    .thresholds(levels)(Array.from(values, (one) => (Number.isFinite(one) ? one : Infinity)))
    .flatMap(({ coordinates }) => coordinates.flatMap((rings) => rings.map((ring) => `M${ring.map(point).join('L')}Z`)))
    .join('');
  return { path, minima: [] };
}
