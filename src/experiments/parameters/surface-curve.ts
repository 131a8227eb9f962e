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
  // As much of the picture lies between two lines as between two others.
  const levels = Array.from({ length: LINES }, (_, i) => sorted[Math.floor(((i + 0.6) / LINES) * (sorted.length - 1))]);
  return { path: levels.map((level) => lineAt(values, level)).join(''), minima: [] };
}

/** A line of equal value, a piece for each cell of the grid that it goes through. */
function lineAt(values: Float64Array, level: number): string {
  let path = '';
  for (let row = 0; row + 1 < NODES; row++) {
    for (let column = 0; column + 1 < NODES; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const crossings = corners.flatMap(([x, y], i) => {
        const [nextX, nextY] = corners[(i + 1) % 4];
        const [from, to] = [values[y * NODES + x], values[nextY * NODES + nextX]];
        if (from < level === to < level || !Number.isFinite(from + to)) return [];
        const share = (level - from) / (to - from);
        return [`${short(x + share * (nextX - x))} ${short(NODES - 1 - y - share * (nextY - y))}`];
      });
      for (let i = 0; i + 1 < crossings.length; i += 2) path += `M${crossings[i]}L${crossings[i + 1]}`;
    }
  }
  return path;
}

const short = (nodes: number) => (nodes / (NODES - 1)).toFixed(3);
