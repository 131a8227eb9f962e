import * as kit from '../../charts/kit';
import { crossEntropySlope, halfSquaredSlope, stepsToRight, timeToRight } from '../../math/classification-losses';
import { MOST_STEPS, type Escape } from './population';
import { bothLines, CROSS_ENTROPY, format, isOutside, logitHandle, readAlong, SQUARED, type OverLogit } from './shown';
import { say } from './words';

export interface EscapeData extends OverLogit {
  escape: Escape;
  /** What theory predicts is not told. */
  hidesTheory: boolean;
}

/** A little to the right of 0 is shown: there the example is classified right. */
const BEYOND = 1;
const LEAST = 0.7;

const CURVES = [
  { of: 'crossEntropy', slope: crossEntropySlope, time: timeToRight.crossEntropy, color: CROSS_ENTROPY },
  { of: 'squared', slope: halfSquaredSlope, time: timeToRight.halfSquared, color: SQUARED },
] as const;

const stepsText = (steps: number | undefined) =>
  steps === undefined ? say('moreThan', { count: MOST_STEPS }) : say('steps', { count: steps });

/** The steps from one logit, for both losses. */
const stepsFrom = (z: number, { learningRate }: Escape) =>
  CURVES.map(({ slope }) => stepsText(stepsToRight(slope, z, learningRate, MOST_STEPS)));

/** How many steps descent takes from wrong to right over the starting logit, measured on a population and predicted. */
export const escape: kit.Chart<EscapeData> = {
  draw(container, data) {
    const { escape: population, hidesTheory } = data;
    const { logits, learningRate } = population;
    const { logit: z, logitLow, logitHigh } = data.result.parameters;
    const domain: kit.Interval = [logitLow, logitLow < 0 ? Math.min(logitHigh, BEYOND) : logitHigh];
    const inHand = isOutside(data, domain) ? [] : [z];
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        { label: say('crossEntropy'), color: CROSS_ENTROPY },
        { label: say('halfSquared'), color: SQUARED },
      ],
    });
    const frame = kit.cartesian(root, {
      width: data.width,
      x: { domain, title: say('startAxis') },
      y: { domain: [LEAST, 1.7 * MOST_STEPS], scale: 'log', title: say('stepsAxis'), grid: true },
      height: [230, 0.38, 340],
      note: hidesTheory ? '' : say('theory'),
      summary: escape.summarize(data),
    });
    const steps = CURVES.map(({ of }) => population[of]);
    // What has not come right stands at the upper edge, what was right from the start at the lower one.
    const late = logits.filter((_, i) => Number.isNaN(steps[1][i]));
    const [entropy, squared] = stepsFrom(z, population);
    const ends = CURVES.map(({ slope }) => stepsToRight(slope, z, learningRate, MOST_STEPS) ?? MOST_STEPS);
    const isLeft = z < (domain[0] + domain[1]) / 2;
    const name = (text: string, y: number) => ({
      text: z > 0 || inHand.length === 0 ? '' : text,
      x: z,
      y: Math.max(LEAST, y),
      dx: isLeft ? 12 : -12,
      dy: -8,
      anchor: isLeft ? ('start' as const) : ('end' as const),
      look: 'gd-strong',
    });
    frame.draw(
      [
        kit.band({
          x: domain[1] > 0 ? [[Math.max(0, domain[0]), domain[1]]] : [],
          color: '--gd-minimum-3',
          opacity: 0.1,
        }),
        kit.rule({ name: 'gd-limit', y: late.length > 0 ? [MOST_STEPS] : [], look: 'gd-hair' }),
        kit.rule({ name: 'gd-at', x: inHand, look: 'gd-hair' }),
        ...CURVES.map(({ of, time }) =>
          kit.line({
            name: `gd-theory-${of}`,
            x: logits,
            y: (i) => (logits[i] < 0 ? Math.min(time(logits[i]) / learningRate, 10 * MOST_STEPS) : NaN),
            length: hidesTheory ? 0 : logits.length,
            color: '--gd-text',
            look: 'gd-dashed',
          }),
        ),
        kit.cloud({
          x: (i) => logits[i % logits.length],
          y: (i) => steps[Math.floor(i / logits.length)][i % logits.length] || NaN,
          group: (i) => Math.floor(i / logits.length),
          length: 2 * logits.length,
          radius: 1.8,
          colors: [CROSS_ENTROPY, SQUARED],
          strength: () => 1,
        }),
        kit.dots({
          x: inHand,
          y: [Math.max(LEAST, ends[1])],
          length: inHand.length,
          radius: 5,
          color: SQUARED,
          stroke: '--gd-surface',
        }),
        kit.labels('gd-names', [
          name(squared, ends[1]),
          name(entropy, ends[0]),
          {
            text: frame.right - frame.x(0) > frame.measure(say('alreadyRight')) + 8 ? say('alreadyRight') : '',
            right: 4,
            top: 14,
            anchor: 'end',
          },
          {
            text: late.length > logits.length / 8 ? say('notYet', { count: MOST_STEPS }) : '',
            left: 6,
            y: MOST_STEPS,
            dy: -5,
          },
        ]),
        logitHandle(frame, data, Math.max(LEAST, ends[0]), CROSS_ENTROPY),
      ],
      readAlong(frame, data, say('readEscape'), (at) => {
        const [one, other] = stepsFrom(at, population);
        return bothLines(one, other);
      }),
    );
  },
  summarize({ result: { parameters }, escape: population }) {
    const [crossEntropy, squared] = stepsFrom(parameters.logit, population);
    const [lowEntropy, lowSquared] = stepsFrom(parameters.logitLow, population);
    return say('escapeSummary', {
      z: format(parameters.logit),
      rate: format(population.learningRate),
      low: format(parameters.logitLow),
      crossEntropy,
      squared,
      lowEntropy,
      lowSquared,
    });
  },
  table: ({ escape: { logits, crossEntropy, squared } }) => ({
    logit: logits,
    crossEntropy: Array.from(crossEntropy, known),
    halfSquaredError: Array.from(squared, known),
  }),
};

const known = (steps: number) => (Number.isNaN(steps) ? '' : steps);
