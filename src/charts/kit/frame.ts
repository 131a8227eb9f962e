import { select } from 'd3';
import { drawGrid, drawText, drawXAxis, drawYAxis, MARGIN } from './axes';
import { chartRoot, told, widthOf } from './chart';
import { idOf, one, set } from './dom';
import type { Box } from './labels';
import type { Axis, Frame, FrameOptions, Height, Mark, Panel, PanelOptions, Reader } from './panel';
import { showRead } from './reader';
import { scaleOf, ticksOf, type Tick } from './scales';
import { measureIn, shortened } from './text';

/** A line of a title and its note. */
const TITLE = 26;
const NOTE = 16;
const GAP = 14;
const LEAST_LEFT = 34;
/** Room below the axis: ticks with labels, and the title. */
const LABELS = 24;
const AXIS_TITLE = 20;

/** Lays a chart with axes out in `container`; its marks are drawn by what it returns. */
export function cartesian(container: HTMLElement, options: FrameOptions): Frame {
  const root = container.closest<HTMLElement>('.gd-chart') ?? chartRoot(container);
  const parent = root === container || root.contains(container) ? container : root;
  const plot = one<HTMLDivElement>(parent, 'div', 'gd-plot');
  const measure = measureIn(root);
  const width = widthOf(container, options.width);
  const cap = heightCap(root);
  const tallOf = ({ height }: PanelOptions) => heightOf(height, width, cap);
  const yTicksOf = (panel: PanelOptions) => ticksFor(panel.y, tallOf(panel), panel.y.scale === 'log' ? 40 : 50);
  const leftOf = (panels: readonly PanelOptions[]) => {
    const labels = panels.flatMap(yTicksOf).map(({ label }) => Math.ceil(measure(label)));
    return Math.max(LEAST_LEFT, Math.max(0, ...labels) + 12);
  };
  const right = width - MARGIN - (options.aside ?? 0);
  const { inset = 0, gap = 0 } = options.x;
  let [asked, xAxis]: [readonly PanelOptions[], Axis] = [options.panels ?? [options as PanelOptions], options.x];
  const left = leftOf(asked);
  if (options.isEqual) [xAxis, asked] = equalized(xAxis, asked[0], right - left, tallOf(asked[0]));
  const panelsTicks = asked.map(yTicksOf);
  const x = scaleOf(xAxis.scale ?? 'linear', xAxis.domain, [left + inset, right - inset]);
  const xTicks = ticksFor(xAxis, right - left, 70);
  let bottom = -GAP;
  const heads: { note: number; title: number }[] = [];
  const panels = asked.map((panel, i): Panel => {
    const { y, room = 0, note = '' } = panel;
    const title = bottom + GAP + 12;
    const fits = measure(y.title ?? '', 12) + measure(note) + 20 <= width;
    heads.push({ title, note: fits ? title : title + NOTE });
    const above = typeof room === 'number' ? room : room({ x, left, right, measure });
    const hasHead = Boolean(y.title || note);
    const top = bottom + GAP + (hasHead ? TITLE : 8) + (fits ? 0 : NOTE) + above;
    bottom = top + tallOf(panel);
    const scale = scaleOf(y.scale ?? 'linear', y.domain, [bottom, top]);
    return { root, left, right, top, bottom, x, y: scale, clip: `url(#${idOf(plot)}-${i})`, measure };
  });
  const height = bottom + gap + LABELS + (xAxis.title ? AXIS_TITLE : 0);
  plot.style.height = `${height}px`;

  const grid: Mark = {
    name: 'gd-grid',
    draw: (group) =>
      panels.forEach((panel, i) => {
        const box = one(one(group, 'clipPath', `gd-clip-${i}`), 'rect', 'gd-clip-box');
        set(box.parentElement!, { id: `${idOf(plot)}-${i}` });
        set(box, { x: left, y: panel.top, width: Math.max(0, right - left), height: panel.bottom - panel.top });
        const lines = one<SVGGElement>(group, 'g', `gd-grid-${i}`);
        drawGrid(
          lines,
          panel,
          xAxis.grid ? xTicks : [],
          asked[i].y.grid ? panelsTicks[i] : [],
          options.aside ? options.aside + MARGIN : 0,
        );
      }),
  };
  const axes: Mark = {
    name: 'gd-axes',
    draw(group) {
      panels.forEach(({ y }, i) => {
        const { title = '', grid: hasGrid = false } = asked[i].y;
        const suffix = i === 0 ? '' : String(i);
        drawYAxis(one(group, 'g', `gd-y${suffix} gd-axis`), y, panelsTicks[i], left, hasGrid);
        const words = shortened(measure, title, width, 12);
        drawText(group, `gd-y${suffix}-title gd-title gd-halo`, 0, heads[i].title, words);
        const note = shortened(measure, asked[i].note ?? '', width - MARGIN);
        drawText(group, `gd-note${suffix} gd-note gd-halo`, width - MARGIN, heads[i].note, note, 'end');
      });
      drawXAxis(one(group, 'g', 'gd-x gd-axis'), x, xTicks, bottom + gap, measure);
      const words = shortened(measure, xAxis.title ?? '', width, 12);
      drawText(group, 'gd-x-title gd-title', right - inset, bottom + gap + LABELS + 14, words, 'end');
    },
  };
  return frameOf({ plot, width, height, panels, summary: options.summary, below: [grid], above: [axes] });
}

/** A picture without axes: a box in which one pixel is one unit, from the upper left corner on. */
export function plain(
  container: HTMLElement,
  options: { width: number; height: number; /** What takes the pointer. */ area: Box; summary: string },
): Frame {
  const { width, height, area, summary } = options;
  const root = container.closest<HTMLElement>('.gd-chart') ?? chartRoot(container);
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  plot.style.height = `${height}px`;
  const panel: Panel = {
    root,
    left: area.x,
    right: area.x + area.width,
    top: area.y,
    bottom: area.y + area.height,
    x: scaleOf('linear', [0, width], [0, width]),
    y: scaleOf('linear', [0, height], [0, height]),
    clip: '',
    measure: measureIn(root),
  };
  return frameOf({ plot, width, height, panels: [panel], summary, below: [], above: [] });
}

interface Parts {
  plot: HTMLElement;
  width: number;
  height: number;
  panels: readonly Panel[];
  summary: string | (() => string);
  /** What is drawn under all marks, and over those that take no pointer. */
  below: readonly Mark[];
  above: readonly Mark[];
}

function frameOf({ plot, width, height, panels, summary, below, above }: Parts): Frame {
  const frame: Frame = {
    ...panels[0],
    plot,
    width,
    height,
    panels,
    draw(marks, reader) {
      const still = marks.filter((mark) => !mark.isInteractive);
      const words = typeof summary === 'string' ? summary : summary();
      const overlay = drawLayers(frame, [...below, ...still, ...above], words);
      const interactive = marks.filter((mark) => mark.isInteractive);
      drawOverlay(overlay, frame, interactive, reader);
    },
  };
  return frame;
}

/** Two axes on which a unit is equally long: one of them covers more than it was asked to. */
function equalized(x: Axis, panel: PanelOptions, wide: number, tall: number): [Axis, PanelOptions[]] {
  const unit = Math.max((x.domain[1] - x.domain[0]) / wide, (panel.y.domain[1] - panel.y.domain[0]) / tall);
  const widened = (axis: Axis, pixels: number): Axis => {
    const middle = (axis.domain[0] + axis.domain[1]) / 2;
    return { ...axis, domain: [middle - (unit * pixels) / 2, middle + (unit * pixels) / 2] };
  };
  return [widened(x, wide), [{ ...panel, y: widened(panel.y, tall) }]];
}

function ticksFor(
  { ticks, format, scale = 'linear', domain, ticked = domain, spacing, isWhole }: Axis,
  pixels: number,
  usual: number,
): Tick[] {
  if (ticks) return ticks.map((value) => ({ value, label: format ? format(value) : String(value) }));
  const all = ticksOf(scale, ticked, Math.round(pixels / (spacing ?? usual)));
  const round = isWhole ? all.filter(({ value }) => Number.isInteger(value)) : all;
  return format ? round.map(({ value }) => ({ value, label: format(value) })) : round;
}

/** How tall a panel is in a chart of a width, where a page allows it. */
export function heightOf(height: Height, width: number, cap = Infinity): number {
  if (typeof height === 'number') return Math.min(cap, height);
  const [least, share, most] = height;
  return Math.round(Math.min(most, Math.max(least, share * width), cap));
}

/** The most pixels that a page allows a panel. */
export function heightCap(root: HTMLElement): number {
  const cap = /^([\d.]+)px$/.exec(getComputedStyle(root).getPropertyValue('--_gd-chart-height').trim());
  return cap ? Math.max(60, Number(cap[1])) : Infinity;
}

interface Layer {
  key: string;
  isCanvas: boolean;
  marks: readonly Mark[];
}

/** Stacks the layers of a frame: marks that are drawn in the same way and follow on one another share one. Returns the uppermost. */
function drawLayers(frame: Frame, marks: readonly Mark[], summary: string): SVGSVGElement {
  const { plot, width, height } = frame;
  const layers: Layer[] = [];
  for (const mark of marks) {
    const isCanvas = Boolean(mark.paint);
    const last = layers.at(-1);
    if (last?.isCanvas === isCanvas) last.marks = [...last.marks, mark];
    else layers.push({ key: `layer ${layers.length}`, isCanvas, marks: [mark] });
  }
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const joined = select(plot)
    .selectChildren<SVGSVGElement | HTMLCanvasElement, Layer>('.gd-layer')
    .data([...layers, { key: 'overlay', isCanvas: false, marks: [] }], (layer) => layer.key)
    .join((enter) =>
      enter.append((layer) => {
        const made = layer.isCanvas
          ? document.createElement('canvas')
          : document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        made.setAttribute(
          'class',
          `gd-layer ${layer.key === 'overlay' ? 'gd-overlay' : layer.isCanvas ? 'gd-image' : 'gd-base'}`,
        );
        return made;
      }),
    )
    .order();
  joined.each(function (layer, i) {
    if (this instanceof HTMLCanvasElement) paintLayer(this, layer, frame);
    else {
      set(this, size);
      if (layer.key !== 'overlay') {
        set(this, i > 0 ? { 'aria-hidden': true } : told(plot, summary));
        drawGroups(this, layer.marks, frame);
      }
    }
  });
  return joined.nodes().at(-1) as SVGSVGElement;
}

function paintLayer(canvas: HTMLCanvasElement, { marks }: Layer, frame: Frame): void {
  const { width, height } = frame;
  const ratio = globalThis.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) {
    Object.assign(canvas, { width: across, height: down });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  for (const mark of marks) {
    const { panel = frame, clip } = mark;
    context.save();
    if (clip) {
      context.beginPath();
      context.rect(panel.left, panel.top, panel.right - panel.left, panel.bottom - panel.top);
      context.clip();
    }
    mark.paint!(context, panel);
    context.restore();
  }
}

/** A group for each mark, found again by its name. */
function drawGroups(svg: SVGElement, marks: readonly Mark[], frame: Frame): void {
  const seen = new Map<string, number>();
  const keyed = marks.map((mark) => {
    const count = seen.get(mark.name) ?? 0;
    seen.set(mark.name, count + 1);
    return { key: `${mark.name} ${count}`, mark };
  });
  select(svg)
    .selectChildren<SVGGElement, (typeof keyed)[number]>('g.gd-part')
    .data(keyed, ({ key }) => key)
    .join((enter) => enter.append('g').attr('class', ({ mark }) => `${mark.name} gd-part`))
    .order()
    .each(function ({ mark }) {
      const { panel = frame } = mark;
      set(this, { 'clip-path': mark.clip ? panel.clip : undefined });
      mark.draw!(this, panel);
    });
}

/** What is pointed at, the area that takes the pointer, and above it the marks that take it themselves. */
function drawOverlay(svg: SVGSVGElement, frame: Frame, marks: readonly Mark[], reader: Reader | undefined): void {
  const { left, right, panels } = frame;
  one(svg, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(svg, 'rect', 'gd-hit');
  const [top, bottom] = [panels[0].top, panels[panels.length - 1].bottom];
  set(hit, { x: left, y: top, width: Math.max(0, right - left), height: bottom - top });
  set(svg, { 'aria-hidden': reader || marks.length > 0 ? undefined : true });
  if (reader) reader(hit, frame);
  else {
    showRead(frame, hit, undefined, false);
    hit.remove();
  }
  drawGroups(svg, marks, frame);
}
