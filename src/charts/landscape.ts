import * as plot from './kit';
import { formatCount, formatNumber, formatPercent, formatRate, formatShare } from './kit/format';
import { chartWords } from './kit/words';
import { limitText } from './limit-names';
import { flatName } from './flat-words';
import { landscapeWords as say, type LandscapeData } from './landscape-data';
import { stationaryMarks } from './landscape-stationary';
import { drawCounts } from './landscape-counts';
import { stepLines, stepMarks } from './landscape-step';
import { trajectoryMarks } from './landscape-trajectory';
import { isFaded, nameOf } from './outcome';

const STRIP_HEIGHT = 60;
/** Room for the labels of minima, below the curve. */
const LABEL_BAND = 54;
const FADED = 0.15;
/** The share of the curve that must lie in sight. */
const LEAST_SEEN = 0.05;

/**
 * The function with its stationary points, the population of runs on it at one iteration, one run that is followed,
 * and below how the population is spread.
 */
export const landscape: plot.Chart<LandscapeData> = { draw, summarize, table };

function draw(container: HTMLElement, data: LandscapeData & { width?: number }): void {
  const { curve, domain, population, outcomes, variable = 'θ' } = data;
  const root = plot.chartRoot(container);
  drawCounts(root, data);
  const width = plot.widthOf(root, data.width);
  const height = plot.heightOf([230, 0.4, 400], width, plot.heightCap(root));
  const [lowest, highest] = valuesShown(data);
  const now = {
    iteration: formatCount(data.iteration),
    iterations: formatCount(data.iterations),
    rate: formatRate(data.learningRate),
  };
  const frame = plot.cartesian(root, {
    width,
    x: { domain: [domain.low, domain.high], title: `${variable} →`, spacing: 80 },
    panels: [
      {
        y: {
          domain: [lowest - ((highest - lowest) * LABEL_BAND) / (height - LABEL_BAND), highest],
          ticked: [lowest, highest],
          title: `↑ f(${variable})`,
          grid: true,
          spacing: 70,
        },
        height,
        note: say('now', now),
      },
      {
        y: {
          scale: 'sqrt',
          domain: [0, 1],
          title: say('shareAxis'),
          ticks: [0.05, 0.25, 1],
          format: (share) => formatPercent(100 * share),
          grid: true,
        },
        height: STRIP_HEIGHT,
      },
    ],
    summary: summarize(data),
  });
  const { marks, taken, curve: along } = stationaryMarks(data, frame, stepLines(data, frame));
  const { marks: trajectory, taken: trajectoryTaken } = trajectoryMarks(data, frame, taken, along);
  const flat = flatNames(data, frame, [...taken, ...trajectoryTaken, ...along]);
  const step = stepMarks(data, frame, [...taken, ...trajectoryTaken, ...flat.boxes.flatMap((box) => box ?? [])], along);
  frame.draw(
    [
      plot.line({ x: curve.theta, y: curve.value, length: curve.theta.length, name: 'gd-curve' }),
      ...density(data, frame.panels[1]),
      plot.trails({
        places: [population, ...(data.trail ?? [])].flatMap((one) => (one ? [{ x: one.theta, y: one.value }] : [])),
        group: population?.outcome ?? [],
        colors: outcomes.map(({ color }) => color),
        strength: (outcome) => (isFaded(data, outcome) ? FADED : 1),
      }),
      plot.cloud({
        x: population?.theta ?? [],
        y: population?.value ?? [],
        length: population?.theta.length ?? 0,
        radius: (population?.theta.length ?? 0) > 1000 ? 2.4 : 3,
        group: population?.outcome,
        colors: outcomes.map(({ color }) => color),
        strength: (outcome) => (isFaded(data, outcome) ? FADED : 0.85),
      }),
      ...step.arrow,
      marks,
      flat.mark,
      ...trajectory,
      ...step.words,
    ],
    reader(data, frame, [...taken, ...trajectoryTaken]),
  );
}

/**
 * The values that the picture covers. It is the curve that decides, never the population, so that the frame stands
 * still while runs fly off; and where the curve climbs far beyond its stationary points, they decide.
 */
function valuesShown({ curve, stationary }: LandscapeData): plot.Interval {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < curve.value.length; i++) {
    if (!Number.isFinite(curve.value[i])) continue;
    lowest = Math.min(lowest, curve.value[i]);
    highest = Math.max(highest, curve.value[i]);
  }
  const values = stationary.map(({ value }) => value).filter(Number.isFinite);
  const spread = Math.max(...values) - Math.min(...values);
  lowest = Math.min(lowest, ...values);
  const cap = Math.max(...values) + 2 * spread;
  // Of a range so wide that hardly any of the curve is as low as that, all is shown.
  const isSeen = Array.from(curve.value).filter((value) => value <= cap).length >= LEAST_SEEN * curve.value.length;
  if (values.length > 1 && spread > 0 && isSeen) highest = Math.min(highest, cap);
  if (!(lowest <= highest)) return [0, 1];
  return lowest === highest ? [lowest - 1, highest + 1] : [lowest, highest + 0.03 * (highest - lowest)];
}

/** Where the function is level, said below the middle of what is seen of it, or above. */
function flatNames(
  { stretches = [], domain, variable = 'θ' }: LandscapeData,
  frame: plot.Frame,
  taken: readonly plot.Box[],
) {
  const names = stretches.map((stretch) => {
    const text = flatName(stretch, variable);
    const middle = (Math.max(stretch.low, domain.low) + Math.min(stretch.high, domain.high)) / 2;
    const left = frame.x(middle) - frame.measure(text, 11) / 2;
    return { text, places: [8, -22, 24, -38].map((row) => [left, frame.y(stretch.value) + row] as const) };
  });
  return plot.placedLabels('gd-flat', frame, names, taken);
}

/**
 * How the population is spread now: the share of runs in each bin. Its scale goes by the square root, the same at
 * every iteration: runs spread out make low bars that would vanish beside those of runs that have gathered.
 */
function density(data: LandscapeData, strip: plot.Panel): plot.Mark[] {
  const { population, outcomes, domain } = data;
  const count = Math.max(25, Math.min(101, Math.round((strip.right - strip.left) / 9)));
  const total = population?.theta.length ?? 0;
  const span = domain.high - domain.low;
  const bins = outcomes.map(() => new Float64Array(count));
  const sums = new Float64Array(count);
  const beyond = [0, 0];
  for (let i = 0; i < total; i++) {
    const theta = population!.theta[i];
    if (theta >= domain.low && theta <= domain.high) {
      const bin = Math.min(count - 1, Math.floor((count * (theta - domain.low)) / span));
      bins[population!.outcome[i]][bin]++;
      sums[bin]++;
    } else beyond[theta < domain.low ? 0 : 1]++; // What is no number any more has left to the right as well as anywhere.
  }
  const below = new Float64Array(count);
  const columns = bins.flatMap((counts, outcome) =>
    Array.from(counts.keys()).flatMap((bin) => {
      if (!counts[bin]) return [];
      const from = below[bin];
      below[bin] += counts[bin];
      return [{ outcome, bin, from, to: below[bin] }];
    }),
  );
  // The whole column follows the scale; the outcomes divide it by their shares.
  const height = (bin: number, counted: number) => counted ** 2 / (sums[bin] * total);
  const beyondLabels: plot.Label[] = [
    { text: beyond[0] ? say('beyondLeft', { share: formatShare(beyond[0] / total) }) : '', left: 6 },
    { text: beyond[1] ? say('beyondRight', { share: formatShare(beyond[1] / total) }) : '', right: 6, anchor: 'end' },
  ];
  return [
    plot.bars({
      name: 'gd-density',
      panel: strip,
      length: columns.length,
      x0: (i) => domain.low + (span * columns[i].bin) / count,
      x1: (i) => domain.low + (span * (columns[i].bin + 1)) / count,
      y0: (i) => height(columns[i].bin, columns[i].from),
      y1: (i) => height(columns[i].bin, columns[i].to),
      color: (i) => outcomes[columns[i].outcome].color,
      isFaded: (i) => isFaded(data, columns[i].outcome),
      gap: 1,
    }),
    plot.labels(
      'gd-beyond',
      beyondLabels.map((label) => ({ ...label, top: 14, look: 'gd-strong' })),
      strip,
    ),
  ];
}

/** Positions of the keyboard along the domain. */
const POSITIONS = 250;

/** Under the pointer or the keyboard: where a run would start, and how high. */
function reader(
  { curve, onPickStart, onMoveStart, followed, variable = 'θ' }: LandscapeData,
  { x, y, top, bottom, left, right }: plot.Frame,
  avoid: readonly plot.Box[],
): plot.Reader {
  const thetaAt = (position: number) => x.invert(left + ((right - left) * position) / POSITIONS);
  const at = (px: number) => ((px - left) / (right - left)) * POSITIONS;
  const startAt = (position: number) => Number(thetaAt(position).toPrecision(6));
  return plot.scrub({
    name: say(onPickStart ? 'pickName' : 'readName', { variable }),
    last: POSITIONS,
    initial: followed ? at(x(followed.theta[0])) : POSITIONS / 2,
    at,
    value: (position) => Number(thetaAt(position).toPrecision(4)),
    pick: onPickStart && ((position) => onPickStart(startAt(position))),
    walk: onMoveStart && ((position) => onMoveStart(startAt(position))),
    read(position) {
      const theta = thetaAt(position);
      const value = valueOn(curve, theta);
      return {
        x: x(theta),
        y: Number.isFinite(value) ? Math.min(bottom, Math.max(top, y(value))) : bottom,
        dot: 3.5,
        lines: [{ text: say('place', { variable, theta: formatNumber(theta), value: formatNumber(value) }) }],
        hint: onPickStart && startAt(position) !== followed?.theta[0] ? say('press') : undefined,
        avoid,
      };
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

const TOLD = 8;

/** How many runs are drawn, of how many there are. */
function drawnOf({ counts }: LandscapeData, number: number): string {
  const starts = counts?.starts ?? number;
  return number < starts
    ? say('someRuns', { number: formatCount(number), starts: formatCount(starts) })
    : say('allRuns', { count: number });
}

function summarize(data: LandscapeData): string {
  const {
    stationary,
    stretches = [],
    optimizer,
    population,
    outcomes,
    iteration,
    iterations,
    learningRate,
    domain,
    variable = 'θ',
  } = data;
  const points = stationary.map((point) => {
    const theta = formatNumber(point.theta);
    if (point.kind !== 'minimum') return say(`${point.kind}At`, { variable, theta });
    const minimum = outcomes[point.outcome ?? -1]?.label ?? chartWords('minimum');
    const { threshold } = point;
    const key = threshold === undefined ? 'placeOf' : threshold === Infinity ? 'flatAt' : 'minimumAt';
    const limit = threshold === undefined ? '' : limitText(threshold, optimizer);
    return say(key, { minimum, variable, theta, limit });
  });
  const flat = stretches.slice(0, TOLD).map((stretch) => flatName(stretch, variable));
  const more = points.length > TOLD ? [chartWords('moreOfThem', { number: points.length - TOLD })] : [];
  const where = say('where', {
    low: formatNumber(domain.low),
    high: formatNumber(domain.high),
    points: points.length + flat.length > 0 ? [...points.slice(0, TOLD), ...more, ...flat].join('; ') : say('noPoint'),
  });
  if (!population) return where;
  const counts = outcomes.map(() => 0);
  for (let i = 0; i < population.outcome.length; i++) counts[population.outcome[i]]++;
  const ends = outcomes.flatMap(({ label }, i) =>
    counts[i] ? [say('end', { number: formatCount(counts[i]), outcome: label })] : [],
  );
  const runs = say('runs', {
    number: drawnOf(data, population.theta.length),
    iteration: formatCount(iteration),
    iterations: formatCount(iterations),
    rate: formatRate(learningRate),
    ends: ends.join(', '),
    when: say(iteration < iterations ? 'willEnd' : 'ended'),
  });
  return `${where} ${runs}`;
}

/** A row for each run that is drawn: where it started, where it is now, and where it will end. */
function table({ population, starts = [], outcomes, iteration, learningRate }: LandscapeData): plot.Table {
  const { theta = [], value = [], outcome = [] } = population ?? {};
  return {
    'learning rate': Float64Array.from(theta, () => learningRate),
    iteration: Int32Array.from(theta, () => iteration),
    start: Float64Array.from(theta, (_, i) => starts[i]),
    theta,
    value,
    outcome: Array.from(outcome, (end) => nameOf(outcomes[end])),
  };
}
