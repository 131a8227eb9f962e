import * as kit from '../../charts/kit';
import { focalLoss, focalSlope } from '../../math/classification-losses';
import { linearSpaced } from '../../math/spacing';
import type { FocalLossResult } from './problem';
import { PROBABILITIES } from './stops';
import { say } from './words';

export interface CurvesData {
  result: FocalLossResult;
  onMove?(p: number): void;
}

export const GAMMAS = [0, 0.5, 1, 2, 5];
const POINTS = 401;
/** The curves begin beside 0, where the loss is infinite. */
const LEAST = 1e-4;
const HIGHEST_LOSS = 5;
const LEAST_SHARE = 1e-6;
const format = (value: number) => kit.formatNumber(value);

interface Kind {
  value: (p: number, gamma: number) => number;
  axis: 'lossAxis' | 'gradientAxis';
  /** The top of the axis; it fits the curves without it. */
  top?: number;
  summary: 'lossSummary' | 'gradientSummary';
}

/** A loss over p for several γ, and below it how many times that of γ = 0 it is. */
function curvesOf({ value, axis, top, summary }: Kind): kit.Chart<CurvesData> {
  const share = (p: number, gamma: number) => value(p, gamma) / value(p, 0);
  // At p = 1 both are 0: the point stands where its curve goes to.
  const shareAt = (p: number, gamma: number) => (p === 1 ? Number(gamma === 0) : share(p, gamma));
  const chart: kit.Chart<CurvesData> = {
    draw(container, data) {
      const { result, onMove, width } = data;
      const { p, gamma } = result.parameters;
      const gammas = gammasWith(gamma);
      const main = gammas.indexOf(gamma);
      const inks = kit.rateColors(gammas);
      const nameOf = (i: number) =>
        gammas[i] === 0 ? say('crossEntropy') : say('gammaIs', { gamma: format(gammas[i]) });
      const xs = linearSpaced(0, 1, POINTS).map((x) => Math.max(LEAST, x));
      const curves = gammas.map((one) => Array.from(xs, (x) => value(x, one)));
      const highest = top ?? 1.08 * Math.max(...curves.flat());
      const root = kit.chartRoot(container);
      kit.drawKey(root, {
        entries: gammas.map((_, i) => ({ label: nameOf(i), color: inks[i], look: i === main ? 'gd-heavy' : '' })),
      });
      const words = { p: format(p), value: format(value(p, gamma)), other: format(value(p, 0)) };
      const frame = kit.cartesian(root, {
        width,
        x: { domain: [0, 1], title: say('pAxis') },
        panels: [
          {
            y: { domain: [0, highest], title: say(axis), grid: true },
            height: [190, 0.32, 270],
            note: say('inHand', words),
          },
          {
            y: { domain: [LEAST_SHARE, 3], scale: 'log', title: say('shareAxis'), grid: true },
            height: [110, 0.17, 150],
          },
        ],
        summary: chart.summarize(data),
      });
      const [upper, lower] = frame.panels;
      const isWide = upper.right - upper.left > 480;
      const order = [...gammas.keys()].filter((i) => i !== main).concat(main);
      const inside = kit.within([0, highest]);
      const lines = (panel: kit.Panel, name: string, y: (x: number, gamma: number) => number) =>
        order.map((i) =>
          kit.line({
            name: `gd-${name}-${i}`,
            panel,
            x: xs,
            y: (k) => y(xs[k], gammas[i]),
            length: POINTS,
            color: inks[i],
            look: i === main ? 'gd-heavy' : '',
          }),
        );
      frame.draw(
        [
          ...frame.panels.flatMap((panel) => [
            kit.band({ panel, x: [[0, 0.5]], color: '--gd-minimum-1', opacity: 0.06 }),
            kit.band({ panel, x: [[0.5, 1]], color: '--gd-minimum-2', opacity: 0.06 }),
          ]),
          kit.rule({ name: 'gd-one', panel: lower, y: [1], look: 'gd-hair' }),
          kit.rule({ name: 'gd-at', panel: lower, x: [p], look: 'gd-hair', above: upper.bottom - upper.top + 40 }),
          ...lines(upper, 'value', value),
          ...lines(lower, 'share', share),
          kit.dots({
            name: 'gd-other',
            panel: upper,
            x: [p],
            y: [inside(value(p, 0))],
            length: 1,
            radius: 4,
            color: inks[gammas.indexOf(0)],
            stroke: '--gd-surface',
          }),
          kit.dots({
            name: 'gd-share',
            panel: lower,
            x: [p],
            y: [Math.max(LEAST_SHARE, shareAt(p, gamma))],
            length: 1,
            radius: 5,
            color: inks[main],
            stroke: '--gd-surface',
          }),
          kit.labels(
            'gd-regions',
            [
              { text: say('wrong'), x: isWide ? 0.08 : 0.1, top: 16 },
              { text: isWide ? say('unsure') : '', x: 0.5, top: 16, anchor: 'middle' },
              { text: say('easy'), x: 0.98, top: 16, anchor: 'end' },
            ],
            upper,
          ),
          kit.handles({
            panel: upper,
            along: 'x',
            stops: PROBABILITIES,
            handles: [{ x: p, y: inside(value(p, gamma)), label: say('point'), text: format(p), color: inks[main] }],
            onMove: onMove && ((_, x) => onMove(x)),
          }),
        ],
        kit.scrub({
          name: say('read'),
          last: POINTS - 1,
          initial: Math.round(p * (POINTS - 1)),
          at: (px) => frame.x.invert(px) * (POINTS - 1),
          value: (position) => xs[Math.round(position)],
          read(position) {
            const x = xs[Math.round(position)];
            const values = gammas.map((one, i) => ({
              text: say('valueOf', { name: nameOf(i), value: format(value(x, one)) }),
              color: kit.color(inks[i]),
            }));
            return { x: frame.x(x), lines: [{ text: say('atP', { p: format(x) }) }, ...values] };
          },
          pick: onMove && ((position) => onMove(xs[Math.round(position)])),
        }),
      );
    },
    summarize({ result: { parameters, crossEntropy, factor, focal } }) {
      const { p, gamma } = parameters;
      const numbers = { p: format(p), gamma: format(gamma) };
      return summary === 'lossSummary'
        ? say(summary, {
            ...numbers,
            crossEntropy: format(crossEntropy),
            factor: format(factor),
            focal: format(focal),
          })
        : say(summary, {
            ...numbers,
            crossEntropy: format(focalSlope(p, 0)),
            focal: format(focalSlope(p, gamma)),
          });
    },
    table({ result }) {
      const p = linearSpaced(0, 1, POINTS).map((x) => Math.max(LEAST, x));
      const gammas = gammasWith(result.parameters.gamma);
      const columns = gammas.map((gamma) => [`gamma ${gamma}`, Array.from(p, (x) => value(x, gamma))] as const);
      return { p, ...Object.fromEntries(columns) };
    },
  };
  return chart;
}

/** The γ that are always drawn and the one in hand, ascending. */
const gammasWith = (gamma: number) => [...new Set([...GAMMAS, gamma])].sort((a, b) => a - b);

export const loss = curvesOf({ value: focalLoss, axis: 'lossAxis', top: HIGHEST_LOSS, summary: 'lossSummary' });
export const gradient = curvesOf({
  value: (p, gamma) => Math.abs(focalSlope(p, gamma)),
  axis: 'gradientAxis',
  summary: 'gradientSummary',
});
