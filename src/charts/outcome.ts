import { KINDS, type Kind } from '../engine/descend/endings';
import type { OptimizerName } from '../math/optimizers';
import { endingWords, listed } from './endings';
import { formatShare } from './kit/format';
import type { KeyOptions } from './kit/key';
import { chartWords } from './kit/words';

/** One way a run can end: a minimum, from left to right, then what else can become of it. */
export interface Outcome {
  kind: 'minimum' | Kind;
  /** In words, e.g. `sharp minimum`, `in a cycle of 2`. */
  label: string;
  /** A name in English, for exported data; the label without it. */
  name?: string;
  /** The name of the custom property that holds its colour, e.g. `--gd-minimum-1`. */
  color: string;
  /** Where a minimum lies. */
  theta?: number;
}

/** Charts whose colours are outcomes; an outcome is an index into `outcomes`. */
export interface WithOutcomes {
  outcomes: readonly Outcome[];
  /** The index of the outcome that stands out; the others fade. */
  highlighted?: number;
  /** The name of the iterate, e.g. `θ`; that is also the default. */
  variable?: string;
  /** An outcome was pointed at or focused, in the key or the chart; undefined when it is left. */
  onHoverOutcome?(outcome: number | undefined): void;
  onPickOutcome?(outcome: number): void;
}

/** At which learning rate a minimum is left: as theory predicts, and as it was measured. */
export interface ThresholdMark {
  outcome: number;
  /** Whose limit it is; that of plain descent, 2/f″, without it. */
  optimizer?: OptimizerName;
  predicted: number;
  measured?: number | null;
}

/** What is known of the runs that ended in no minimum of the range: which minima elsewhere, which periods of cycles. */
export interface EndingDetails {
  elsewhere?: readonly number[];
  periods?: readonly number[];
}

/** The outcomes in their order: the minima as given, then those of `KINDS`. */
export function listOutcomes(
  minima: readonly { theta?: number; label: string; name?: string }[],
  details: EndingDetails = {},
): Outcome[] {
  return [
    ...minima.map(({ theta, label, name = label }, i) => ({
      kind: 'minimum' as const,
      label,
      name,
      theta,
      color: `--gd-minimum-${i + 1}`,
    })),
    ...KINDS.map((kind) => ({ kind, label: labelOf(kind, details), name: kind, color: `--gd-${kind}` })),
  ];
}

/** A few are named, many are not. */
const NAMED = 3;

function labelOf(kind: Kind, { elsewhere = [], periods = [] }: EndingDetails): string {
  const isNamed = ({ length }: readonly number[]) => length > 0 && length <= NAMED;
  if (kind === 'elsewhere')
    return isNamed(elsewhere) ? endingWords('outsideAt', { places: listed(elsewhere) }) : endingWords('outside');
  if (kind === 'cycling' && isNamed(periods))
    return endingWords('cycleOf', { period: listed([...periods].sort((a, b) => a - b)) });
  return endingWords(kind);
}

/** What is stored is English, whatever the page speaks: programs read it. */
export const nameOf = ({ name, label }: Outcome): string => name ?? label;

/** The key of the outcomes: all minima, and what else occurs. */
export function outcomeKey(data: WithOutcomes, occurs: (outcome: number) => boolean): KeyOptions {
  const { outcomes, highlighted, onHoverOutcome, onPickOutcome } = data;
  const shown = shownOutcomes(outcomes, occurs);
  return { entries: outcomes, shown, highlighted, onHover: onHoverOutcome, onPick: onPickOutcome };
}

/** The outcomes that a picture lists: all minima, and what else occurs. */
export function shownOutcomes(outcomes: readonly Outcome[], occurs: (outcome: number) => boolean): number[] {
  return outcomes.flatMap(({ kind }, i) => (kind === 'minimum' || occurs(i) ? [i] : []));
}

const tallies = new WeakMap<ArrayLike<number>, readonly number[]>();

/** How many runs had each outcome, given one for each run; counted once, as a picture is drawn many times while something is dragged. */
function tallyOf(outcomes: ArrayLike<number>): readonly number[] {
  let counts = tallies.get(outcomes);
  if (!counts) {
    const found: number[] = [];
    for (let i = 0; i < outcomes.length; i++) found[outcomes[i]] = (found[outcomes[i]] ?? 0) + 1;
    tallies.set(outcomes, (counts = found));
  }
  return counts;
}

/** Which outcomes occur among some, one for each run. */
export function occurringIn(outcomes: ArrayLike<number>): (outcome: number) => boolean {
  const counts = tallyOf(outcomes);
  return (outcome) => (counts[outcome] ?? 0) > 0;
}

/** The share of each outcome in words, given one for each run. */
export function sharesInWords({ outcomes }: WithOutcomes, kinds: ArrayLike<number>): string {
  const counts = tallyOf(kinds);
  return outcomes
    .flatMap(({ label }, i) =>
      counts[i]
        ? [chartWords('outcomeWithShare', { outcome: label, share: formatShare(counts[i] / kinds.length) })]
        : [],
    )
    .join(', ');
}

/** Whether an outcome is not the one that stands out. */
export const isFaded = ({ highlighted }: WithOutcomes, outcome: number): boolean =>
  highlighted !== undefined && highlighted !== outcome;
