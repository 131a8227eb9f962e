import { bisectCenter } from 'd3';
import * as plot from './kit';
import { formatRate, formatShare } from './kit/format';
import { chartWords } from './kit/words';
import type { Outcome } from './outcome';

interface RateReading {
  name: string;
  /** The rates that were computed, ascending. */
  rates: readonly number[];
  /** The rate in hand: it may lie between two of them. */
  inHand: number;
  onPick?: (rate: number) => void;
  onDrag?: (rate: number) => void;
  /** A last line that is not said to screen readers: what a press does. */
  hint?: string;
  /** What is told of the rate number `i`. */
  read: (i: number) => plot.ReadoutLine[];
}

/** Reads what was computed at many learning rates, one by one; at the one nearest to the rate in hand, that one is told, and where it was counted. */
export function readRates(
  { x }: plot.Frame,
  { name, rates, inHand, onPick, onDrag, hint, read }: RateReading,
): plot.Reader {
  const last = rates.length - 1;
  const nearest = bisectCenter(rates, inHand);
  const isAmong = inHand >= rates[0] && inHand <= rates[last];
  const rateAt = (position: number) => {
    const i = Math.round(position);
    return isAmong && i === nearest ? inHand : Number(rates[i].toPrecision(4));
  };
  return plot.scrub({
    name,
    last,
    initial: nearest,
    at: (px) => bisectCenter(rates, x.invert(px)),
    value: rateAt,
    pick: onPick && ((position) => onPick(rateAt(position))),
    drag: onDrag && ((position) => onDrag(rateAt(position))),
    read(position) {
      const i = Math.round(position);
      const [rate, counted] = [formatRate(rateAt(position)), formatRate(rates[i])];
      const title = { text: chartWords('learningRate', { rate }) };
      const note = rate === counted ? [] : [{ text: chartWords('nearestRate', { rate: counted }) }];
      return { x: x(rateAt(position)), lines: [title, ...note, ...read(i)], hint };
    },
  });
}

/** The shares of the outcomes that occur at a rate. */
export function sharesAt(
  outcomes: readonly Outcome[],
  fractions: readonly ArrayLike<number>[],
  i: number,
): plot.ReadoutLine[] {
  return outcomes.flatMap(({ label, color }, outcome) => {
    const share = fractions[outcome][i];
    if (!(share > 0)) return [];
    const text = chartWords('outcomeWithShare', { outcome: label, share: formatShare(share) });
    return [{ text, color: plot.color(color) }];
  });
}
