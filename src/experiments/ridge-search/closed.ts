import * as kit from '../../charts/kit';
import type { ClosedForm } from '../../math/ridge-closed-form';
import { meanOnly } from './predictions';
import { solutionOf, type RidgeSearchRun } from './search';
import { number, weightsShown } from './shown';
import { say } from './words';

export interface ClosedData {
  run: RidgeSearchRun;
  /** For standardized features; undefined where it has not been worked out. */
  exact: ClosedForm | undefined;
  /** Whether the exact solution is tested, as the winner has been. */
  isTested: boolean;
}

const COLORS = { descended: '--gd-series-recovery', solved: '--gd-series-observed', meanOnly: '--gd-bounded' } as const;
const METHODS = { QR: 'byQr', Cholesky: 'byCholesky', 'minimum norm': 'byShortest' } as const;

/** The errors of each, by the set that they are over. */
function errorsOf({ run, exact, isTested }: ClosedData) {
  const { result, parted } = run;
  const solution = exact && solutionOf(exact, parted, isTested);
  const held = parted.validation ?? parted.training;
  const sets = [
    {
      set: parted.validation ? say('onValidation') : say('onTraining'),
      descended: result.grid[result.best!].validation!,
      solved: solution?.validation,
      meanOnly: meanOnly(held.targets, parted.training.targets),
    },
    ...(parted.test && solution && isTested
      ? [
          {
            set: say('onTest'),
            descended: result.test!.meanSquaredError,
            solved: solution.test ?? undefined,
            meanOnly: meanOnly(parted.test.targets, parted.training.targets),
          },
        ]
      : []),
  ];
  return sets;
}

/** How far the winner's weights are from the exact ones, as a share of their length. */
function distanceOf({ run, exact }: ClosedData): number | undefined {
  if (!exact) return undefined;
  const { w } = weightsShown(run, run.result.best!);
  return Math.hypot(...w.map((weight, j) => weight - exact.w[j])) / Math.hypot(...exact.w);
}

function factsOf(data: ClosedData): string[] {
  const { run, exact } = data;
  const strength = say('strengthIs', { strength: number(run.result.grid[run.result.best!].strength) });
  if (!exact) return [say('notSolved', { count: run.result.examples.features }), strength];
  const distance = distanceOf(data)!;
  return [
    say(METHODS[exact.method]),
    strength,
    ...(Number.isFinite(distance) ? [say('distance', { share: kit.formatShare(distance) })] : []),
  ];
}

/** The exact solution as the mark that descent is to reach. */
export const closed: kit.Chart<ClosedData> = {
  draw(container, data) {
    const root = kit.chartRoot(container);
    const sets = errorsOf(data);
    const most = Math.max(...sets.flatMap(({ descended, solved = 0, meanOnly }) => [descended, solved, meanOnly]));
    kit.drawRows(
      kit.one(root, 'div', 'gd-errors'),
      sets.map(({ set, ...errors }) => ({
        title: set,
        rows: (['solved', 'descended', 'meanOnly'] as const).flatMap((name) => {
          const error = errors[name];
          return error === undefined
            ? []
            : [{ name: say(name), color: COLORS[name], value: number(error), parts: [error / most] }];
        }),
      })),
      {},
    );
  },
  summarize(data) {
    const [method, strength, distance = ''] = factsOf(data);
    const list = (name: 'solved' | 'descended') =>
      errorsOf(data)
        .flatMap(({ set, [name]: error }) =>
          error === undefined ? [] : [say('errorsOn', { set, error: number(error) })],
        )
        .join(', ');
    if (!data.exact) return `${method} ${strength} ${list('descended')}`;
    const compared = { exact: list('solved'), descended: list('descended') };
    const tested = data.run.parted.test && data.isTested ? ` ${say('testedToo')}` : '';
    return say('closedSummary', { method, strength, distance, ...compared }) + tested;
  },
  table(data) {
    const sets = errorsOf(data);
    return {
      examples: sets.map(({ set }) => set),
      exact: sets.map(({ solved }) => solved ?? ''),
      descent: sets.map(({ descended }) => descended),
      mean: sets.map(({ meanOnly }) => meanOnly),
    };
  },
};
