import { shareOfVariance } from '../../math/batch-noise';
import type { Claim, Verdict } from '../experiment';
import { isNoiseless, neverDrawn, type Replacement } from './problem';
import type { MinibatchResult } from './run';

type Judged = { computed: string; verdict: Verdict };

const short = (value: number, digits = 5) => String(Number(value.toPrecision(digits))).replace('-', '\u2212');
const withError = (value: number, error: number | null) =>
  error ? `${short(value)} ± ${short(error, 2)}` : short(value);
const claim = (
  source: string,
  statement: string,
  compute: (result: MinibatchResult) => Judged | undefined,
): Claim<MinibatchResult> => ({ source, statement, compute });

const entryOf = ({ variance, parameters }: MinibatchResult, replacement: Replacement) =>
  variance.find((entry) => entry.batch === parameters.batch && entry.replacement === replacement);

/** The ratio of the largest batch to the smallest one, of what a rule keeps. */
function ratioOf({ scaling }: MinibatchResult, rule: 'linear' | 'square root', of: 'stepVariance' | 'epochVariance') {
  const entries = scaling.filter((entry) => entry.rule === rule);
  return short(entries.at(-1)![of] / entries[0][of], 3);
}

/** What the sheet prints of epochs, batches and rates, each beside what comes out. */
export const claims: readonly Claim<MinibatchResult>[] = [
  claim(
    'S3.Q1a',
    'An example is never drawn in n draws of n with probability (1 − 1/n)ⁿ, which tends to 1/e = 0.3679.',
    ({ coverage, parameters: { examples } }) => {
      const { predicted, measured, standardError } = coverage.find(({ n }) => n === examples)!;
      const isSo =
        (standardError === null || Math.abs(measured - predicted) <= 5 * standardError + 1e-12) &&
        neverDrawn(1e6) - Math.exp(-1) < 0;
      return {
        computed: `For n = ${examples} it is ${short(predicted)}; measured ${withError(measured, standardError)}. It rises to 1/e from below, by about 1/(2 e n): at 10 it is ${short(neverDrawn(10))}, at 10\u202f000 ${short(neverDrawn(10_000), 7)}. From n = 3680 on it is within 0.00005 of 1/e, from 6249 on it rounds to 0.3679.`,
        verdict: isSo ? 'agrees' : 'differs',
      };
    },
  ),
  claim('S3.Q1b', 'The proof sets x = 1/u and lets u tend to 0 from above in lim (1 + 1/x)ˣ.', () => ({
    computed: `Here u is −1/n, below 0: the proof needs the limit from both sides. (1 + u)^(1/u) is ${short((1 + 1e-6) ** 1e6, 7)} at u = 10⁻⁶ and ${short((1 - 1e-6) ** -1e6, 7)} at −10⁻⁶, so the limit e holds. The exponent and the variable of the limit are garbled in the sheet’s text.`,
    verdict: 'imprecise',
  })),
  claim('S3.Q1c', 'The parts of the problem are numbered (a), (b), (d), (e) and (f).', () => ({
    computed: 'There is no part (c). Nothing in the other parts refers to one.',
    verdict: 'imprecise',
  })),
  claim('S3.Q1d', 'A batch of ñ examples, drawn without replacement, has a gradient of variance σ²/ñ.', (result) => {
    const [one, other] = [entryOf(result, 'with')!, entryOf(result, 'without')];
    const { batch } = result.parameters;
    const without = other
      ? `${short(other.predicted)} without (measured ${withError(other.measured, other.standardError)})`
      : 'no such batch without, as there are fewer examples';
    return {
      computed: `That is the variance with replacement. Without, it is to be multiplied by (N − ñ)/(N − 1), where there are N examples. With batches of ${batch}: ${short(one.predicted)} with replacement (measured ${withError(one.measured, one.standardError)}), ${without}.`,
      verdict: shareOfVariance({ batch: 2, replacement: false }, 5) === 1 / 2 ? 'agrees' : 'differs',
    };
  }),
  claim('S3.Q1e', 'A batch k times as large divides the variance by k.', ({ parameters: { batch, factor } }) => {
    const all = 2 * batch * factor;
    const [small, large] = [batch, batch * factor].map((m) => shareOfVariance({ batch: m, replacement: false }, all));
    return {
      computed: `With replacement, yes. Without, which the sheet says, it is divided by k (N − m)/(N − k m): for N = ${all}, m = ${batch} and k = ${factor} by ${short(small / large)}.`,
      verdict: 'imprecise',
    };
  }),
  claim('S3.Q1f', 'To keep the noise, the learning rate must grow by √k; the linear rule is a mistake.', (result) => {
    if (isNoiseless(result.parameters)) return undefined;
    return {
      computed: `By √k the noise of a step is kept: at k = ${result.parameters.factor}, ${ratioOf(result, 'square root', 'stepVariance')} times as much, where k times the rate makes it ${ratioOf(result, 'linear', 'stepVariance')} times. Over an epoch, with k times fewer steps, it is the other way round: ${ratioOf(result, 'linear', 'epochVariance')} with the linear rule, ${ratioOf(result, 'square root', 'epochVariance')} with the root. Right about steps; whether the linear rule is wrong is a matter of what is to be kept.`,
      verdict: 'imprecise',
    };
  }),
  claim(
    'S3.Q1.goyal',
    'Goyal et al., NeurIPS 2017, adjust the learning rate to keep the gradient noise constant.',
    () => ({
      computed:
        'The paper is arXiv:1706.02677, and did not appear at NeurIPS. Its reason for the linear rule is another one: k small steps are to go as far as one step with the large batch.',
      verdict: 'differs',
    }),
  ),
];
