import { chartRoot } from './chart';
import { cartesian } from './frame';
import { drawKey } from './key';
import { dots } from './marks/dots';
import { rule } from './marks/rule';
import { series } from './marks/series';
import { color } from './palette';
import type { Mark, Panel, PanelOptions } from './panel';
import { scrub } from './reader';
import { iterationWords as say } from './words';

/** A run: what stands in the key, and in each panel a number for each iteration from 0 on. */
export interface IteratedRun {
  label: string;
  color: string;
  values: readonly ArrayLike<number>[];
  /** What the picture is about. */
  isHeavy?: boolean;
  isFaded?: boolean;
  /** What is said of an iteration, after the label. */
  read(iteration: number): string;
}

export interface IterationsOptions {
  width?: number;
  iterations: number;
  runs: readonly IteratedRun[];
  /** `marks` stand under the lines of the runs, `over` above them. */
  panels: readonly (PanelOptions & Partial<Record<'marks' | 'over', (panel: Panel) => readonly Mark[]>>)[];
  summary: string;
  /** An iteration that is marked. */
  marked?: number;
  onPick?(iteration: number): void;
}

const MOST_DOTS = 60;

/** Runs over their iterations, one panel below the other, read along k. */
export function drawIterations(container: HTMLElement, options: IterationsOptions): void {
  const { width, iterations, runs, panels, summary, marked, onPick } = options;
  const root = chartRoot(container);
  drawKey(root, {
    entries: runs.map(({ label, color, isHeavy }) => ({ label, color, look: isHeavy ? 'gd-heavy' : '' })),
  });
  const frame = cartesian(root, { width, x: { domain: [0, iterations], title: say('axis') }, panels, summary });
  const lines = [...runs]
    .sort((a, b) => Number(Boolean(a.isHeavy)) - Number(Boolean(b.isHeavy)))
    .flatMap(({ values, color, isHeavy, isFaded }) =>
      frame.panels.flatMap((panel, i) => [
        series({ panel, values: values[i], color, mark: isHeavy ? 'heavy' : 'line', isFaded }),
        ...(isHeavy && iterations <= MOST_DOTS
          ? [dots({ name: 'gd-iterates', panel, y: values[i], length: values[i].length, color, clip: true })]
          : []),
      ]),
    );
  frame.draw(
    [
      ...panels.flatMap(({ marks }, i) => marks?.(frame.panels[i]) ?? []),
      ...lines,
      ...panels.flatMap(({ over }, i) => over?.(frame.panels[i]) ?? []),
      ...frame.panels.map((panel) =>
        rule({ name: 'gd-marked', panel, x: marked === undefined ? [] : [marked], look: 'gd-hair' }),
      ),
    ],
    scrub({
      name: say('read'),
      last: iterations,
      initial: marked ?? iterations,
      at: (px) => Math.round(frame.x.invert(px)),
      read: (k) => ({
        x: frame.x(k),
        lines: [
          { text: say('iteration', { iteration: k }) },
          ...runs.map((run) => ({ text: `${run.label}: ${run.read(k)}`, color: color(run.color) })),
        ],
      }),
      pick: onPick,
    }),
  );
}
