import * as kit from '../../charts/kit';
import { linearSpaced, logSpaced } from '../../math/spacing';
import { predictedVariance, type Replacement } from './problem';
import type { MinibatchResult } from './run';
import { errorBar, format, WITH, withError, WITHOUT, type MinibatchData } from './shown';
import { say } from './words';

/** Batches beyond this stand on a logarithmic axis. */
const FEW = 12;
const POINTS = 200;

const entriesOf = ({ variance }: MinibatchResult, replacement: Replacement) =>
  variance.filter((entry) => entry.replacement === replacement);

/** The variance of a batch's mean over its size, with and without replacement, predicted and measured. */
export const variance: kit.Chart<MinibatchData> = {
  draw(container, data) {
    const { problem, run, hidesTheory } = data;
    const { result } = run;
    const { batch } = result.parameters;
    const n = problem.gradients.length;
    const all = { with: entriesOf(result, 'with'), without: entriesOf(result, 'without') };
    const most = all.with.at(-1)!.batch;
    const isLog = most > FEW;
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        ...(hidesTheory ? [] : [{ label: say('withReplacement'), color: WITH, look: 'gd-dashed' }]),
        { label: say('withMeasured'), color: WITH },
        ...(hidesTheory ? [] : [{ label: say('withoutReplacement'), color: WITHOUT, look: '' }]),
        { label: say('withoutMeasured'), color: WITHOUT },
      ],
    });
    const top =
      Math.max(
        ...result.variance.map(({ measured, predicted, standardError }) =>
          Math.max(1.1 * measured, 1.1 * predicted, measured + 2 * (standardError ?? 0)),
        ),
      ) || 1;
    const frame = kit.cartesian(root, {
      width: data.width,
      height: [230, 0.42, 360],
      x: isLog
        ? { domain: [0.9, 1.1 * most], scale: 'log', title: say('batchAxis') }
        : { domain: [0.5, most + 0.5], title: say('batchAxis'), isWhole: true },
      y: { domain: [0, top], title: say('varianceAxis'), grid: true },
      note: say('populationIs', { variance: format(problem.variance), count: kit.formatCount(n) }),
      summary: variance.summarize(data),
    });
    const last = { with: most, without: all.without.at(-1)!.batch };
    const lines = (['with', 'without'] as const).map((replacement) => {
      const end = Math.max(1, replacement === 'without' ? Math.min(n, last.without) : last.with);
      const at = isLog ? logSpaced(1, end + 1e-9, POINTS) : linearSpaced(1, end, POINTS);
      return kit.line({
        name: `gd-predicted-${replacement}`,
        x: at,
        y: at.map((m) => predictedVariance(problem, m, replacement)),
        length: hidesTheory ? 0 : POINTS,
        color: replacement === 'with' ? WITH : WITHOUT,
        look: replacement === 'with' ? 'gd-dashed' : '',
      });
    });
    const measured = (['with', 'without'] as const).flatMap((replacement) => {
      const entries = all[replacement];
      const color = replacement === 'with' ? WITH : WITHOUT;
      return [
        kit.shapes(
          `gd-errors-${replacement}`,
          entries.map((entry) => errorBar(entry.batch, entry.measured, entry.standardError, color)),
        ),
        kit.dots({
          name: `gd-measured-${replacement}`,
          x: entries.map((entry) => entry.batch),
          y: entries.map((entry) => entry.measured),
          length: entries.length,
          radius: (i) => (entries[i].batch === batch ? 6 : 4),
          color,
          stroke: '--gd-surface',
        }),
      ];
    });
    frame.draw(
      [kit.rule({ name: 'gd-batch', x: [batch], look: 'gd-hair' }), ...lines, ...measured],
      kit.scrub({
        name: say('readBatches'),
        last: all.with.length - 1,
        initial: all.with.findIndex((entry) => entry.batch === batch),
        at(px) {
          const distances = all.with.map((entry) => Math.abs(frame.x(entry.batch) - px));
          return distances.indexOf(Math.min(...distances));
        },
        value: (place) => all.with[Math.round(place)].batch,
        read(place) {
          const entry = all.with[Math.round(place)];
          const other = all.without.find((one) => one.batch === entry.batch);
          const words = ({ predicted, measured, standardError }: typeof entry) => ({
            predicted: format(predicted),
            measured: withError(measured, standardError),
          });
          return {
            x: frame.x(entry.batch),
            lines: [
              { text: say('batchOf', { count: entry.batch }) },
              { text: say(hidesTheory ? 'withFound' : 'withIs', words(entry)), color: kit.color(WITH) },
              ...(other
                ? [{ text: say(hidesTheory ? 'withoutFound' : 'withoutIs', words(other)), color: kit.color(WITHOUT) }]
                : []),
            ],
          };
        },
      }),
    );
  },
  summarize({ problem, run: { result }, hidesTheory }) {
    const { batch } = result.parameters;
    const [one, other] = (['with', 'without'] as const).map((replacement) =>
      entriesOf(result, replacement).find((entry) => entry.batch === batch),
    );
    const words = {
      count: kit.formatCount(problem.gradients.length),
      variance: format(problem.variance),
      batch,
      with: format(one!.predicted),
      withMeasured: format(one!.measured),
    };
    if (hidesTheory) return say('varianceMeasured', words);
    return other
      ? say('varianceSummary', { ...words, without: format(other.predicted), withoutMeasured: format(other.measured) })
      : say('varianceSummaryWith', words);
  },
  table: ({ run: { result } }) => ({
    batch: result.variance.map(({ batch }) => batch),
    replacement: result.variance.map(({ replacement }) => replacement),
    predicted: result.variance.map(({ predicted }) => predicted),
    measured: result.variance.map(({ measured }) => measured),
    standardError: result.variance.map(({ standardError }) => standardError ?? ''),
  }),
};
