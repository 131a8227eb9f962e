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
  /** Fills what lies above a threshold, by its number. */
  fill?(index: number): string;
  width?(index: number): number;
}

/** Lines of equal value over a grid. */
export function contour(options: ContourOptions): Mark {
  const { name = 'gd-contours', panel, values, columns, rows, x: across, y: up, thresholds } = options;
  const { color = () => '--gd-axis', fill, width = () => 1 } = options;
  return {
    name,
    panel,
    clip: true,
    draw(group, { x, y }) {
      const px = (column: number) => x(across[0] + (across[1] - across[0]) * (column / columns)).toFixed(2);
      const py = (row: number) => y(up[0] + (up[1] - up[0]) * (row / rows)).toFixed(2);
      const pathOf = ({ coordinates }: ContourMultiPolygon) =>
        coordinates
          .flatMap((polygon) => polygon.map((ring) => `M${ring.map(([i, j]) => `${px(i)},${py(j)}`).join('L')}Z`))
          .join('');
      const lines = contours()
        .size([columns, rows])
        .thresholds([...thresholds])(Array.from(values));
      select(group)
        .selectAll<SVGPathElement, ContourMultiPolygon>('path')
        .data(lines)
        .join('path')
        .attr('d', pathOf)
        .style('fill', (_, i) => (fill ? paint(fill(i)) : 'none'))
        .style('stroke', (_, i) => paint(color(i)))
        .style('stroke-width', (_, i) => width(i));
    },
  };
}
