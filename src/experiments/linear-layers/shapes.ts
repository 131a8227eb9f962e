import { drawEquations, type Equation, type Piece } from '../../charts/equations';
import * as kit from '../../charts/kit';
import { inFormula, listed } from '../../charts/matrix-text';
import type { Entries } from '../../charts/cell-table';
import { columnOf } from '../../math/matrices';
import type { LinearLayersProblem } from './problem';
import { SIZE_COLORS, type Size } from './shown';
import { say } from './words';

export interface ShapesData {
  problem: LinearLayersProblem;
  /** The numbers of a matrix or a vector as fields. Without them nothing can be changed. */
  entries?(name: 'w1' | 'b1' | 'w2' | 'b2' | 'input'): Entries;
}

/** The layers as equations of matrices whose inner sizes must be equal, every number in its place. */
export const shapes: kit.Chart<ShapesData> = { draw, summarize, table };

function draw(container: HTMLElement, data: ShapesData & { width?: number }): void {
  const root = kit.chartRoot(container);
  drawEquations(root, linesOf(data), { label: say('equations'), width: kit.widthOf(root, data.width) });
  kit.one(root, 'p', 'gd-same gd-quiet').textContent = sameText(data);
}

const asColumn = (values: readonly number[]): number[][] => values.map((value) => [value]);

/** `1·1.5 + 2·(−2) + 1`. */
function sum(left: readonly number[], right: readonly number[], rest?: number): string {
  if (left.length > 3) return '';
  const terms = left.map((value, k) => `${inFormula(value)}·${inFormula(right[k])}`);
  return [...terms, ...(rest === undefined ? [] : [inFormula(rest)])].join(' + ');
}

function linesOf({ problem, entries }: ShapesData): Equation[] {
  const { parameters, sums, result } = problem;
  const { w1, b1, w2, b2, input, activation } = parameters;
  const { hidden, output, product, bias, single } = result;
  const x: Piece = { name: 'x', rows: asColumn(input), sizes: [SIZE_COLORS.s] };
  const vector = (name: string, values: readonly number[], size: Size, rest: Partial<Piece> = {}): Piece => ({
    name,
    rows: asColumn(values),
    sizes: [SIZE_COLORS[size]],
    ...rest,
  });
  const isLinear = activation === 'none';
  const inside = 'W₁x + b₁';
  const first = isLinear ? `h = ${inside}` : `h = ${activation}(${inside})`;
  return [
    {
      title: say('firstLayer', { formula: first }),
      pieces: [
        { name: 'W₁', rows: w1, sizes: [SIZE_COLORS.t, SIZE_COLORS.s], entries: entries?.('w1') },
        { ...x, sign: '·', entries: entries?.('input') },
        vector('b₁', b1, 't', { sign: '+', entries: entries?.('b1') }),
        vector(isLinear ? 'h' : inside, sums, 't', { sign: '=', working: (i) => sum(w1[i], input, b1[i]) }),
        ...(isLinear ? [] : [vector('h', hidden, 't', { sign: '→' })]),
      ],
    },
    {
      title: say('secondLayer', { formula: 'y = W₂h + b₂' }),
      pieces: [
        { name: 'W₂', rows: w2, sizes: [SIZE_COLORS.u, SIZE_COLORS.t], entries: entries?.('w2') },
        vector('h', hidden, 't', { sign: '·' }),
        vector('b₂', b2, 'u', { sign: '+', entries: entries?.('b2') }),
        vector('y', output, 'u', { sign: '=', working: (i) => sum(w2[i], hidden, b2[i]) }),
      ],
    },
    {
      title: say(isLinear ? 'oneLayer' : 'notBoth', { formula: '(W₂W₁)x + (W₂b₁ + b₂)' }),
      pieces: [
        {
          name: 'W₂W₁',
          rows: product,
          sizes: [SIZE_COLORS.u, SIZE_COLORS.s],
          working: (i, j) => sum(w2[i], columnOf(w1, j)),
        },
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
