import * as kit from '../../charts/kit';
import { isFaded, occurringIn, outcomeKey } from '../../charts/outcome';
import type { Place } from '../../math/plane';
import { drapedPieces, groundAt, isInside } from './draped';
import { summaryWords, type PicturedLoss } from './pictured';
import { projectionOf, reliefImage, type Camera, type Projection } from './relief-image';
import { stationaryMarks } from './stationary-marks';
import type { Terrain } from './terrain';
import { turning } from './turning';
import { say } from './words';

export interface ReliefData extends PicturedLoss {
  camera: Camera;
  onTurn?(camera: Camera): void;
}

interface State {
  data: ReliefData & { width?: number };
  isHeld: boolean;
  key: string;
  canvas?: HTMLCanvasElement;
}

const states = new WeakMap<HTMLElement, State>();
/** How finely the relief is drawn beside the screen's pixels, while it turns and while it stands. */
const COARSE = 1;
const FINE = 1.6;

function draw(container: HTMLElement, data: ReliefData & { width?: number }): void {
  const state: State = states.get(container) ?? { data, isHeld: false, key: '' };
  states.set(container, Object.assign(state, { data }));
  const { terrain, camera, runs, onTurn } = data;
  const root = kit.chartRoot(container);
  kit.drawKey(root, outcomeKey(data, occurringIn(runs.population.kinds)));
  const width = kit.widthOf(root, data.width);
  const height = kit.heightOf([270, 0.6, 520], width, kit.heightCap(root));
  const frame = kit.plain(root, {
    width,
    height,
    area: { x: 0, y: 0, width, height },
    summary: relief.summarize(data),
  });
  const projection = projectionOf(terrain, camera, width, height);
  const edges = edgeLabels(data, projection);
  frame.draw(
    [
      groundMark(state, frame),
      populationMark(data, projection),
      kit.shapes('gd-curves', curveShapes(data, projection)),
      kit.shapes(
        'gd-paths',
        runs.paths.flatMap(({ places, color, isBeside }) =>
          drapedPieces(terrain, projection, places).map(({ points, isSeen }) => ({
            points,
            color,
            width: isBeside ? 1.75 : 2.75,
            isOpen: true,
            isFaded: !isSeen,
            look: 'gd-on-relief',
          })),
        ),
      ),
      ...stationaryMarks({
        points: data.stationary.points,
        regions: data.stationary.regions,
        outcomes: data.outcomes,
        frame,
        at: ({ x, y }) => (projection.isSeen(x, y) ? projection.at(x, y, groundAt(terrain, [x, y])) : undefined),
        taken: edges.map((label) => kit.labelBox(frame, label)),
      }),
      kit.labels('gd-edges', edges),
    ],
    onTurn &&
      turning({
        name: say('reliefKeys'),
        role: say('turnable'),
        camera,
        onTurn,
        onGrab: () => (state.isHeld = true),
        onDrop() {
          state.isHeld = false;
          draw(container, state.data);
        },
      }),
  );
}

/** The relief itself: drawn anew only when it has turned, or the colours have. */
function groundMark(state: State, { width, height }: kit.Frame): kit.Mark {
  return {
    name: 'gd-ground',
    paint(context, { root }) {
      const { terrain, camera } = state.data;
      const names = Array.from({ length: 7 }, (_, i) => `--gd-scale-${i + 1}`);
      const [surface, text, ...scale] = kit.inksOf(root, ['--gd-surface', '--gd-text', ...names]);
      const ratio = state.isHeld ? COARSE : FINE;
      const key = [width, height, camera.turn, camera.tilt, ratio, surface, text, ...scale].join();
      if (state.key !== key || !state.canvas || shownTerrain.get(state.canvas) !== terrain) {
        const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
        const image = reliefImage(terrain, camera, size, { scale, surface, text });
        const canvas = (state.canvas ??= document.createElement('canvas'));
        Object.assign(canvas, size);
        canvas.getContext('2d')?.putImageData(image, 0, 0);
        shownTerrain.set(canvas, terrain);
        state.key = key;
      }
      context.imageSmoothingQuality = 'high';
      context.drawImage(state.canvas, 0, 0, width, height);
    },
  };
}

const shownTerrain = new WeakMap<HTMLCanvasElement, Terrain>();

function populationMark(data: ReliefData, projection: Projection): kit.Mark {
  const { terrain, outcomes, runs } = data;
  const { x, y, kinds } = runs.population;
  const shown = Array.from({ length: x.length }, (_, i) => i).filter(
    (i) => isInside(terrain, [x[i], y[i]]) && projection.isSeen(x[i], y[i]),
  );
  const places = shown.map((i) => projection.at(x[i], y[i], groundAt(terrain, [x[i], y[i]])));
  return kit.cloud({
    x: (i) => places[i][0],
    y: (i) => places[i][1],
    length: places.length,
    radius: 2.6,
    group: (i) => kinds[shown[i]],
    colors: outcomes.map(({ color }) => color),
    rim: '--gd-surface',
    strength: (group) => (isFaded(data, group) ? 0.15 : 1),
  });
}

function curveShapes({ terrain, curves }: ReliefData, projection: Projection): kit.Shape[] {
  return curves.flatMap(({ points }) =>
    drapedPieces(terrain, projection, points).map(({ points, isSeen }) => ({
      points,
      color: '--gd-surface',
      width: 2,
      isOpen: true,
      isFaded: !isSeen,
      look: 'gd-dashed',
    })),
  );
}

/** The ends of the window at its corners on the floor, and the letters between them. */
function edgeLabels({ terrain, variables }: ReliefData, projection: Projection): kit.Label[] {
  const { x, y } = terrain.window;
  const corners: Place[] = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ];
  const floor = corners.map((corner) => projection.at(...corner, -0.14));
  // The two edges that meet at the corner nearest to the eye.
  const nearest = floor.reduce((best, [, py], i) => (py > floor[best][1] ? i : best), 0);
  return [nearest, (nearest + 3) % 4].flatMap((first) => {
    const [from, to] = [first, (first + 1) % 4];
    const axis = corners[from][0] === corners[to][0] ? 1 : 0;
    const middle = [(floor[from][0] + floor[to][0]) / 2, (floor[from][1] + floor[to][1]) / 2];
    const outer = middle[0] > floor[nearest][0] ? 1 : -1;
    return [
      {
        text: variables[axis],
        x: middle[0] + 12 * outer,
        y: middle[1] + 14,
        anchor: outer > 0 ? ('start' as const) : ('end' as const),
        look: 'gd-strong',
      },
      ...[from, to].map((corner) => ({
        text: kit.formatNumber(corners[corner][axis]),
        x: floor[corner][0] + (corner === nearest ? 10 * outer : 0),
        y: floor[corner][1] + (corner === nearest ? 12 : 14),
        anchor: corner === nearest ? (outer > 0 ? ('start' as const) : ('end' as const)) : ('middle' as const),
      })),
    ];
  });
}

/** The loss as a relief that turns, with runs on it. */
export const relief: kit.Chart<ReliefData> = {
  draw,
  summarize(data) {
    return say('reliefSummary', summaryWords(data, data.terrain.window));
  },
  table({ terrain: { window, columns, values } }) {
    const at = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * i) / (columns - 1);
    return {
      x: Float64Array.from(values, (_, i) => at(window.x, i % columns)),
      y: Float64Array.from(values, (_, i) => at(window.y, Math.floor(i / columns))),
      value: values,
    };
  },
};
