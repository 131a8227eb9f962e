import type { KeyOptions } from './kit/key';
import { chartWords as say } from './kit/words';

/** One way a run can end: a minimum, from left to right, then bounded, then diverged. */
export interface Outcome {
  kind: 'minimum' | 'bounded' | 'diverged';
  /** In words, e.g. `sharp minimum`, `bounded`. */
  label: string;
  /** The same in English, for exported data; the label without it. */
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

/** At which learning rate a minimum is left: as predicted by 2/f″, and as it was measured. */
export interface ThresholdMark {
  outcome: number;
  predicted: number;
  measured?: number | null;
}

const MINIMUM_COLORS = 6;

/** The outcomes in their order: the minima as given, then bounded, then diverged. Six colours, then again from the first. */
export function listOutcomes(minima: readonly { theta: number; label: string; name?: string }[]): Outcome[] {
  return [
    ...minima.map(({ theta, label, name = label }, i) => ({
      kind: 'minimum' as const,
      label,
      name,
      theta,
      color: `--gd-minimum-${(i % MINIMUM_COLORS) + 1}`,
    })),
    { kind: 'bounded', label: say('bounded'), name: say.inEnglish('bounded'), color: '--gd-bounded' },
    { kind: 'diverged', label: say('diverged'), name: say.inEnglish('diverged'), color: '--gd-diverged' },
  ];
}

/** What is stored is English, whatever the page speaks: programs read it. */
export const nameOf = ({ name, label }: Outcome): string => name ?? label;

/** The key of the outcomes. */
export function outcomeKey(data: WithOutcomes): KeyOptions {
  const { outcomes, highlighted, onHoverOutcome, onPickOutcome } = data;
  return { entries: outcomes, highlighted, onHover: onHoverOutcome, onPick: onPickOutcome };
}

/** Whether an outcome is not the one that stands out. */
export const isFaded = ({ highlighted }: WithOutcomes, outcome: number): boolean =>
  highlighted !== undefined && highlighted !== outcome;
