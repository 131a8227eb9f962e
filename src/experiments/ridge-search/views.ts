import type { ClosedForm } from '../../math/ridge-closed-form';
import type { View } from '../view';
import { closed as closedChart, type ClosedData } from './closed';
import { curves as curvesChart, type CurvesData } from './curves';
import { isQuicklySolved } from './exact';
import { grid as gridChart, type GridData } from './grid';
import type { RidgeSearchParameters as Parameters } from './parameters';
import { predictions as predictionsChart, type PredictionsData } from './predictions';
import type { RidgeSearchProblem as Problem } from './problem';
import { solve, type RidgeSearchRun as Run } from './search';
import { combinationShown } from './shown';
import { weights as weightsChart, type WeightsData } from './weights';
import { say } from './words';

const grid: View<Parameters, Problem, Run, undefined, GridData> = {
  title: 'Every combination',
  hint: 'Each small square is one combination, coloured by its error on the examples held out, on a logarithmic scale. A square of squares for each batch size and number of epochs: the learning rate across, the L2 strength up.',
  invitation: 'Press a square to see its curves and weights.',
  data: ({ problem, run, ui }) => ({
    run,
    isMadeUp: problem.given.isMadeUp,
    shown: combinationShown(ui.parameters, run),
    ...(ui.isInteractive && { onPick: (combination: number) => ui.set('combination', combination) }),
  }),
  chart: gridChart,
};

const curves: View<Parameters, Problem, Run, undefined, CurvesData> = {
  title: 'Errors over the epochs',
  hint: 'The mean square over the training examples and over those held out. A × marks a training that diverged; one that is only bad goes on.',
  data: ({ run, ui }) => ({ run, shown: combinationShown(ui.parameters, run) }),
  chart: curvesChart,
};

const weights: View<Parameters, Problem, Run, undefined, WeightsData> = {
  title: 'What it weighs',
  hint: 'The weights; where the features are the pixels of an image, as that image. A bright pixel makes the prediction larger where the weight is positive, and smaller where it is negative.',
  data: ({ problem, run, ui }) => ({ run, given: problem.given, shown: combinationShown(ui.parameters, run) }),
  chart: weightsChart,
};

const withWinner = ({ run }: { run: Run | undefined }) =>
  run && run.result.best === null ? say('noWinner') : undefined;

const predictions: View<Parameters, Problem, Run, undefined, PredictionsData> = {
  title: 'Predicted against true',
  hint: 'The winner on the test set, which had no part in the choice. No other combination is tested.',
  data: ({ run }) => ({ run }),
  chart: predictionsChart,
  absent: ({ run }) => withWinner({ run }) ?? (run && !run.parted.test ? say('noTestSet') : undefined),
};

const closed: View<Parameters, Problem, Run, ClosedForm | undefined, ClosedData> = {
  title: 'The exact solution',
  hint: 'The minimum that descent is on its way to, at the winner’s L2 strength, solved exactly. Early stopping may do better on examples held out: the minimum is that of the training examples. The exact solution is not tested unless you ask for it.',
  compute: async ({ run, parameters }, _, { signal }) => {
    const { best, grid: all, examples } = run.result;
    if (best === null || run.exact) return run.exact;
    const isWanted = isQuicklySolved(examples.features) || parameters.exact === 'always';
    return isWanted ? solve(run.parted, all[best].strength, signal) : undefined;
  },
  data: ({ run, computed, ui }) => ({ run, exact: computed, isTested: ui.parameters.tested === 'both' }),
  chart: closedChart,
  tools: ({ run, computed, ui }) => {
    const solve = {
      label: say('solve'),
      press() {
        // Where it was cancelled, it stands at `always` already.
        if (ui.parameters.exact === 'always') ui.set('exact', 'auto');
        ui.set('exact', 'always');
      },
    };
    const test = { label: say('testToo'), press: () => ui.set('tested', 'both') };
    const isUntested = run.parted.test !== undefined && ui.parameters.tested === 'winner';
    const buttons = computed ? (isUntested ? [test] : []) : ui.isBusy ? [] : [solve];
    return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
  },
  absent: withWinner,
};

export const views = { grid, curves, weights, predictions, closed };
