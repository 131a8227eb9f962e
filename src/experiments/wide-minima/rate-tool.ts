import { limitText } from '../../charts/limit-names';
import { defineWords } from '../../words/words';
import type { RateTool } from '../view';
import { shownRate } from '../parameters/shown-rate';
import type { WideMinimaParameters } from './parameters';
import type { WideMinimaProblem as Problem } from './problem';
import { methodText, outcomesOf, shownMethod } from './shared';

const say = defineWords('wide-minima', {
  shownRate: 'Listed learning rates',
  rate: 'learning rate',
  bothHold: 'both minima hold',
  allHold: { one: 'the minimum holds', other: '{count} minima hold' },
  onlyHolds: 'only the {minimum}',
  noneHolds: 'none',
  limit: '{minimum}: {limit}',
  noLimit: 'no limit in theory with {method}',
});

/** Limits are the same if they differ by rounding only. */
const SAME = 1e-9;

/** The slider for the learning rate, marked at the limit of each minimum where theory sets one; between the marks it says which minima hold. */
export function rateTool(problem: Problem, p: WideMinimaParameters): RateTool {
  const { minima, parameters } = problem;
  const outcomes = outcomesOf(problem);
  const method = problem.methods[shownMethod(problem, p)];
  const all = method.limits ?? [];
  const sorted = all
    .map((threshold, i) => ({ threshold, outcome: outcomes[i] }))
    .filter(({ threshold }) => Number.isFinite(threshold))
    .sort((a, b) => a.threshold - b.threshold);
  const limits = sorted.filter(({ threshold }, i) => i === 0 || threshold > sorted[i - 1].threshold * (1 + SAME));
  const zone = (above: number): { label: string; short?: string } => {
    if (!method.limits) return { label: say('noLimit', { method: methodText(method) }) };
    const holding = all
      .map((threshold, i) => ({ threshold, i }))
      .filter(({ threshold }) => threshold > above * (1 + SAME));
    if (holding.length === 0) return { label: minima.length > 0 ? say('noneHolds') : '' };
    const { label: minimum } = outcomes[holding[0].i];
    if (holding.length === 1 && minima.length > 1) return { label: say('onlyHolds', { minimum }), short: minimum };
    return {
      label: holding.length === 2 && minima.length === 2 ? say('bothHold') : say('allHold', { count: holding.length }),
    };
  };
  return {
    kind: 'rate',
    label: say('rate'),
    value: shownRate(p),
    listed: { title: say('shownRate'), rates: p.learningRates },
    parameter: 'selectedRate',
    low: parameters.rateLow,
    high: parameters.rateHigh,
    scale: 'log',
    marks: limits.map(({ threshold, outcome }) => ({
      at: threshold,
      color: outcome.color,
      label: say('limit', { minimum: outcome.label, limit: limitText(threshold, method.name) }),
    })),
    zones: [
      ...limits.map(({ outcome }, i) => ({
        ...zone(i === 0 ? 0 : limits[i - 1].threshold),
        color: outcome.color,
      })),
      { ...zone(limits.at(-1)?.threshold ?? 0), color: limits.length > 0 ? '--gd-diverged' : undefined },
    ],
  };
}
