import { select } from 'd3';
import { drawText, drawXAxis, drawYAxis, labelsWidth, roundTicks, type Tick } from './axes';
import { idOf, one, set, widthOf } from './old';
import { formatCount, formatNumber } from './kit/format';
import { drawKey } from './kit/key';
import { drawDensity, drawDots } from './landscape-population';
import { drawStationary } from './landscape-stationary';
import { drawTrajectory } from './landscape-trajectory';
import { lineThrough } from './paths';
import { hideReadout, showReadout } from './kit/readout';
import { scaleLinear, type Scale } from './scales';
import { scrub } from './scrub';
import type { LandscapeData } from './types';
import { chartWords } from './kit/words';
import { landscapeWords as say } from '../words/charts-descent';
import { wordsVersion } from '../words/words';

/** Where the parts of the picture are, in its own pixels. */
export interface LandscapeLayout {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The strip below, which shows how the population is spread. */
  stripTop: number;
  stripBottom: number;
  x: Scale;
  y: Scale;
  xTicks: Tick[];
  yTicks: Tick[];
  variable: string;
}

const STRIP_HEIGHT = 60;
/** Room for the labels of minima, below the curve. */
const LABEL_BAND = 54;
const KEYBOARD_STEPS = 250;

interface Drawn {
  data: LandscapeData;
  inputs: unknown[];
  layout: LandscapeLayout;
}

const drawn = new WeakMap<HTMLElement, Drawn>();

/**
 * The function with its stationary points, the population of runs on it at one iteration, one run that is followed,
 * and below how the population is spread. Made to be drawn at every frame of an animation: what does not move is left
 * as it is.
 */
export function drawLandscape(container: HTMLElement, data: LandscapeData): void {
  container.classList.add('gd-chart');
  const width = widthOf(container, data.width);
  const inputs = [
    width,
    data.curve,
    data.domain.low,
    data.domain.high,
    data.outcomes,
    data.highlighted,
    data.variable,
    data.stationary.length,
    Boolean(data.onHoverOutcome),
    wordsVersion(),
  ];
  const last = drawn.get(container);
  const isStill = last !== undefined && inputs.every((input, i) => Object.is(input, last.inputs[i]));
  const state: Drawn = { data, inputs, layout: isStill ? last.layout : layOut(container, data, width) };
  drawn.set(container, state);

  drawKey(container, data);
  const plot = one<HTMLDivElement>(container, 'div', 'gd-plot');
  const still = one<SVGSVGElement>(plot, 'svg', 'gd-base');
  const canvas = one<HTMLCanvasElement>(plot, 'canvas', 'gd-dots gd-layer');
  const moving = one<SVGSVGElement>(plot, 'svg', 'gd-overlay gd-layer');
  const run = one<SVGSVGElement>(plot, 'svg', 'gd-run gd-layer');
  const { layout } = state;
  if (!isStill) {
    for (const svg of [still, moving, run])
      set(svg, { width, height: layout.height, viewBox: `0 0 ${width} ${layout.height}` });
    plot.style.height = `${layout.height}px`;
    drawStill(still, data, layout);
  }
  set(still, { role: 'img', 'aria-label': summarizeLandscape(data) });
  drawDots(canvas, data, layout);
  drawDensity(still, data, layout);
  drawText(
    moving,
    'gd-now gd-note gd-halo',
    layout.right,
    12,
    say('now', {
      iteration: formatCount(data.iteration),
      iterations: formatCount(data.iterations),
      rate: formatNumber(data.learningRate),
    }),
    'end',
  );
  drawCrosshair(moving, plot, () => drawn.get(container)!.data, layout);
  const taken = drawStationary(moving, data, layout);
  drawTrajectory(run, data, layout, taken);
}

function layOut(container: HTMLElement, data: LandscapeData, width: number): LandscapeLayout {
  const plotHeight = Math.round(Math.min(400, Math.max(230, width * 0.4)));
  const top = 30;
  const [lowest, highest] = valuesShown(data);
  const pad = ((highest - lowest) * LABEL_BAND) / (plotHeight - LABEL_BAND);
  const y = scaleLinear([lowest - pad, highest], [top + plotHeight, top]);
  const yTicks = roundTicks(lowest, highest, Math.round(plotHeight / 70));
  const left = Math.max(labelsWidth(container, yTicks), 42) + 12;
  const right = width - 14;
  const x = scaleLinear([data.domain.low, data.domain.high], [left, right]);
  const stripTop = top + plotHeight + 38;
  const stripBottom = stripTop + STRIP_HEIGHT;
  return {
    width,
    height: stripBottom + 42,
    left,
    right,
    top,
    bottom: top + plotHeight,
    stripTop,
    stripBottom,
    x,
    y,
    xTicks: roundTicks(data.domain.low, data.domain.high, Math.round((right - left) / 80)),
    yTicks,
    variable: data.variable ?? 'θ',
  };
}

/**
 * The values that the picture covers. It is the curve that decides, never the population, so that the frame stands
 * still while runs fly off; and where the curve climbs far beyond its stationary points, they decide.
 */
function valuesShown({ curve, stationary }: LandscapeData): [number, number] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < curve.value.length; i++) {
    if (!Number.isFinite(curve.value[i])) continue;
    lowest = Math.min(lowest, curve.value[i]);
    highest = Math.max(highest, curve.value[i]);
  }
  const values = stationary.map(({ value }) => value).filter(Number.isFinite);
  const spread = Math.max(...values) - Math.min(...values);
  if (values.length > 1 && spread > 0) highest = Math.min(highest, Math.max(...values) + 2 * spread);
  if (!(lowest <= highest)) return [0, 1];
  return lowest === highest ? [lowest - 1, highest + 1] : [lowest, highest + 0.03 * (highest - lowest)];
}

function drawStill(svg: SVGSVGElement, { curve }: LandscapeData, layout: LandscapeLayout): void {
  const { x, y, left, right, top, bottom, stripTop, stripBottom, xTicks, yTicks, variable } = layout;
  const clip = idOf(svg);
  const box = one(one(one(svg, 'defs', 'gd-defs'), 'clipPath', 'gd-clip'), 'rect', 'gd-clip-box');
  set(box.parentElement!, { id: clip });
  set(box, { x: left, y: top, width: right - left, height: bottom - top });
  drawYAxis(svg, 'gd-y', { scale: y, ticks: yTicks, at: left, gridTo: right });
  drawXAxis(svg, 'gd-x', { scale: x, ticks: xTicks, at: stripBottom, gridTo: stripTop });
  drawText(svg, 'gd-y-title gd-title', 0, 12, `↑ f(${variable})`);
  drawText(svg, 'gd-x-title gd-title', right, stripBottom + 36, `${variable} →`, 'end');
  const points = Array.from({ length: curve.theta.length }, (_, i) => i);
  const group = one(svg, 'g', 'gd-curve-box');
  set(group, { 'clip-path': `url(#${clip})` });
  set(one(group, 'path', 'gd-curve'), {
    d: lineThrough(
      points,
      (i) => x(curve.theta[i]),
      (i) => y(curve.value[i]),
      { isDrawn: (i) => Number.isFinite(curve.value[i]) },
    ),
  });
}

/** A hairline under the pointer or the keyboard: where a run would start, and how high. */
function drawCrosshair(
  svg: SVGSVGElement,
  plot: HTMLElement,
  latest: () => LandscapeData,
  layout: LandscapeLayout,
): void {
  const { x, y, left, right, top, bottom, stripBottom, variable } = layout;
  const hair = one<SVGGElement>(svg, 'g', 'gd-crosshair');
  const hit = one<SVGRectElement>(svg, 'rect', 'gd-hit');
  set(hit, { x: left, y: top, width: right - left, height: stripBottom - top });
  const thetaAt = (position: number) => x.invert(left + ((right - left) * position) / KEYBOARD_STEPS);
  const canPick = Boolean(latest().onPickStart);
  scrub(hit, {
    name: canPick ? say('pickName', { variable }) : say('readName', { variable }),
    last: KEYBOARD_STEPS,
    initial: KEYBOARD_STEPS / 2,
    at: (px) => ((px - left) / (right - left)) * KEYBOARD_STEPS,
    valueAt: (position) => Number(thetaAt(position).toPrecision(4)),
    pick: canPick ? (position) => latest().onPickStart?.(thetaAt(position)) : undefined,
    show(position) {
      if (position === undefined) {
        select(hair).selectAll('*').remove();
        hideReadout(plot);
        return '';
      }
      const theta = thetaAt(position);
      const value = valueOn(latest().curve, theta);
      const px = x(theta);
      const py = Number.isFinite(value) ? Math.min(bottom, Math.max(top, y(value))) : bottom;
      set(one(hair, 'line', 'gd-hair'), { x1: px, x2: px, y1: top, y2: stripBottom });
      set(one(hair, 'circle', 'gd-hair-dot'), { cx: px, cy: py, r: 3.5 });
      const words = say('place', { variable, theta: formatNumber(theta), value: formatNumber(value) });
      showReadout(plot, px, py, [{ text: words }, ...(canPick ? [{ text: say('press') }] : [])]);
      return words;
    },
  });
}

/** The curve's value at theta, between its samples. */
function valueOn({ theta, value }: LandscapeData['curve'], at: number): number {
  let low = 0;
  let high = theta.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (theta[middle] <= at) low = middle;
    else high = middle;
  }
  const share = (at - theta[low]) / (theta[high] - theta[low] || 1);
  return value[low] + (value[high] - value[low]) * share;
}

/** What the picture shows, in words. */
export function summarizeLandscape({
  stationary,
  population,
  outcomes,
  iteration,
  iterations,
  learningRate,
  domain,
  variable = 'θ',
}: LandscapeData): string {
  const points = stationary.map((point) =>
    point.kind === 'minimum'
      ? say('minimumAt', {
          minimum: outcomes[point.outcome ?? -1]?.label ?? chartWords('minimum'),
          variable,
          theta: formatNumber(point.theta),
          threshold: formatNumber(point.threshold),
        })
      : say('maximumAt', { variable, theta: formatNumber(point.theta) }),
  );
  const shown =
    points.length > 8 ? [...points.slice(0, 8), chartWords('moreOfThem', { number: points.length - 8 })] : points;
  const where = say('where', {
    low: formatNumber(domain.low),
    high: formatNumber(domain.high),
    points: shown.length ? shown.join('; ') : say('noPoint'),
  });
  if (!population) return where;
  const counts = outcomes.map(() => 0);
  for (let i = 0; i < population.outcome.length; i++) counts[population.outcome[i]]++;
  const ends = outcomes.flatMap(({ label }, i) =>
    counts[i] ? [say('end', { number: formatCount(counts[i]), outcome: label })] : [],
  );
  const runs = say('runs', {
    number: formatCount(population.theta.length),
    iteration: formatCount(iteration),
    iterations: formatCount(iterations),
    rate: formatNumber(learningRate),
    ends: ends.join(', '),
  });
  return `${where} ${runs}`;
}
