import { drawText, drawXAxis, drawYAxis, labelsWidth, logTicks, roundTicks, type PlotLayout, type Tick } from './axes';
import { inksOf, type Inks } from './old';
import { one, set, widthOf } from './old';
import { drawKey } from './kit/key';
import { listenForGestures, ZOOM_STEP, type Point } from './raster-gestures';
import { drawPicked, drawThresholds } from './raster-marks';
import { drawTools } from './raster-tools';
import { canZoomIn, canZoomOut, panWindow, zoomWindow, type RasterPixels } from './raster-window';
import { hideReadout, showReadout, type ReadoutLine } from './kit/readout';
import { scaleLinear, scaleLog, type Scale } from './scales';
import type { RasterData } from './types';
import { rasterWords as say } from '../words/charts-descent';

/** What one zoomable picture is, beside what all of them share. */
export interface RasterKind<D extends RasterData> {
  /** Which of the two runs along x. */
  across: 'theta' | 'rate';
  thetaTitle: string;
  /** The image at its own resolution, the first row on top; made again only when `imageKey` changed. */
  paint(data: D, inks: Inks): ImageData;
  imageKey(data: D): unknown[];
  /** What is at a place. */
  read(data: D, theta: number, rate: number): ReadoutLine[];
  summary(data: D): string;
  name: string;
  /** The outcomes that the picture shows; all of them without it. */
  keyOf?(data: D): number[];
  /** A legend beside the key of outcomes. */
  legend?(parent: HTMLElement, data: D): void;
  /** What else is drawn over the image. */
  over?(svg: SVGSVGElement, data: D, frame: { x: Scale; y: Scale; left: number; right: number }): void;
}

interface Layout extends PlotLayout {
  xTicks: Tick[];
  yTicks: Tick[];
}

interface State<D> {
  data: D;
  layout: Layout;
  image?: HTMLCanvasElement;
  imageKey?: unknown[];
  pointed?: Point;
}

const states = new WeakMap<HTMLElement, State<never>>();

/** Draws a picture over iterate and learning rate that can be zoomed and panned. */
export function drawRaster<D extends RasterData>(container: HTMLElement, data: D, kind: RasterKind<D>): void {
  container.classList.add('gd-chart');
  const bar = one<HTMLDivElement>(container, 'div', 'gd-bar');
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const layout = layOut(container, data, kind);
  const state: State<D> = Object.assign((states.get(container) as State<D> | undefined) ?? {}, { data, layout });
  states.set(container, state as State<never>);
  const { width, height, left, right, top, bottom, x, y } = layout;

  drawKey(bar, { ...data, shown: kind.keyOf?.(data) });
  kind.legend?.(bar, data);
  plot.style.height = `${height}px`;
  drawImage(one<HTMLCanvasElement>(plot, 'canvas', 'gd-image gd-layer'), container, state, kind);
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-base gd-layer');
  set(svg, { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': kind.summary(data) });
  set(one(svg, 'rect', 'gd-frame'), {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    class: 'gd-frame gd-crisp',
  });
  drawXAxis(svg, 'gd-x', { scale: x, ticks: layout.xTicks, at: bottom }, false);
  drawYAxis(svg, 'gd-y', { scale: y, ticks: layout.yTicks, at: left });
  const rateTitle = say('rateTitle');
  drawText(svg, 'gd-y-title gd-title', 0, 12, `↑ ${kind.across === 'theta' ? rateTitle : kind.thetaTitle}`);
  drawText(
    svg,
    'gd-x-title gd-title',
    right,
    bottom + 38,
    `${kind.across === 'theta' ? kind.thetaTitle : rateTitle} →`,
    'end',
  );
  drawPicked(svg, data, kind.across, layout);
  kind.over?.(svg, data, layout);
  drawThresholds(svg, data, kind.across, layout);
  drawText(svg, 'gd-busy gd-note gd-halo', right, 12, data.busy ? say('sharpening') : '', 'end');
  listen(container, plot, state, kind);
}

function layOut<D extends RasterData>(container: HTMLElement, data: D, kind: RasterKind<D>): Layout {
  const width = widthOf(container, data.width);
  const { low, high, rateLow, rateHigh } = data.window;
  const plotHeight = Math.round(Math.min(400, Math.max(260, width * 0.5)));
  const [top, right] = [24, width - 14];
  const bottom = top + plotHeight;
  const rows = Math.round(plotHeight / 45);
  const yTicks = kind.across === 'theta' ? logTicks(rateLow, rateHigh, rows) : roundTicks(low, high, rows);
  const left = Math.max(38, labelsWidth(container, yTicks)) + 12;
  const columns = Math.round((right - left) / 70);
  const xTicks = kind.across === 'theta' ? roundTicks(low, high, columns) : logTicks(rateLow, rateHigh, columns);
  const theta = scaleLinear([low, high], kind.across === 'theta' ? [left, right] : [bottom, top]);
  const rate = scaleLog([rateLow, rateHigh], kind.across === 'theta' ? [bottom, top] : [left, right]);
  const [x, y] = kind.across === 'theta' ? [theta, rate] : [rate, theta];
  return { width, height: bottom + 44, left, right, top, bottom, x, y, xTicks, yTicks };
}

/** Puts the image where its own window lies in the shown one: an older image moves and stretches until a new one comes. */
function drawImage<D extends RasterData>(
  canvas: HTMLCanvasElement,
  container: HTMLElement,
  state: State<D>,
  kind: RasterKind<D>,
): void {
  const { data, layout } = state;
  const inks = inksOf(container, data.outcomes);
  const key = [...kind.imageKey(data), data.highlighted, JSON.stringify(inks)];
  if (!state.image || !state.imageKey || key.some((part, i) => !Object.is(part, state.imageKey![i]))) {
    const pixels = kind.paint(data, inks);
    state.image ??= document.createElement('canvas');
    state.image.width = pixels.width;
    state.image.height = pixels.height;
    state.image.getContext('2d')?.putImageData(pixels, 0, 0);
    state.imageKey = key;
  }
  const { left, right, top, bottom, x, y } = layout;
  const ratio = globalThis.devicePixelRatio || 1;
  const [width, height] = [right - left, bottom - top];
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  Object.assign(canvas.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  const context = canvas.getContext('2d');
  if (!context) return;
  const { low, high, rateLow, rateHigh } = data.imageWindow;
  const [x1, x2, y1, y2] =
    kind.across === 'theta' ? [x(low), x(high), y(rateLow), y(rateHigh)] : [x(rateLow), x(rateHigh), y(low), y(high)];
  const drawnWidth = (x2 - x1) * ratio;
  // Blocks of a coarse image are shown as the blocks they are; one that nearly fits is fitted smoothly.
  context.imageSmoothingEnabled = drawnWidth / state.image.width < 2;
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(state.image, (x1 - left) * ratio, (y2 - top) * ratio, drawnWidth, (y1 - y2) * ratio);
}

function listen<D extends RasterData>(
  container: HTMLElement,
  plot: HTMLElement,
  state: State<D>,
  kind: RasterKind<D>,
): void {
  if (!state.data.onWindow) {
    plot.querySelector('.gd-zoom')?.remove();
    container.querySelector('.gd-tools')?.remove();
    return;
  }
  const { left, right, top, bottom } = state.layout;
  const pixels = pixelsOf(state.layout, kind.across);
  const ask = (window: D['window']) => state.data.onWindow?.(window);
  const zoom = (factor: number, at: Point) =>
    ask(zoomWindow(state.data.window, factor, toSides(at, kind.across), state.data.home, pixels));
  const home = () => ask(state.data.home);
  const area = one<HTMLDivElement>(plot, 'div', 'gd-zoom');
  set(area, {
    role: 'application',
    tabindex: 0,
    'aria-roledescription': say('zoomable'),
    'aria-label': state.data.onPick ? say('keysAndEnter', { name: kind.name }) : say('keys', { name: kind.name }),
  });
  Object.assign(area.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${right - left}px`,
    height: `${bottom - top}px`,
  });
  const show = (at: Point | undefined) => {
    state.pointed = at;
    drawPointed(plot, area, state, kind);
  };
  listenForGestures(area, {
    zoom,
    pan: ({ x, y }) =>
      ask(
        panWindow(
          state.data.window,
          kind.across === 'theta' ? { theta: -x, rate: y } : { theta: y, rate: -x },
          state.data.home,
        ),
      ),
    home,
    pick(at) {
      const place = valuesAt(at, state.data.window, kind.across);
      state.data.onPick?.(place.theta, place.rate);
    },
    point: show,
  });
  if (state.pointed) show(state.pointed);
  const { window } = state.data;
  drawTools(one<HTMLDivElement>(container, 'div', 'gd-bar'), {
    'zoom-in': { isEnabled: canZoomIn(window, pixels), press: () => zoom(ZOOM_STEP, { x: 0.5, y: 0.5 }) },
    'zoom-out': {
      isEnabled: canZoomOut(window, state.data.home),
      press: () => zoom(1 / ZOOM_STEP, { x: 0.5, y: 0.5 }),
    },
    home: { isEnabled: canZoomOut(window, state.data.home), press: home },
  });
}

/** The crosshair and what is under it, for pointer and keyboard alike. */
function drawPointed<D extends RasterData>(
  plot: HTMLElement,
  area: HTMLElement,
  { data, layout, pointed }: State<D>,
  kind: RasterKind<D>,
): void {
  const { left, right, top, bottom, width, height } = layout;
  const svg = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  set(svg, { width, height, 'aria-hidden': true });
  svg.style.pointerEvents = 'none';
  if (!pointed) {
    svg.replaceChildren();
    hideReadout(plot);
    return;
  }
  const px = left + pointed.x * (right - left);
  const py = top + pointed.y * (bottom - top);
  set(one(svg, 'line', 'gd-hair'), { x1: px, x2: px, y1: top, y2: bottom });
  set(one(svg, 'line', 'gd-hair-across gd-hair'), { x1: left, x2: right, y1: py, y2: py });
  const { theta, rate } = valuesAt(pointed, data.window, kind.across);
  const lines = kind.read(data, theta, rate);
  showReadout(plot, px, py, lines);
  // A focused picture tells what its crosshair is on.
  one(plot, 'div', 'gd-hidden').setAttribute('aria-live', 'polite');
  if (area.matches(':focus-visible'))
    one(plot, 'div', 'gd-hidden').textContent = lines.map(({ text }) => text).join(', ');
}

function pixelsOf({ left, right, top, bottom }: Layout, across: 'theta' | 'rate'): RasterPixels {
  return across === 'theta' ? { theta: right - left, rate: bottom - top } : { theta: bottom - top, rate: right - left };
}

/** A place in the picture as fractions of the window's sides. */
function toSides({ x, y }: Point, across: 'theta' | 'rate'): { theta: number; rate: number } {
  return across === 'theta' ? { theta: x, rate: 1 - y } : { theta: 1 - y, rate: x };
}

function valuesAt(
  at: Point,
  { low, high, rateLow, rateHigh }: RasterData['window'],
  across: 'theta' | 'rate',
): { theta: number; rate: number } {
  const { theta, rate } = toSides(at, across);
  return { theta: low + theta * (high - low), rate: rateLow * (rateHigh / rateLow) ** rate };
}
