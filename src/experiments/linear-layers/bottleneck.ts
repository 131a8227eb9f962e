import { drawCellTable } from '../../charts/cell-table';
import * as kit from '../../charts/kit';
import { rowsText, short, subscript } from '../../charts/matrix-text';
import { added, product as productOf, rankOf, singularValues, times } from '../../math/matrices';
import { axesOf, axisMarks, gridLines, gridShapes, projected, extentOf } from './planes';
import css from './planes.css?inline';
import type { LinearLayersProblem } from './problem';
import { SIZE_COLORS } from './shown';
import { say } from './words';

export interface BottleneckData {
  problem: LinearLayersProblem;
  /** How many of the hidden units are kept. */
  middle: number;
}

const REACH = 3;

/** The layers with some of the hidden units alone, and no activation. */
function narrowed({ problem: { parameters }, middle }: BottleneckData) {
  const { b1, b2 } = parameters;
  const w1 = parameters.w1.slice(0, middle);
  const w2 = parameters.w2.map((row) => row.slice(0, middle));
  const product = productOf(w2, w1);
  const bias = added(times(w2, b1.slice(0, middle)), b2);
  const most = Math.min(parameters.w1[0].length, middle, parameters.w2.length);
  return { product, rank: rankOf(product), most, apply: (x: readonly number[]) => added(times(product, x), bias) };
}

/** The image of the plane, and what is left of it behind a narrow middle. */
export const bottleneck: kit.Chart<BottleneckData> = {
  draw(container, data) {
    const { problem, middle } = data;
    const { w1, w2, input } = problem.parameters;
    const { picture, aside, width } = kit.besideRows(container, data.width);
    const { product, rank, most, apply } = narrowed(data);
    const lines = gridLines(input, REACH);
    const axes = axesOf(w2.length);
    const image = (x: readonly number[]) => projected(apply(x), axes);
    const whole = (x: readonly number[]) => projected(problem.apply(x).single, axes);
    const all = lines.flatMap(({ inputs }) => inputs);
    const covers = extentOf([...all.map(image), ...all.map(whole)], axes);
    const names = w2.map((_, i) => `y${subscript(i + 1)}`);
    const isPlane = names.length <= 2;
    kit.adoptStyles(picture, css);
    picture.classList.toggle('gd-no-axes', !isPlane);
    const frame = kit.cartesian(picture, {
      width,
      height: Math.min(380, width - 50),
      isEqual: true,
      x: { domain: covers.x, title: isPlane ? names[0] : '', ticks: isPlane ? undefined : [] },
      y: { domain: covers.y, title: names[1] && isPlane ? `↑ ${names[1]}` : '', ticks: isPlane ? undefined : [] },
      summary: bottleneck.summarize(data),
    });
    // The corners of the square in their order around it.
    const [lowest, highest] = [lines[0].inputs, lines[Math.floor((lines.length - 1) / 2)].inputs];
    const around = [lowest[0], lowest.at(-1)!, highest.at(-1)!, highest[0]];
    frame.draw([
      ...axisMarks(axes, covers.reach, names),
      kit.shapes('gd-whole', [{ points: around.map(whole), color: '--gd-axis', fill: 0.12, width: 1 }]),
      kit.shapes('gd-grid-lines', gridShapes(lines, image, { width: 1.5 })),
    ]);
    const values = singularValues(product);
    const greatest = Math.max(values[0], ...singularValues(problem.result.product)) || 1;
    kit.drawRows(
      kit.one(aside, 'div', 'gd-directions-of'),
      [
        {
          title: say('directions'),
          rows: values.slice(0, Math.min(w1[0].length, w2.length)).map((value, i) => ({
            name: say('direction', { number: i + 1 }),
            color: i < rank ? SIZE_COLORS.t : '--gd-bounded',
            value: short(i < rank ? value : 0),
            parts: [i < rank ? Math.min(1, value / greatest) : 0],
          })),
        },
      ],
      {},
    );
    kit.one(aside, 'p', 'gd-sentence').textContent = `${wordsOf(data)} ${say('rankIs', { rank, most })}`;
    kit.one(aside, 'p', 'gd-product-title gd-quiet').textContent = say('ofProduct', { count: middle });
    drawCellTable(kit.one<HTMLElement>(aside, 'div', 'gd-product'), {
      width: Math.min(width, 78 * product[0].length),
      caption: say('ofProduct', { count: middle }),
      rows: product.map((row) => ({
        head: '',
        cells: row.map((value) => ({ value, most: Math.max(...product.flat().map(Math.abs)) })),
      })),
    });
  },
  summarize(data) {
    const { product, rank } = narrowed(data);
    return say('bottleneckSummary', {
      count: data.middle,
      all: data.problem.parameters.w1.length,
      product: rowsText(product),
      rank,
      words: wordsOf(data),
    });
  },
  table(data) {
    const { product } = narrowed(data);
    const places = product.flatMap((row, i) => row.map((value, j) => [i + 1, j + 1, value] as const));
    return {
      row: places.map(([row]) => row),
      column: places.map(([, column]) => column),
      value: places.map(([, , value]) => value),
    };
  },
};

function wordsOf(data: BottleneckData): string {
  const { rank } = narrowed(data);
  return say(rank === 0 ? 'onPoint' : rank === 1 ? 'onLine' : 'onPlane');
}
