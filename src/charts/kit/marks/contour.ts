import { contours, select, type ContourMultiPolygon } from 'd3';
import type { Mark, Panel } from '../panel';
import type { Interval } from '../scales';
import { paint } from '../palette';

export interface ContourOptions {
  name?: string;
  panel?: Panel;
  /** Row by row from the lowest y up, each from the lowest x on. */
  values: ArrayLike<number>;
  columns: number;
  rows: number;
  /** What the grid covers; its values stand in the middle of its cells. */
  x: Interval;
  y: Interval;
  thresholds: readonly number[];
  /** The colour of a line, by its number. */
  color?(index: number): string;
  width?(index: number): number;
}

/** Lines of equal value over a grid. */
export function contour(options: ContourOptions): Mark {
  const { name = 'gd-contours', panel, values, columns, rows, x: across, y: up, thresholds } = options;
  const { color = () => '--gd-axis', width = () => 1 } = options;
  return {
    name,
    panel,
    clip: true,
    draw(group, { x, y }) {
      const px = (column: number) => x(across[0] + (across[1] - across[0]) * (column / columns)).toFixed(2);
      const py = (row: number) => y(up[0] + (up[1] - up[0]) * (row / rows)).toFixed(2);
      const isOnRim = ([i, j]: number[]) => i === 0 || i === columns + 2 || j === 0 || j === rows + 2;
      // Rings close along the rim, where no value is equal: there the pen is lifted.
      const penOf = (point: number[], last: number[]) => (isOnRim(point) && isOnRim(last) ? 'M' : 'L');
      const lineOf = (ring: number[][]) =>
        ring
          .map((point, n) => `${n === 0 ? 'M' : penOf(point, ring[n - 1])}${px(point[0] - 1)},${py(point[1] - 1)}`)
          .join('');
      const pathOf = ({ coordinates }: ContourMultiPolygon) => coordinates.flat().map(lineOf).join('');
      const lines = contours()
        .size([columns + 2, rows + 2])
        .thresholds([...thresholds])(rimmed(values, columns, rows));
      select(group)
        .selectAll<SVGPathElement, ContourMultiPolygon>('path')
        .data(lines)
        .join('path')
        .attr('d', pathOf)
        .style('fill', 'none')
        .style('stroke', (_, i) => paint(color(i)))
        .style('stroke-width', (_, i) => width(i));
    },
  };
}

/** The grid with a rim of cells around it that go on as it ends, so that lines reach its edges. */
function rimmed(values: ArrayLike<number>, columns: number, rows: number): number[] {
  const along = (read: (i: number) => number, count: number) => {
    const inner = Array.from({ length: count }, (_, i) => read(i));
    const beyond = (end: number, before: number) => 2 * inner[end] - (inner[before] ?? inner[end]);
    return [beyond(0, 1), ...inner, beyond(count - 1, count - 2)];
  };
  const wide = Array.from({ length: rows }, (_, j) => along((i) => values[j * columns + i], columns));
  const tall = Array.from({ length: columns + 2 }, (_, i) => along((j) => wide[j][i], rows));
  return Array.from({ length: (columns + 2) * (rows + 2) }, (_, at) => {
    const i = at % (columns + 2);
    return tall[i][(at - i) / (columns + 2)];
  });
}
