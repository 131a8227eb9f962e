import * as kit from '../../charts/kit';
import { listed, short, subscript } from '../../charts/matrix-text';
import { axesOf, axisMarks, gridLines, gridShapes, projected, extentOf, type Point } from './planes';
import css from './planes.css?inline';
import type { LinearLayersProblem } from './problem';
import { LINE_COLORS } from './shown';
import { say } from './words';

export interface MapsData {
  problem: LinearLayersProblem;
  onInput?(x: readonly number[]): void;
}

const THREE_IN_A_ROW = 700;
const GAP = 22;

const reach = ({ problem: { parameters } }: MapsData) =>
  kit.roundUp(1.1 * Math.max(2, ...parameters.input.slice(0, 2).map(Math.abs)));

const draw = kit.holdingAxes<MapsData, number>(reach, (container, data, most, grip) => {
  const { problem, onInput } = data;
  const { input } = problem.parameters;
  const root = kit.chartRoot(container);
  kit.adoptStyles(root, css);
  const total = kit.widthOf(root, data.width);
  const isWide = total >= THREE_IN_A_ROW;
  const width = isWide ? Math.floor((total - 2 * GAP) / 3) : total;
  kit.drawKey(root, {
    entries: [
      { label: say('acrossKey'), color: LINE_COLORS[0], look: '' },
      ...(input.length > 1 ? [{ label: say('upKey'), color: LINE_COLORS[1], look: '' }] : []),
      { label: say('oneLayerKey'), look: 'gd-dashed' },
    ],
  });
  const columns = kit.one<HTMLElement>(root, 'div', 'gd-columns');
  columns.style.gap = `${GAP}px`;
  columns.classList.toggle('gd-stacked', !isWide);
  const lines = gridLines(input, most);
  const plane = (name: string, title: string, size: number, letter: string, points: readonly Point[]) => {
    const axes = axesOf(size);
    const far = [-most, most] as const;
    const covers = name === 'gd-input' ? { x: far, y: far, reach: most } : extentOf(points, axes);
    const names = Array.from({ length: size }, (_, i) => `${letter}${subscript(i + 1)}`);
    const hasAxes = size <= 2;
    const box = kit.one<HTMLElement>(columns, 'div', name);
    box.classList.toggle('gd-no-axes', !hasAxes);
    const frame = kit.cartesian(box, {
      width,
      height: Math.min(isWide ? 320 : 260, width - 40),
      isEqual: true,
      x: { domain: covers.x, title: hasAxes ? names[0] : '', ticks: hasAxes ? undefined : [] },
      y: { domain: covers.y, title: size === 2 ? `${title}  ↑ ${names[1]}` : title, ticks: hasAxes ? undefined : [] },
      summary: title,
    });
    return { frame, marks: axisMarks(axes, covers.reach, names), axes };
  };
  const dot = ([x, y]: Point) =>
    kit.dots({ x: [x], y: [y], length: 1, radius: 6, color: '--gd-accent', stroke: '--gd-surface' });
  const all = lines.flatMap(({ inputs }) => inputs);

  const inputs = plane('gd-input', say('inputPlane'), Math.min(2, input.length), 'x', []);
  const place = ([x, y = 0]: readonly number[]): Point => [x, y];
  inputs.frame.draw([
    kit.shapes('gd-grid-lines', gridShapes(lines, place)),
    kit.handles({
      along: input.length > 1 ? 'both' : 'x',
      stops: 60,
      handles: [{ x: input[0], y: input[1] ?? 0, label: say('handle'), text: listed(input.slice(0, 2)) }],
      onMove: onInput && ((_, x, y) => onInput(input.map((value, i) => (i === 0 ? x : i === 1 ? y : value)))),
      ...grip,
    }),
  ]);

  const hiddenAxes = axesOf(problem.parameters.w1.length);
  const toHidden = (x: readonly number[]) => projected(problem.apply(x).hidden, hiddenAxes);
  const hidden = plane('gd-hidden-plane', say('hiddenPlane'), hiddenAxes.length, 'h', all.map(toHidden));
  hidden.frame.draw([...hidden.marks, kit.shapes('gd-grid-lines', gridShapes(lines, toHidden)), dot(toHidden(input))]);

  const outputAxes = axesOf(problem.parameters.w2.length);
  const toOutput = (x: readonly number[]) => projected(problem.apply(x).output, outputAxes);
  const toSingle = (x: readonly number[]) => projected(problem.apply(x).single, outputAxes);
  const ends = [...all.map(toOutput), ...all.map(toSingle)];
  const output = plane('gd-output', say('outputPlane'), outputAxes.length, 'y', ends);
  output.frame.draw([
    ...output.marks,
    kit.shapes('gd-grid-lines', gridShapes(lines, toOutput)),
    kit.shapes('gd-single', gridShapes(lines, toSingle, { color: '--gd-text', width: 1, look: 'gd-dashed' })),
    dot(toOutput(input)),
    kit.dots({
      name: 'gd-single-place',
      x: [toSingle(input)[0]],
      y: [toSingle(input)[1]],
      length: 1,
      radius: 8,
      isHollow: true,
      color: '--gd-text',
    }),
  ]);
});

/** The greatest distance between the two ways over the grid. */
function apartOver(data: MapsData): number {
  const { problem } = data;
  const all = gridLines(problem.parameters.input, reach(data)).flatMap(({ inputs }) => inputs);
  return Math.max(
    ...all.map((x) => {
      const { output, single } = problem.apply(x);
      return Math.hypot(...output.map((value, i) => value - single[i]));
    }),
  );
}

/** A grid of points through the first layer, through both, and through the one layer that would replace them. */
export const maps: kit.Chart<MapsData> = {
  draw,
  summarize: (data) =>
    say('mapsSummary', { input: listed(data.problem.parameters.input), apart: short(apartOver(data)) }),
  table(data) {
    const { problem } = data;
    const { parameters } = problem;
    const all = gridLines(parameters.input, reach(data)).flatMap(({ inputs }) => inputs.filter((_, k) => k % 6 === 0));
    const made = all.map((x) => problem.apply(x));
    const columns = (name: string, values: readonly (readonly number[])[]) =>
      Object.fromEntries(values[0].map((_, i) => [`${name}${i + 1}`, values.map((row) => row[i])]));
    return {
      ...columns('x', all),
      ...columns(
        'h',
        made.map(({ hidden }) => hidden),
      ),
      ...columns(
        'y',
        made.map(({ output }) => output),
      ),
      ...columns(
        'one',
        made.map(({ single }) => single),
      ),
    };
  },
};
