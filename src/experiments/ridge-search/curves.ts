import { symbolCross } from 'd3';
import * as kit from '../../charts/kit';
import type { RidgeSearchRun } from './search';
import { curvesOf, number, runOf, settingsOf } from './shown';
import { say } from './words';

export interface CurvesData {
  run: RidgeSearchRun;
  /** The combination in hand. */
  shown: number;
}

const STRONG = '--gd-text';
const CROSS = 5;

function curvesIn({ run, shown }: CurvesData) {
  const { parameters } = run.result;
  const { learningRates, strengths } = parameters;
  const inHand = runOf(parameters, shown);
  const colors = kit.rateColors(learningRates);
  const rateOf = (training: number) => Math.floor(training / strengths.length) % learningRates.length;
  const others = run.trained.diverged.flatMap((_, training) =>
    training === inHand ? [] : [{ ...curvesOf(run, training), rate: rateOf(training) }],
  );
  return { inHand: curvesOf(run, inHand), others, colors };
}

export const curves: kit.Chart<CurvesData> = {
  draw(container, data) {
    const { parameters } = data.run.result;
    const { inHand, others, colors } = curvesIn(data);
    const lineOf = ({ training, validation }: typeof inHand) => validation ?? training;
    const [start] = inHand.training;
    const all = [inHand, ...others].flatMap((one) => [...lineOf(one), ...one.training]);
    // What grows beyond the start is on its way out of the picture.
    const { scale, domain } = kit.valueDomain(all.filter((error) => error <= 4 * start));
    const root = kit.chartRoot(container);
    const frame = kit.cartesian(kit.one(root, 'div', 'gd-curves'), {
      width: data.width,
      height: [220, 0.42, 340],
      x: { domain: [0, inHand.epochs], title: say('epochAxis'), isWhole: true },
      y: { scale, domain, title: say('errorAxis'), grid: true },
      summary: curves.summarize(data),
    });
    const inside = kit.within(domain);
    const ended = [inHand, ...others].filter(({ diverged }) => diverged !== null);
    const last = { x: ended.map(({ diverged }) => diverged! - 1), y: ended.map((one) => inside(lineOf(one).at(-1)!)) };
    const marked = parameters.epochs.filter((epoch) => epoch < lineOf(inHand).length);
    frame.draw(
      [
        ...others.map((one) =>
          kit.line({
            name: 'gd-other',
            y: lineOf(one),
            length: lineOf(one).length,
            color: colors[one.rate],
            look: 'gd-thin gd-pale',
          }),
        ),
        kit.dots({
          name: 'gd-ended',
          ...last,
          length: ended.length,
          symbol: symbolCross,
          turn: 45,
          radius: CROSS,
          color: '--gd-diverged',
        }),
        kit.line({
          name: 'gd-training',
          y: inHand.training,
          length: inHand.training.length,
          color: STRONG,
          look: 'gd-dashed',
        }),
        kit.line({
          name: 'gd-validation',
          y: lineOf(inHand),
          length: lineOf(inHand).length,
          color: STRONG,
          look: 'gd-heavy',
        }),
        kit.dots({
          name: 'gd-marked',
          x: marked,
          y: (i) => lineOf(inHand)[marked[i]],
          length: marked.length,
          color: STRONG,
          radius: 4,
        }),
      ],
      kit.scrub({
        name: say('readCurves'),
        last: lineOf(inHand).length - 1,
        initial: lineOf(inHand).length - 1,
        at: (x) => Math.round(frame.x.invert(x)),
        read: (epoch) => ({
          x: frame.x(epoch),
          y: frame.y(inside(lineOf(inHand)[epoch])),
          dot: 3,
          lines: [
            { text: say('atEpoch', { epoch: String(epoch) }) },
            { text: say('training', { error: number(inHand.training[epoch]) }) },
            ...(inHand.validation ? [{ text: say('validation', { error: number(inHand.validation[epoch]) }) }] : []),
          ],
        }),
      }),
    );
    // A run that diverged at once has no line.
    const drawn = others.filter((one) => lineOf(one).length > 1);
    kit.drawKey(root, {
      entries: [
        ...(inHand.validation ? [{ label: say('validationLine'), color: STRONG, look: 'gd-heavy' }] : []),
        { label: say('trainingLine'), color: STRONG, look: inHand.validation ? 'gd-dashed' : 'gd-heavy' },
        ...parameters.learningRates.flatMap((rate, i) =>
          drawn.some((one) => one.rate === i)
            ? [{ label: say('othersLine', { rate: number(rate) }), color: colors[i], look: 'gd-thin' }]
            : [],
        ),
        ...(ended.length > 0 ? [{ label: say('divergedKey'), color: '--gd-diverged' }] : []),
      ],
    });
  },
  summarize(data) {
    const { inHand } = curvesIn(data);
    const entry = data.run.result.grid[data.shown];
    const settings = settingsOf(entry);
    if (inHand.diverged !== null) return say('divergedAt', { settings, epoch: String(inHand.diverged) });
    const validation = inHand.validation?.[entry.epochs];
    return say('curvesSummary', {
      settings,
      epochs: say('epochCount', { count: entry.epochs }),
      training: number(inHand.training[entry.epochs]),
      validation: validation === undefined ? '' : say('andValidation', { validation: number(validation) }),
    });
  },
  table(data) {
    const { inHand } = curvesIn(data);
    return {
      epoch: Array.from(inHand.training, (_, epoch) => epoch),
      training: inHand.training,
      ...(inHand.validation && { validation: inHand.validation }),
    };
  },
};
