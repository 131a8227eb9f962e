import { symbol, symbolCircle, symbolDiamond } from 'd3';
import * as plot from './kit';
import { formatNumber } from './kit/format';
import { chartWords as say } from './kit/words';
import { limitText } from './limit-names';
import { landscapeWords, type LandscapeData, type StationaryMark } from './landscape-data';
import { isFaded } from './outcome';

const LINE = 14;
/** A longer name of a minimum is cut short, in pixels. */
const NAME = 190;

/**
 * The stationary points, each labelled where there is room; minima can be pointed at, focused and pressed. Says, too,
 * which places they and the lines take, and which the curve.
 *
 * @param lines what else their names keep off
 */
export function stationaryMarks(
  data: LandscapeData,
  panel: plot.Panel,
  lines: readonly plot.Box[],
): { marks: plot.Mark; taken: plot.Box[]; curve: plot.Box[] } {
  const { x, y, left, right, top, bottom, measure } = panel;
  const { low, high } = data.domain;
  // Minima first: where labels compete for room, theirs matter more.
  const points = data.stationary
    .filter(({ theta, value }) => theta >= low && theta <= high && y(value) >= top && y(value) <= bottom)
    .sort((a, b) => Number(a.kind !== 'minimum') - Number(b.kind !== 'minimum'));
  const words = points.map((point) => wordsOf(point, data, panel));
  const bounds: plot.Box = { x: left + 2, y: top, width: right - left, height: bottom - top + 12 };
  const candidates = points.map(({ theta, value, kind }, i) => {
    const size = {
      width: Math.max(...words[i].map((text, row) => measure(text, 11, row === 0 ? 600 : 400))),
      height: words[i].length * LINE,
    };
    // A name does not stand nearer to another point of its kind.
    const isItsOwn = (box: plot.Box) => {
      const away = (at: number) => Math.abs(x(at) - box.x - box.width / 2);
      return points.every((other) => other.kind !== kind || away(theta) <= away(other.theta));
    };
    return placesFor(x(theta), y(value), kind, size)
      .map((box) => ({ ...box, x: Math.min(Math.max(box.x, bounds.x), bounds.x + bounds.width - box.width) }))
      .filter(isItsOwn);
  });
  const markers = points.map(({ theta, value }): plot.Box => ({
    x: x(theta) - 7,
    y: y(value) - 7,
    width: 14,
    height: 14,
  }));
  const curve = plot.alongCurve(data.curve.theta, data.curve.value, panel);
  const boxes = plot.placeLabels(candidates, bounds, [...markers, ...lines, ...curve]);
  const marks: plot.Mark = {
    name: 'gd-marks',
    isInteractive: true,
    draw: (group) =>
      plot.each<SVGGElement, StationaryMark>(group, 'g', 'gd-mark', points, (mark, point, i) => {
        mark.classList.toggle('gd-dim', point.outcome !== undefined && isFaded(data, point.outcome));
        drawPoint(mark, point, data, panel);
        const box = boxes[i];
        plot.each<SVGTextElement, string>(mark, 'text', '', box ? words[i] : [], (text, line, row) => {
          plot.set(text, {
            class: `gd-halo gd-note${row === 0 ? ' gd-strong' : ''}`,
            'text-anchor': 'middle',
            x: box!.x + box!.width / 2,
            y: box!.y + 11 + row * LINE,
          });
          text.textContent = line;
        });
        listen(mark, point, words[i].join(', '), data);
      }),
  };
  return { marks, taken: [...markers, ...lines, ...boxes.flatMap((box) => box ?? [])], curve };
}

function drawPoint(
  mark: SVGGElement,
  { theta, value, kind, outcome }: StationaryMark,
  data: LandscapeData,
  { x, y }: plot.Panel,
) {
  const isMinimum = kind === 'minimum' && outcome !== undefined;
  const [surface, ink] = [
    plot.color('--gd-surface'),
    plot.color(isMinimum ? data.outcomes[outcome].color : '--gd-maximum'),
  ];
  const place = `translate(${x(theta)},${y(value)})`;
  plot.set(plot.one(mark, 'circle', 'gd-mark-ring'), { transform: place, r: 12 });
  const shape = plot.one<SVGPathElement>(mark, 'path', 'gd-mark-shape');
  plot.set(shape, { transform: place, d: symbol(isMinimum ? symbolCircle : symbolDiamond, isMinimum ? 95 : 60)() });
  Object.assign(shape.style, { fill: isMinimum ? ink : surface, stroke: isMinimum ? surface : ink, strokeWidth: '2' });
}

function listen(mark: SVGGElement, { kind, outcome }: StationaryMark, words: string, data: LandscapeData): void {
  const { highlighted, onHoverOutcome, onPickOutcome } = data;
  const canStandOut = kind === 'minimum' && outcome !== undefined && Boolean(onHoverOutcome || onPickOutcome);
  plot.set(mark, {
    'aria-hidden': canStandOut ? undefined : true,
    role: canStandOut ? 'button' : undefined,
    ...(!canStandOut && { tabindex: undefined, 'data-roving': undefined }),
    'aria-label': canStandOut ? words : undefined,
    'aria-pressed': canStandOut ? highlighted === outcome : undefined,
  });
  if (!canStandOut) return;
  plot.onEmphasis(mark, outcome, highlighted, onHoverOutcome, onPickOutcome);
  mark.onkeydown = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    mark.dispatchEvent(new MouseEvent('click'));
  };
}

function wordsOf(
  point: StationaryMark,
  { outcomes, variable = 'θ', optimizer }: LandscapeData,
  { measure }: plot.Panel,
): string[] {
  const place = `${variable} = ${formatNumber(point.theta)}`;
  if (point.kind !== 'minimum') return [say(point.kind), place];
  const name = outcomes[point.outcome ?? -1]?.label ?? say('minimum');
  // A minimum among many is named for its place.
  const isNamedForIt = /\d/.test(name);
  return [
    plot.shortened(measure, name, NAME, 11, 600),
    ...(isNamedForIt ? [] : [place]),
    ...(point.threshold === Infinity ? [landscapeWords('flat')] : []),
    ...(point.threshold! < Infinity ? [limitText(point.threshold!, optimizer)] : []),
  ];
}

/** How many lines farther away a name may stand. */
const FARTHEST = 2;

/** Below a minimum and above a maximum the curve leaves room, also a little aside and farther away; then on the other side. */
function placesFor(
  x: number,
  y: number,
  kind: StationaryMark['kind'],
  { width, height }: { width: number; height: number },
): plot.Box[] {
  const aside = [0, 0.25, -0.25, 0.5, -0.5];
  const row = (top: number) => aside.map((share) => ({ x: x - width / 2 + share * width, y: top, width, height }));
  const rows = (way: number) =>
    Array.from({ length: FARTHEST + 1 }, (_, i) => row(y + way * (11 + i * LINE + height / 2) - height / 2)).flat();
  const [below, above] = [rows(1), rows(-1)];
  return kind === 'minimum' ? [...below, ...above] : [...above, ...below];
}
