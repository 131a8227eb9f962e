import type { Claim } from '../experiment';
import type { LeastSquaresResult } from './problem';

const short = (value: number) => String(Number(value.toPrecision(6))).replace('-', '\u2212');
const list = (values: readonly number[]) =>
  `(${values.slice(0, 6).map(short).join(', ')}${values.length > 6 ? ', …' : ''})`;
const percent = (share: number) => `${Number((100 * share).toFixed(1))}\u202f%`;
const isPlain = ({ parameters }: LeastSquaresResult) =>
  parameters.optimizer === 'gd' && parameters.schedule === 'constant';

/** What the sheet says of descent on least squares, each beside what comes out. */
export const claims: readonly Claim<LeastSquaresResult>[] = [
  {
    source: 'S2.P3',
    statement: 'Descent diverges from almost every start if the learning rate is above 2/ρ(X′X).',
    compute(result) {
      const { runs, threshold } = result;
      if (!isPlain(result) || runs.every(({ learningRate }) => learningRate <= threshold)) return undefined;
      const measured = runs.map(
        ({ learningRate, growing, starts }) => `${short(learningRate)}: ${percent(growing / starts)}`,
      );
      const isSo = runs.every(({ learningRate, growing, starts }) =>
        learningRate > threshold ? growing === starts : learningRate === threshold || growing === 0,
      );
      return {
        computed: `2/ρ = ${short(threshold)}. Share of starts whose error grew over the last steps, by learning rate: ${measured.join('; ')}.`,
        verdict: isSo ? 'agrees' : 'differs',
      };
    },
  },
  {
    source: 'S2.P3',
    statement: 'θ ← (I − α X′X) θ − α X′Y.',
    compute: ({ minimizer }) => ({
      computed: `The sign of the last term is wrong: it is + α X′Y. As printed, the fixed point is ${list(minimizer.map((value) => -value))}, not the minimizer ${list(minimizer)}. The lines that follow are right.`,
      verdict: 'differs',
    }),
  },
  {
    source: 'S2.P3',
    statement: 'The starts from which it does not diverge are a set of measure zero.',
    compute({ exceptional }) {
      if (!exceptional) return undefined;
      const ends = Object.entries(exceptional.leavesAt).map(([format, step]) =>
        step === null ? `${format} stays for 2000 steps` : `${format} leaves it at step ${step}`,
      );
      return {
        computed: `Right in exact arithmetic. Rounding puts a part along the top eigenvector into such a start: at rate ${short(exceptional.learningRate)}, ${ends.join('; ')}.`,
        verdict: 'agrees',
      };
    },
  },
  {
    source: 'S2.P3',
    statement: 'This set has dimension n − 1, for starts in ℝᵐ.',
    compute({ eigenvalues, spectralRadius }) {
      const multiplicity = eigenvalues.filter((value) => value > spectralRadius * (1 - 1e-9)).length;
      const columns = eigenvalues.length;
      return {
        computed: `Starts are in ℝᵖ, with a number for each column of X: here p = ${columns}. The set has dimension p minus the multiplicity of the largest eigenvalue, ${columns} − ${multiplicity} = ${columns - multiplicity}. In the gradient θ should carry the superscript k.`,
        verdict: 'imprecise',
      };
    },
  },
];
