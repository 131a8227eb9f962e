import { scaleLinear, scaleLog } from 'd3';
import * as plot from './kit';
import { formatRate, formatWithin } from './kit/format';
import { rasterWords as say } from './kit/zoom-words';
import { limitText } from './limit-names';
import { isFaded, outcomeKey, type ThresholdMark, type WithOutcomes } from './outcome';

/** A rectangle over iterate (or start) and learning rate. */
export interface RasterWindow {
  low: number;
  high: number;
  rateLow: number;
  rateHigh: number;
}

/** Two pictures over iterate and learning rate can be zoomed. */
export interface RasterData extends WithOutcomes {
  /** What is to be seen. */
  window: RasterWindow;
  /** What the image covers; it may lag behind the window while it is being computed. */
  imageWindow: RasterWindow;
  /** The whole picture: zooming out ends here. */
  home: RasterWindow;
  thresholds: readonly ThresholdMark[];
  /** One start and learning rate, marked in the picture. */
  picked?: { start?: number; learningRate: number };
  /** A sharper image is on its way. */
  busy?: boolean;
  onPick?(start: number, learningRate: number): void;
  /** The line of the picked rate is dragged. */
  onRate?(learningRate: number): void;
  /** The visitor asks for another window: draw again with it, and with a new image when there is one. Without it the picture is a still one. */
  onWindow?(window: RasterWindow): void;
}

/** Colours of an image, as numbers. */
export interface Inks {
  outcomes: plot.RGB[];
  surface: plot.RGB;
  text: plot.RGB;
}

export interface RasterKind {
  /** Which of the two runs along x. */
  across: 'theta' | 'rate';
  thetaTitle: string;
  name: string;
  summary: string;
  /** The image at its own resolution, the first row on top; made again only when the key changed. */
  image(inks: Inks): ImageData;
  key: readonly unknown[];
  /** What is at a place. */
  read(theta: number, rate: number): plot.ReadoutLine[];
  /** Which outcomes, beside the minima, the picture shows. */
  occurs: (outcome: number) => boolean;
  /** What else is drawn over the image. */
  marks?: readonly plot.Mark[];
}

/** Which cell of an image over a window holds a place: how many of its cells lie below, and at lower rates; undefined outside. */
export function cellAt(
  { low, high, rateLow, rateHigh }: RasterWindow,
  { thetas, rates }: { thetas: number; rates: number },
  theta: number,
  rate: number,
): { theta: number; rate: number } | undefined {
  const cell = {
    theta: Math.floor(scaleLinear([low, high], [0, thetas])(theta)),
    rate: Math.floor(scaleLog([rateLow, rateHigh], [0, rates])(rate)),
  };
  const isInside = cell.theta >= 0 && cell.theta < thetas && cell.rate >= 0 && cell.rate < rates;
  return isInside ? cell : undefined;
}

/** The ends of a window, as summaries say them. */
export const windowInWords = ({ low, high, rateLow, rateHigh }: RasterWindow) => ({
  low: formatWithin(low, low, high),
  high: formatWithin(high, low, high),
  rateLow: formatWithin(rateLow, rateLow, rateHigh),
  rateHigh: formatWithin(rateHigh, rateLow, rateHigh),
});

/** Draws a picture over iterate and learning rate; returns the line above it, for a further legend. */
export function drawRateRaster(
  container: HTMLElement,
  data: RasterData & { width?: number },
  kind: RasterKind,
): HTMLElement {
  const { window, imageWindow, home, outcomes, width, onWindow, onPick } = data;
  const root = plot.chartRoot(container);
  const bar = plot.one<HTMLDivElement>(root, 'div', 'gd-bar');
  plot.drawKey(bar, outcomeKey(data, kind.occurs));
  const isUpright = kind.across === 'theta';
  const sides = ({ low, high, rateLow, rateHigh }: RasterWindow): plot.ZoomWindow => {
    const [theta, rate]: plot.Interval[] = [
      [low, high],
      [rateLow, rateHigh],
    ];
    return isUpright ? { x: theta, y: rate } : { x: rate, y: theta };
  };
  const seen = sides(window);
  const scales = isUpright ? ({ x: 'linear', y: 'log' } as const) : ({ x: 'log', y: 'linear' } as const);
  const rateTitle = say('rateTitle');
  const frame = plot.cartesian(root, {
    width,
    x: { scale: scales.x, domain: seen.x, title: `${isUpright ? kind.thetaTitle : rateTitle} →` },
    y: { scale: scales.y, domain: seen.y, title: `↑ ${isUpright ? rateTitle : kind.thetaTitle}`, spacing: 45 },
    height: [260, 0.5, 400],
    note: data.busy ? say('sharpening') : '',
    summary: kind.summary,
  });
  const [surface, text, ...pure] = plot.inksOf(root, [
    '--gd-surface',
    '--gd-text',
    ...outcomes.map(({ color }) => color),
  ]);
  const covered = sides(imageWindow);
  const inOrder = (theta: number, rate: number) => (isUpright ? ([theta, rate] as const) : ([rate, theta] as const));
  frame.draw(
    [
      plot.raster({
        x: covered.x,
        y: covered.y,
        key: [...kind.key, data.highlighted, [surface, text, ...pure].join()],
        image: () => kind.image({ outcomes: pure, surface, text }),
      }),
      frameMark,
      ...pickedMarks(data, isUpright),
      ...rateHandle(data, frame, isUpright),
      ...(kind.marks ?? []),
      ...thresholdMarks(data, frame, isUpright),
    ],
    onWindow &&
      plot.zooming({
        name: kind.name,
        window: seen,
        home: sides(home),
        scales,
        bar,
        read: (x, y) => kind.read(...inOrder(x, y)),
        pick: onPick && ((x, y) => onPick(...inOrder(x, y))),
        onWindow({ x, y }) {
          const [theta, rate] = isUpright ? [x, y] : [y, x];
          onWindow({ low: theta[0], high: theta[1], rateLow: rate[0], rateHigh: rate[1] });
        },
      }),
  );
  if (!onWindow) bar.querySelector('.gd-tools')?.remove();
  return bar;
}

const frameMark: plot.Mark = {
  name: 'gd-edge',
  draw(group, { left, right, top, bottom }) {
    plot.set(plot.one(group, 'rect', 'gd-frame'), { x: left, y: top, width: right - left, height: bottom - top });
  },
};

/** The picked rate, if there is one in the picture. */
function pickedRates({ picked, window }: RasterData): number[] {
  return picked && picked.learningRate >= window.rateLow && picked.learningRate <= window.rateHigh
    ? [picked.learningRate]
    : [];
}

/** A ring at the picked start and rate; a line where only the rate is picked. */
function pickedMarks(data: RasterData, isUpright: boolean): plot.Mark[] {
  const { picked, window } = data;
  if (!picked) return [];
  const { start, learningRate } = picked;
  const rates = pickedRates(data);
  const isSeen = rates.length > 0 && start !== undefined && start >= window.low && start <= window.high;
  const place = isUpright ? [start, learningRate] : [learningRate, start];
  return [
    plot.rule({ name: 'gd-picked', [isUpright ? 'y' : 'x']: rates, look: 'gd-selected', isOnColor: true }),
    plot.dots({
      name: 'gd-picked-start',
      x: () => place[0]!,
      y: () => place[1]!,
      length: isSeen ? 1 : 0,
      radius: 6,
      color: 'currentColor',
      stroke: '--gd-surface',
      look: 'gd-rimmed',
    }),
  ];
}

/** The line of the picked rate has a handle at its end. */
function rateHandle(data: RasterData, { x, y }: plot.Frame, isUpright: boolean): plot.Mark[] {
  const { onRate } = data;
  const end = (isUpright ? x : y).domain()[isUpright ? 1 : 0];
  const handles = pickedRates(data).map((rate) => ({
    ...(isUpright ? { x: end, y: rate } : { x: rate, y: end }),
    label: say('rateHandle'),
    text: say('rateText', { rate: formatRate(rate) }),
  }));
  return [
    plot.handles({
      name: 'gd-rate-handle',
      handles: onRate ? handles : [],
      along: isUpright ? 'y' : 'x',
      onMove: (_, across, up) => onRate?.(Number((isUpright ? up : across).toPrecision(4))),
    }),
  ];
}

const nameOf = ({ predicted, optimizer }: ThresholdMark) => limitText(predicted, optimizer);

/** A dashed line at each threshold, named inside the picture where there is room, beside the line of the picked rate. */
function thresholdMarks(data: RasterData, frame: plot.Frame, isUpright: boolean): plot.Mark[] {
  const { left, right, top, bottom, measure } = frame;
  const { rateLow, rateHigh } = data.window;
  const pickedLine = pickedRates(data).map((rate) =>
    isUpright
      ? { x: left, y: frame.y(rate) - 1, width: right - left, height: 2 }
      : { x: frame.x(rate) - 1, y: top, width: 2, height: bottom - top },
  );
  const visible = data.thresholds.filter(({ predicted }) => predicted > rateLow && predicted < rateHigh);
  const boxes = plot.placeLabels(
    visible.map((threshold) => {
      const at = (isUpright ? frame.y : frame.x)(threshold.predicted);
      const size = { width: measure(nameOf(threshold), 11, 600) + 24, height: 18 };
      if (isUpright) return [at - 21, at + 3].map((y) => ({ x: right - 4 - size.width, y, ...size }));
      const sides = [at + 4, at - 4 - size.width];
      return [0, 1, 2].flatMap((row) => sides.map((x) => ({ x, y: top + 4 + row * 20, ...size })));
    }),
    { x: left + 3, y: top + 3, width: right - left - 6, height: bottom - top - 6 },
    pickedLine,
  );
  const named = visible.flatMap((threshold, i) => (boxes[i] ? [{ threshold, box: boxes[i] }] : []));
  return [
    plot.rule({
      name: 'gd-thresholds',
      [isUpright ? 'y' : 'x']: visible.map(({ predicted }) => predicted),
      look: 'gd-threshold',
      isOnColor: true,
      isFaded: (i) => isFaded(data, visible[i].outcome),
    }),
    {
      name: 'gd-plates',
      draw: (group) =>
        plot.each<SVGGElement, (typeof named)[number]>(
          group,
          'g',
          '',
          named,
          (plate, { threshold, box: { x, y, width, height } }) => {
            plate.classList.toggle('gd-dim', isFaded(data, threshold.outcome));
            plot.set(plot.one(plate, 'rect', 'gd-plate'), { x, y, width, height, rx: 3 });
            const chip = plot.one<SVGRectElement>(plate, 'rect', 'gd-chip');
            plot.set(chip, { x: x + 5, y: y + 5, width: 8, height: 8, rx: 1.5 });
            chip.style.fill = plot.color(data.outcomes[threshold.outcome].color);
            plot.drawText(plate, 'gd-plate-name gd-note gd-strong', x + 18, y + 13, nameOf(threshold));
          },
        ),
    },
  ];
}
