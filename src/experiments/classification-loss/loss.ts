import * as kit from '../../charts/kit';
import { segmentInPixels, tangentAt } from '../../charts/tangent';
import { crossEntropy, crossEntropySlope, halfSquared, halfSquaredSlope } from '../../math/classification-losses';
import {
  bothLines,
  CROSS_ENTROPY,
  domainOf,
  entropySlopeText,
  entropyText,
  format,
  isOutside,
  logitHandle,
  noteOf,
  placesOf,
  probabilityText,
  readAlong,
  SQUARED,
  squaredSlopeText,
  squaredText,
  type OverLogit,
} from './shown';
import { say } from './words';

const CURVES = [
  {
    name: 'crossEntropy',
    value: crossEntropy,
    slope: crossEntropySlope,
    slopeText: entropySlopeText,
    color: CROSS_ENTROPY,
  },
  { name: 'halfSquared', value: halfSquared, slope: halfSquaredSlope, slopeText: squaredSlopeText, color: SQUARED },
] as const;

/** Below it, at p = 1/3, half the squared error is concave in the logit. */
const INFLECTION = -Math.LN2;

/** Both losses over the logit, with their tangents. */
export const loss: kit.Chart<OverLogit> = {
  draw(container, data) {
    const { logit: z } = data.result.parameters;
    const domain = domainOf(data);
    const [low, high] = domain;
    const xs = placesOf(data);
    const top = Math.max(1.2, 1.04 * crossEntropy(low));
    const inHand = isOutside(data) ? [] : [z];
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: CURVES.map(({ name, color }) => ({ label: say(name), color, look: 'gd-heavy' })),
    });
    const frame = kit.cartesian(root, {
      width: data.width,
      x: { domain, title: say('logitAxis') },
      y: { domain: [-0.05 * top, top], title: say('lossAxis'), grid: true },
      height: [220, 0.36, 330],
      note: noteOf(data),
      summary: loss.summarize(data),
    });
    const { measure, x: across } = frame;
    const hasRoom = across(Math.min(high, INFLECTION)) - frame.left > measure(say('notConvex')) + 12;
    frame.draw(
      [
        kit.band({ x: low < INFLECTION ? [[low, Math.min(high, INFLECTION)]] : [], color: SQUARED, opacity: 0.08 }),
        kit.rule({ y: [0], look: 'gd-zero' }),
        kit.rule({ name: 'gd-at', x: inHand, look: 'gd-hair' }),
        ...CURVES.map(({ name, value, color }) =>
          kit.line({ name: `gd-${name}`, x: xs, y: (i) => value(xs[i]), length: xs.length, color, look: 'gd-heavy' }),
        ),
        ...CURVES.map(({ value, slope }) =>
          kit.line({
            name: 'gd-tangent',
            ...tangentAt(frame, z, value(z), slope(z)),
            length: 2 * inHand.length,
            color: '--gd-text',
            look: 'gd-heavy',
          }),
        ),
        kit.dots({
          x: inHand,
          y: inHand.map(halfSquared),
          length: inHand.length,
          radius: 5,
          color: SQUARED,
          stroke: '--gd-surface',
        }),
        kit.labels('gd-slopes', [
          ...CURVES.map(({ value, slopeText }, i) => ({
            text: inHand.length > 0 ? say('slopeIs', { slope: slopeText(z) }) : '',
            x: z,
            y: value(z),
            dx: 10,
            dy: i === 0 ? -8 : -10,
            look: 'gd-strong',
          })),
          { text: hasRoom ? say('notConvex') : '', x: Math.min(high, INFLECTION), dx: -6, top: 16, anchor: 'end' },
        ]),
        logitHandle(frame, data, crossEntropy(z), CROSS_ENTROPY),
      ],
      readAlong(
        frame,
        data,
        say('read'),
        (at) => bothLines(entropyText(at), squaredText(at)),
        (at) => CURVES.map(({ value, slope }) => segmentInPixels(frame, tangentAt(frame, at, value(at), slope(at)))),
      ),
    );
  },
  summarize({
    result: {
      parameters: { logit: z },
    },
  }) {
    return say('lossSummary', {
      z: format(z),
      p: probabilityText(z),
      crossEntropy: entropyText(z),
      entropySlope: entropySlopeText(z),
      squared: squaredText(z),
      squaredSlope: squaredSlopeText(z),
    });
  },
  table(data) {
    const logit = placesOf(data);
    return { logit, crossEntropy: logit.map(crossEntropy), halfSquaredError: logit.map(halfSquared) };
  },
};
