import * as kit from '../../charts/kit';
import { RULES, type Rule } from './problem';
import type { MinibatchResult } from './run';
import { format, type MinibatchData } from './shown';
import { say } from './words';

const RULE_WORDS: Record<Rule, 'kept' | 'linear' | 'squareRoot'> = {
  kept: 'kept',
  linear: 'linear',
  'square root': 'squareRoot',
};
const RULE_COLORS: Record<Rule, string> = {
  kept: '--gd-minimum-2',
  linear: '--gd-minimum-1',
  'square root': '--gd-minimum-3',
};

type Entry = MinibatchResult['scaling'][number];
const entriesOf = ({ scaling }: MinibatchResult, rule: Rule) => scaling.filter((entry) => entry.rule === rule);

/** The noise of a step and of an epoch over the size of the batch, for each rule of scaling the learning rate. */
export const scaling: kit.Chart<MinibatchData> = {
  draw(container, data) {
    const { problem, run, hidesTheory } = data;
    const { result } = run;
    const { batch, factor: most } = result.parameters;
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: RULES.map((rule) => ({ label: say(RULE_WORDS[rule]), color: RULE_COLORS[rule], look: '' })),
    });
    const domainOf = (...of: (keyof Entry)[]): kit.Interval => {
      const values = result.scaling
        .flatMap((entry) => of.map((name) => Number(entry[name])))
        .filter((value) => value > 0);
      return values.length > 0 ? [Math.min(...values) / 1.6, Math.max(...values) * 1.6] : [0.5, 2];
    };
    const panel = (title: 'stepAxis' | 'epochAxis', domain: kit.Interval, note = '') => ({
      y: { domain, scale: 'log' as const, title: say(title), grid: true, spacing: 28 },
      height: [120, 0.2, 190] as const,
      note,
    });
    const frame = kit.cartesian(root, {
      width: data.width,
      x: {
        domain: [0.9, most * 1.1],
        scale: 'log',
        title: say('factorAxis', { batch }),
        ticks: problem.factors,
        format: kit.formatCount,
      },
      panels: [
        panel('stepAxis', domainOf('stepVariance', 'predictedStep'), hidesTheory ? '' : say('lines')),
        panel('epochAxis', domainOf('epochVariance', 'predictedEpoch')),
      ],
      summary: scaling.summarize(data),
    });
    const both = [
      { panel: frame.panels[0], predicted: 'predictedStep', measured: 'stepVariance' },
      { panel: frame.panels[1], predicted: 'predictedEpoch', measured: 'epochVariance' },
    ] as const;
    frame.draw(
      both.flatMap(({ panel, predicted, measured }) =>
        RULES.flatMap((rule) => {
          const entries = entriesOf(result, rule);
          const x = entries.map(({ factor }) => factor);
          const color = RULE_COLORS[rule];
          // Where two rules give the same, the later one is dashed over the other, and its dots are smaller.
          const place = RULES.indexOf(rule);
          return [
            kit.line({
              name: `gd-${measured}-line`,
              panel,
              x,
              y: entries.map((entry) => entry[predicted]),
              length: hidesTheory ? 0 : x.length,
              color,
              look: place === 0 ? '' : 'gd-dashed',
            }),
            kit.dots({
              name: `gd-${measured}`,
              panel,
              x,
              y: entries.map((entry) => entry[measured] || NaN),
              length: x.length,
              radius: 6 - place,
              color,
              stroke: '--gd-surface',
            }),
          ];
        }),
      ),
      kit.scrub({
        name: say('readFactors'),
        last: problem.factors.length - 1,
        initial: problem.factors.length - 1,
        at(px) {
          const distances = problem.factors.map((factor) => Math.abs(frame.x(factor) - px));
          return distances.indexOf(Math.min(...distances));
        },
        value: (place) => problem.factors[Math.round(place)],
        read(place) {
          const factor = problem.factors[Math.round(place)];
          return {
            x: frame.x(factor),
            lines: [
              { text: say('timesBatch', { factor, batch: factor * batch }) },
              ...RULES.map((rule) => {
                const { stepVariance, epochVariance } = entriesOf(result, rule).find(
                  (entry) => entry.factor === factor,
                )!;
                const words = { rule: say(RULE_WORDS[rule]), step: format(stepVariance), epoch: format(epochVariance) };
                return { text: say('ruleIs', words), color: kit.color(RULE_COLORS[rule]) };
              }),
            ],
          };
        },
      }),
    );
  },
  summarize({ run: { result } }) {
    const { factor } = result.parameters;
    const ratio = (rule: Rule, of: 'stepVariance' | 'epochVariance') => {
      const entries = entriesOf(result, rule);
      return kit.formatNumber(entries.at(-1)![of] / entries[0][of], 3);
    };
    return say('scalingSummary', {
      factor,
      keptStep: ratio('kept', 'stepVariance'),
      linearStep: ratio('linear', 'stepVariance'),
      rootStep: ratio('square root', 'stepVariance'),
      keptEpoch: ratio('kept', 'epochVariance'),
      linearEpoch: ratio('linear', 'epochVariance'),
      rootEpoch: ratio('square root', 'epochVariance'),
    });
  },
  table: ({ run: { result } }) => {
    const column = <Name extends keyof Entry>(name: Name) => result.scaling.map((entry) => entry[name]);
    return {
      rule: column('rule'),
      factor: column('factor'),
      learningRate: column('learningRate'),
      steps: column('steps'),
      stepVariance: column('stepVariance'),
      predictedStep: column('predictedStep'),
      epochVariance: column('epochVariance'),
      predictedEpoch: column('predictedEpoch'),
    };
  },
};
