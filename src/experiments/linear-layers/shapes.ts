import { drawCellTable, type NumberCell } from '../../charts/cell-table';
import * as kit from '../../charts/kit';
import { columnOf, type Rows } from '../../math/matrices';
import type { LinearLayersProblem } from './problem';
import css from './shapes.css?inline';
import { inFormula, listed, SIZE_COLORS, type Size } from './shown';
import { say } from './words';

export interface ShapesData {
  problem: LinearLayersProblem;
  /** Takes what was typed into a matrix or a vector. Without it nothing can be changed. */
  onEdit?(name: 'w1' | 'b1' | 'w2' | 'b2' | 'input', row: number, column: number, text: string): void;
}

type Editable = 'w1' | 'b1' | 'w2' | 'b2' | 'input';

/** A matrix in an equation, or a sign between two. */
interface Piece {
  sign?: string;
  name: string;
  rows: Rows;
  /** What its rows and columns are as many as; a vector has no columns. */
  sizes: readonly [Size] | readonly [Size, Size];
  edits?: Editable;
  /** How a number came about. */
  working?(row: number, column: number): string;
}

interface Line {
  title: string;
  pieces: readonly Piece[];
}

const WIDE = 700;
const CELL = 58;
const NARROW_CELL = 47;
const ROOMY_CELL = 162;

/** The layers as equations of matrices whose inner sizes must be equal, every number in its place. */
export const shapes: kit.Chart<ShapesData> = { draw, summarize, table };

function draw(container: HTMLElement, data: ShapesData & { width?: number }): void {
  const root = kit.chartRoot(container);
  kit.adoptStyles(root, css);
  const width = kit.widthOf(root, data.width);
  const cell = width >= WIDE ? CELL : NARROW_CELL;
  const roomy = width >= WIDE ? Math.min(ROOMY_CELL, Math.floor((width - 210) / 4)) : NARROW_CELL;
  const lines = linesOf(data);
  const most = Math.max(...lines.flatMap(({ pieces }) => pieces.flatMap(({ rows }) => rows.flat().map(Math.abs))));
  const box = kit.one<HTMLElement>(root, 'div', 'gd-equations');
  kit.set(box, { role: 'group', tabindex: 0, 'aria-label': say('equations') });
  kit.each<HTMLElement, Line>(box, 'section', '', lines, (section, { title, pieces }) => {
    kit.one(section, 'h4', 'gd-block-title').textContent = title;
    const row = kit.one<HTMLElement>(section, 'div', 'gd-equation');
    kit.each<HTMLElement, Piece>(row, 'div', 'gd-piece', pieces, (place, piece) => {
      kit.one(place, 'span', 'gd-sign').textContent = piece.sign ?? '';
      const body = kit.one<HTMLElement>(place, 'div', 'gd-piece-body');
      const columns = piece.rows[0].length;
      const wide = piece.working && columns <= 2 ? roomy : cell;
      const brackets = kit.one<HTMLElement>(body, 'div', 'gd-brackets');
      drawCellTable(brackets, {
        width: columns * wide,
        caption: piece.name,
        widest: wide,
        rows: piece.rows.map((values, i) => ({
          head: '',
          cells: values.map((value, j) => cellOf(data, piece, most, value, i, j)),
        })),
      });
      drawSizes(kit.one(body, 'p', 'gd-sizes'), piece);
    });
  });
  kit.one(root, 'p', 'gd-quiet').textContent = sameText(data);
}

function cellOf({ onEdit }: ShapesData, piece: Piece, most: number, value: number, i: number, j: number): NumberCell {
  const { name, edits, working, sizes } = piece;
  const label =
    sizes.length === 2 ? say('entry', { row: i + 1, column: j + 1, name }) : say('number', { row: i + 1, name });
  return {
    value,
    most,
    working: working?.(i, j),
    ...(edits && onEdit && { edit: { label, set: (text: string) => onEdit(edits, i, j, text) } }),
  };
}

/** `W₁ 3 × 2`, each size in its colour: equal ones look alike. */
function drawSizes(parent: HTMLElement, { name, rows, sizes }: Piece): void {
  kit.one(parent, 'span', 'gd-piece-name').textContent = name;
  const numbers = sizes.length === 2 ? [rows.length, rows[0].length] : [rows.length];
  const parts = numbers.flatMap((number, i) => [
    ...(i > 0 ? [{ text: '×', color: '' }] : []),
    { text: String(number), color: kit.color(SIZE_COLORS[sizes[i]!]) },
  ]);
  const box = kit.one<HTMLElement>(parent, 'span', 'gd-size');
  kit.each<HTMLSpanElement, (typeof parts)[number]>(box, 'span', '', parts, (span, { text, color }) => {
    span.textContent = text;
    span.style.color = color;
  });
}

const asColumn = (values: readonly number[]): number[][] => values.map((value) => [value]);

/** `1·1.5 + 2·(−2) + 1`. */
function sum(left: readonly number[], right: readonly number[], rest?: number): string {
  if (left.length > 3) return '';
  const terms = left.map((value, k) => `${inFormula(value)}·${inFormula(right[k])}`);
  return [...terms, ...(rest === undefined ? [] : [inFormula(rest)])].join(' + ');
}

function linesOf({ problem }: ShapesData): Line[] {
  const { parameters, sums, result } = problem;
  const { w1, b1, w2, b2, input, activation } = parameters;
  const { hidden, output, product, bias, single } = result;
  const x: Piece = { name: 'x', rows: asColumn(input), sizes: ['s'] };
  const vector = (name: string, values: readonly number[], size: Size, rest: Partial<Piece> = {}): Piece => ({
    name,
    rows: asColumn(values),
    sizes: [size],
    ...rest,
  });
  const isLinear = activation === 'none';
  const inside = 'W₁x + b₁';
  const first = isLinear ? `h = ${inside}` : `h = ${activation}(${inside})`;
  return [
    {
      title: say('firstLayer', { formula: first }),
      pieces: [
        { name: 'W₁', rows: w1, sizes: ['t', 's'], edits: 'w1' },
        { ...x, sign: '·', edits: 'input' },
        vector('b₁', b1, 't', { sign: '+', edits: 'b1' }),
        vector(isLinear ? 'h' : inside, sums, 't', { sign: '=', working: (i) => sum(w1[i], input, b1[i]) }),
        ...(isLinear ? [] : [vector('h', hidden, 't', { sign: '→' })]),
      ],
    },
    {
      title: say('secondLayer', { formula: 'y = W₂h + b₂' }),
      pieces: [
        { name: 'W₂', rows: w2, sizes: ['u', 't'], edits: 'w2' },
        vector('h', hidden, 't', { sign: '·' }),
        vector('b₂', b2, 'u', { sign: '+', edits: 'b2' }),
        vector('y', output, 'u', { sign: '=', working: (i) => sum(w2[i], hidden, b2[i]) }),
      ],
    },
    {
      title: say(isLinear ? 'oneLayer' : 'notBoth', { formula: '(W₂W₁)x + (W₂b₁ + b₂)' }),
      pieces: [
        { name: 'W₂W₁', rows: product, sizes: ['u', 's'], working: (i, j) => sum(w2[i], columnOf(w1, j)) },
        { ...x, sign: '·' },
        vector('W₂b₁ + b₂', bias, 'u', { sign: '+', working: (i) => sum(w2[i], b1, b2[i]) }),
        vector('y', single, 'u', { sign: '=', working: (i) => sum(product[i], input, bias[i]) }),
      ],
    },
  ];
}

/** The greatest distance of the two ways' outputs. */
const apart = ({ output, single }: LinearLayersProblem['result']) =>
  Math.max(...output.map((value, i) => Math.abs(value - single[i])));

function sameText({ problem: { result } }: ShapesData): string {
  const size = Math.max(1, ...result.output.map(Math.abs));
  return apart(result) <= 1e-12 * size
    ? say('same')
    : say('other', { one: listed(result.output), both: listed(result.single) });
}

function summarize(data: ShapesData): string {
  const { parameters, result } = data.problem;
  const shape = ([rows, columns]: readonly [number, number]) => `${rows} × ${columns}`;
  const { shapes, hidden, output, single } = result;
  const summary = say('shapesSummary', {
    w1: shape(shapes.w1),
    w2: shape(shapes.w2),
    product: shape(shapes.product),
    input: listed(parameters.input),
    hidden: listed(hidden),
    output: listed(output),
    single: listed(single),
  });
  return `${summary} ${sameText(data)}`;
}

function table({ problem: { result } }: ShapesData): kit.Table {
  const { hidden, output, single, bias, product } = result;
  const named = { hidden, output, single, bias, product: product.flat() };
  const rows = Object.entries(named).flatMap(([name, values]) =>
    values.map((value, i) => [name, i + 1, value] as const),
  );
  return {
    name: rows.map(([name]) => name),
    number: rows.map(([, number]) => number),
    value: rows.map(([, , value]) => value),
  };
}
