import { contours as contoursOf } from 'd3';
import * as kit from '../../charts/kit';
import { isFaded, occurringIn, outcomeKey } from '../../charts/outcome';
import { keptLast } from '../../math/kept-last';
import type { PlaneWindow } from '../../math/plane';
import { placeText } from './ends';
import { summaryWords } from './pictured';
import { tintAt } from './relief-image';
import { slopes, type SlopesData } from './slopes';
import { stationaryMarks } from './stationary-marks';
import { terrainOf, type Terrain } from './terrain';
import { say } from './words';

export type ContoursData = SlopesData;

const COLUMNS = 220;
/** How much of the heights' colours the ground has; lines of equal loss stand out on it. */
const TINT = 0.42;

const grounds = keptLast<Terrain, Terrain>();

/** The function where the picture shows it: around the window too, since a unit is as long across as it is up. */
function groundOf({ terrain, functions }: ContoursData, window: PlaneWindow, aspect: number): Terrain {
  const key = [...window.x, ...window.y, aspect].join(' ');
  const rows = Math.max(2, Math.round(COLUMNS * aspect));
  return grounds(terrain, key, () => terrainOf(functions.values, window, COLUMNS, rows));
}

/** What the picture in a container shows: more than the window, as a unit is as long across as it is up. */
const shownIn = new WeakMap<Element, PlaneWindow>();

const draw = kit.holdingAxes<ContoursData, undefined>(
  () => undefined,
  (container, data, _axes, grip) => {
    const { terrain, variables, runs, start, onStart } = data;
    const root = kit.chartRoot(container);
    kit.drawKey(root, outcomeKey(data, occurringIn(runs.population.kinds)));
    const lines = runs.paths.filter(({ isBeside, label }) => !isBeside && label);
    kit.drawKey(root, {
      name: 'gd-optimizers',
      entries: lines.map(({ label, color }) => ({ label, color, look: 'gd-heavy' })),
      shown: lines.length > 1 ? undefined : [],
    });
    const { window } = terrain;
    const frame = kit.cartesian(root, {
      width: data.width,
      height: [300, 0.62, 540],
      isEqual: true,
      note: kit.chartWords('learningRate', { rate: kit.formatRate(data.learningRate) }),
      x: { domain: window.x, title: `${variables[0]} →` },
      y: { domain: window.y, title: `↑ ${variables[1]}` },
      summary: () => contours.summarize(data, container),
    });
    const interval = (scale: kit.Scale) => scale.domain() as unknown as kit.Interval;
    const shown: PlaneWindow = { x: interval(frame.x), y: interval(frame.y) };
    shownIn.set(container, shown);
    const ground = groundOf(data, shown, (frame.bottom - frame.top) / (frame.right - frame.left));
    const inks = kit.inksOf(root, ['--gd-surface', ...Array.from({ length: 7 }, (_, i) => `--gd-scale-${i + 1}`)]);
    const { x, y, kinds } = runs.population;
    frame.draw(
      [
        kit.raster({ ...shown, key: [ground, inks.join()], image: () => groundImage(ground, inks) }),
        linesMark(ground),
        kit.shapes('gd-curves', curveShapes(data)),
        kit.cloud({
          x,
          y,
          length: x.length,
          radius: 2.4,
          group: kinds,
          colors: data.outcomes.map(({ color }) => color),
          rim: '--gd-surface',
          strength: (group) => (isFaded(data, group) ? 0.12 : 1),
        }),
        ...pathMarks(data, frame),
        ...stationaryMarks({
          points: data.stationary.points,
          regions: data.stationary.regions,
          outcomes: data.outcomes,
          frame,
          at: (point) => [point.x, point.y],
          besides: start,
        }),
        kit.handles({
          name: 'gd-start',
          along: 'both',
          stops: 100,
          handles: [
            {
              x: start[0],
              y: start[1],
              label: say('startHandle'),
              text: placeText(...start),
              color: '--gd-accent',
              radius: 7,
            },
          ],
          onMove: onStart && ((_, toX, toY) => onStart([toX, toY])),
          ...grip,
        }),
      ],
      slopes(data, frame),
    );
  },
);

/** Heights as colours, mixed into the page's surface. */
function groundImage({ columns, rows, heights }: Terrain, [surface, ...scale]: readonly kit.RGB[]): ImageData {
  const image = new ImageData(columns, rows);
  heights.forEach((height, i) => {
    const [row, column] = [rows - 1 - Math.floor(i / columns), i % columns];
    image.data.set([...kit.mix(surface, tintAt(scale, height), TINT), 255], 4 * (row * columns + column));
  });
  return image;
}

/** Rings of equal height, in shares of the ground from its lower left corner. */
const rings = new WeakMap<Terrain, (readonly [number, number])[][][]>();

function ringsOf(ground: Terrain): (readonly [number, number])[][][] {
  let all = rings.get(ground);
  if (!all) {
    const { columns, rows, heights, levels } = ground;
    const thresholds = levels.map((_, i) => (i + 0.5) / levels.length);
    // d3 counts from the edges of cells; the values stand at the nodes of a grid that reaches to the edges of the picture.
    const share = ([i, j]: number[]) => [(i - 0.5) / (columns - 1), (j - 0.5) / (rows - 1)] as const;
    const found = contoursOf().size([columns, rows]).thresholds(thresholds)(Array.from(heights));
    all = found.map(({ coordinates }) => coordinates.flatMap((polygon) => polygon.map((ring) => ring.map(share))));
    rings.set(ground, all);
  }
  return all;
}

const drawn = new WeakMap<SVGGElement, { key: string; ground: Terrain }>();

/** Lines of equal loss; what is as it was is left as it is. */
function linesMark(ground: Terrain): kit.Mark {
  return {
    name: 'gd-levels',
    clip: true,
    draw(group, { left, right, top, bottom }) {
      const key = [left, right, top, bottom].join(' ');
      const last = drawn.get(group);
      if (last?.key === key && last.ground === ground) return;
      drawn.set(group, { key, ground });
      const all = ringsOf(ground);
      const point = ([u, v]: readonly [number, number]) =>
        `${(left + u * (right - left)).toFixed(1)},${(bottom - v * (bottom - top)).toFixed(1)}`;
      kit.each<SVGPathElement, (typeof all)[number]>(group, 'path', '', all, (path, level, i) =>
        kit.set(path, {
          d: level.map((ring) => `M${ring.map(point).join('L')}Z`).join(''),
          fill: 'none',
          stroke: 'currentColor',
          'stroke-opacity': i % 5 === 2 ? 0.6 : 0.32,
          'stroke-width': i % 5 === 2 ? 1.1 : 0.8,
        }),
      );
    },
  };
}

function curveShapes({ curves }: ContoursData): kit.Shape[] {
  return curves.map(({ points, kind }) => ({
    points,
    color: '--gd-text',
    width: kind === 'valley' ? 2.5 : 1.5,
    isOpen: true,
    look: kind === 'valley' ? '' : 'gd-dashed',
  }));
}

/** More steps than these are one line. */
const MOST_DOTS = 80;

function pathMarks({ runs }: ContoursData, frame: kit.Frame): kit.Mark[] {
  const shapes = (name: string, under: boolean) =>
    kit.shapes(
      name,
      runs.paths.map(({ places, color, isBeside }) => ({
        points: places,
        color: under ? '--gd-surface' : color,
        width: (isBeside ? 1.5 : 2.25) + (under ? 2.5 : 0),
        isOpen: true,
      })),
    );
  const dotted = runs.paths.filter(({ places }) => places.length <= MOST_DOTS);
  const dots = dotted.flatMap(({ places, color, isBeside }) => places.map((place) => ({ place, color, isBeside })));
  const ends = runs.paths.filter(({ places }) => places.length > 1);
  return [
    shapes('gd-casing', true),
    shapes('gd-paths', false),
    kit.dots({
      name: 'gd-iterates',
      x: (i) => dots[i].place[0],
      y: (i) => dots[i].place[1],
      length: dots.length,
      radius: (i) => (dots[i].isBeside ? 2 : 2.6),
      color: (i) => dots[i].color,
      clip: true,
    }),
    kit.dots({
      name: 'gd-heads',
      panel: frame,
      x: (i) => ends[i].places.at(-1)![0],
      y: (i) => ends[i].places.at(-1)![1],
      length: ends.length,
      radius: 4.5,
      color: (i) => ends[i].color,
      stroke: '--gd-surface',
      look: 'gd-rimmed',
      clip: true,
    }),
  ];
}

/** Lines of equal loss, the runs among them, and the gradient under the pointer. */
export const contours: kit.Chart<ContoursData> = {
  draw,
  summarize(data, container) {
    return say('contoursSummary', summaryWords(data, (container && shownIn.get(container)) ?? data.terrain.window));
  },
  table({ runs }) {
    const rows = runs.paths.flatMap(({ label, places }) => places.map((place, k) => ({ label, place, k })));
    return {
      run: rows.map(({ label }) => label),
      number: rows.map(({ k }) => k),
      x: rows.map(({ place }) => place[0]),
      y: rows.map(({ place }) => place[1]),
    };
  },
};
