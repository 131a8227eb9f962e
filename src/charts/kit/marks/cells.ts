import { select } from 'd3';
import type { Mark, Panel } from '../panel';
import { paint } from '../palette';
import { indices, type Each, valueAt } from './channel';

export interface CellsOptions {
  name?: string;
  panel?: Panel;
  /** The upper left corner and the size of a cell, in pixels. */
  left: number;
  top: number;
  width: number;
  height: number;
  rows: number;
  columns: number;
  /** Row by row, from above. */
  color(index: number): string | null;
  look?: Each<string>;
  /** What stands in a cell, and the ink it is written with. */
  text?(index: number): string;
  ink?(index: number): string | null;
  /** In pixels. */
  size?: number;
}

/** A table of colours, with a text in each cell where there is one. */
export function cells(options: CellsOptions): Mark {
  const { name = 'gd-cells', panel, ...table } = options;
  return { name, panel, draw: (group) => drawCells(group, table) };
}

export function drawCells(group: SVGGElement, options: Omit<CellsOptions, 'name' | 'panel'>): void {
  const { left, top, width, height, rows, columns, color, look = 'gd-cell', text, ink, size = 11 } = options;
  const gap = width >= 9 && height >= 9 ? 1 : 0;
  const x = (i: number) => left + (i % columns) * width;
  const y = (i: number) => top + Math.floor(i / columns) * height;
  const all = indices(rows * columns);
  const fills = all.map((i) => color(i));
  // What has no colour has an outline, which takes half a pixel on each side.
  const inset = (i: number) => (fills[i] === null ? 0.5 : 0);
  select(group)
    .selectAll<SVGRectElement, number>('rect')
    .data(all)
    .join('rect')
    .attr('class', (i) => valueAt(look, i))
    .attr('x', (i) => x(i) + inset(i))
    .attr('y', (i) => y(i) + inset(i))
    .attr('width', (i) => Math.max(0.5, width - gap - 2 * inset(i)))
    .attr('height', (i) => Math.max(0.5, height - gap - 2 * inset(i)))
    .style('fill', (i) => (fills[i] === null ? null : paint(fills[i]!)));
  select(group)
    .selectAll<SVGTextElement, number>('text')
    .data(text ? all.filter((i) => text(i)) : [])
    .join('text')
    .attr('x', (i) => x(i) + (width - gap) / 2)
    .attr('y', (i) => y(i) + (height - gap) / 2)
    .attr('dy', '0.35em')
    .attr('text-anchor', 'middle')
    .style('font-size', `${size}px`)
    .style('fill', (i) => ink?.(i) ?? null)
    .text((i) => text!(i));
}
