import * as kit from '../../charts/kit';
import { crossEntropySlope, halfSquaredSlope, slopeRatio } from '../../math/classification-losses';
import {
  bothLines,
  CROSS_ENTROPY,
  domainOf,
  entropySlopeText,
  format,
  isOutside,
  logitHandle,
  noteOf,
  placesOf,
  probabilityText,
  ratioText,
  readAlong,
  SQUARED,
  squaredSlopeText,
  type OverLogit,
} from './shown';
import { say } from './words';

const entropySize = (z: number) => -crossEntropySlope(z);
const squaredSize = (z: number) => -halfSquaredSlope(z);
/** The steepest that half the squared error is, at p = 1/3. */
const MOST = 4 / 27;

/** The sizes of both gradients over the logit, and their ratio. */
export const gradient: kit.Chart<OverLogit> = {
  draw(container, data) {
    const { logit: z } = data.result.parameters;
    const domain = domainOf(data);
    const [low, high] = domain;
    const xs = placesOf(data);
    const inHand = isOutside(data) ? [] : [z];
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        { label: say('crossEntropy'), color: CROSS_ENTROPY, look: 'gd-heavy' },
        { label: say('halfSquared'), color: SQUARED, look: 'gd-heavy' },
      ],
    });
    const frame = kit.cartesian(root, {
      width: data.width,
      x: { domain, title: say('logitAxis') },
      panels: [
        {
          y: { domain: [0, 1.08], title: say('gradientAxis'), grid: true },
          height: [170, 0.28, 240],
          note: noteOf(data),
        },
        {
          y: {
            domain: [1, 2 * Math.max(slopeRatio(low), slopeRatio(high))],
            scale: 'log',
            title: say('ratioAxis'),
            grid: true,
          },
          height: [120, 0.18, 160],
        },
      ],
      summary: gradient.summarize(data),
    });
    const [upper, lower] = frame.panels;
    const hasRoom = upper.right - upper.left > 480;
    const isLeft = z < (low + high) / 2;
    frame.draw(
      [
        kit.rule({ name: 'gd-most', panel: upper, y: [MOST], look: 'gd-hair' }),
        kit.rule({ name: 'gd-at', panel: lower, x: inHand, look: 'gd-hair', above: lower.top - upper.top }),
        kit.line({
          name: 'gd-entropy',
          panel: upper,
          x: xs,
          y: (i) => entropySize(xs[i]),
          length: xs.length,
          color: CROSS_ENTROPY,
          look: 'gd-heavy',
        }),
        kit.area({
          name: 'gd-squared-area',
          panel: upper,
          x: xs,
          y1: (i) => squaredSize(xs[i]),
          length: xs.length,
          color: SQUARED,
          opacity: 0.15,
        }),
        kit.line({
          name: 'gd-squared',
          panel: upper,
          x: xs,
          y: (i) => squaredSize(xs[i]),
          length: xs.length,
          color: SQUARED,
          look: 'gd-heavy',
        }),
        kit.line({
          name: 'gd-ratio',
          panel: lower,
          x: xs,
          y: (i) => slopeRatio(xs[i]),
          length: xs.length,
          color: '--gd-text',
          look: 'gd-heavy',
        }),
        kit.dots({
          panel: upper,
          x: inHand,
          y: inHand.map(squaredSize),
          length: inHand.length,
          radius: 5,
          color: SQUARED,
          stroke: '--gd-surface',
        }),
        kit.dots({
          name: 'gd-ratio-dot',
          panel: lower,
          x: inHand,
          y: inHand.map(slopeRatio),
          length: inHand.length,
          radius: 5,
          color: '--gd-text',
          stroke: '--gd-surface',
        }),
        kit.labels(
          'gd-regions',
          [
            { text: low < -3 ? say('wrong') : '', left: 6, y: 0.5 },
            { text: high > 1 ? say('right') : '', right: 6, y: 0.5, anchor: 'end' },
            { text: hasRoom ? say('most') : '', right: 6, y: MOST, dy: -5, anchor: 'end' },
          ],
          upper,
        ),
        kit.labels(
          'gd-times',
          [
            {
              text: inHand.length > 0 ? say('times', { ratio: ratioText(z) }) : '',
              x: z,
              y: slopeRatio(z),
              dx: isLeft ? 10 : -10,
              dy: -6,
              anchor: isLeft ? 'start' : 'end',
              look: 'gd-strong',
            },
          ],
          lower,
        ),
        logitHandle(upper, data, entropySize(z), CROSS_ENTROPY),
      ],
      readAlong(frame, data, say('read'), (at) => [
        ...bothLines(entropySlopeText(at), squaredSlopeText(at)),
        { text: say('times', { ratio: ratioText(at) }) },
      ]),
    );
  },
  summarize: ({
    result: {
      parameters: { logit: z },
    },
  }) =>
    say('gradientSummary', {
      z: format(z),
      p: probabilityText(z),
      crossEntropy: entropySlopeText(z),
      halfSquared: squaredSlopeText(z),
      ratio: ratioText(z),
    }),
  table(data) {
    const logit = placesOf(data);
    return {
      logit,
      crossEntropy: logit.map(crossEntropySlope),
      halfSquaredError: logit.map(halfSquaredSlope),
      ratio: logit.map(slopeRatio),
    };
  },
};
