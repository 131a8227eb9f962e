import { bars } from './bars';
import type { Mark, Panel } from '../panel';

/** Neighbours of which the same became, by their first and last index. */
export interface Stretch<Outcome> {
  outcome: Outcome;
  from: number;
  to: number;
}

export function stretchesOf<Outcome>(outcomes: readonly Outcome[]): Stretch<Outcome>[] {
  const starts = outcomes.flatMap((outcome, i) => (i > 0 && outcome === outcomes[i - 1] ? [] : [i]));
  return starts.map((from, i) => ({ outcome: outcomes[from], from, to: (starts[i + 1] ?? outcomes.length) - 1 }));
}

export interface OutcomeStripOptions<Outcome> {
  panel: Panel;
  /** Evenly spaced. */
  x: readonly number[];
  outcomes: readonly Outcome[];
  color(outcome: Outcome): string;
}

/** A strip of colours: what became of the run at each of many places of an axis. Its panel goes from 0 to 1. */
export function outcomeStrip<Outcome extends string>({
  panel,
  x,
  outcomes,
  color,
}: OutcomeStripOptions<Outcome>): Mark {
  const stretches = stretchesOf(outcomes);
  const half = (x[1] - x[0]) / 2 || 0;
  return bars({
    name: 'gd-outcomes',
    panel,
    length: stretches.length,
    x0: (i) => x[stretches[i].from] - half,
    x1: (i) => x[stretches[i].to] + half,
    y1: () => 1,
    gap: 0,
    color: (i) => color(stretches[i].outcome),
    data: { outcome: (i) => stretches[i].outcome },
  });
}
