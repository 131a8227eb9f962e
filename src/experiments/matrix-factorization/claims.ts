import { matrixFactorizationClaims as say } from '../../words/claims';
import { listSign, localized } from '../../words/numbers';
import type { Claim } from '../experiment';
import type { MatrixFactorizationResult } from './run';
import { stepAt, type SheetStep } from './sheet-step';

/** What the sheet's worked step was computed with, and what it prints. */
const SHEET = {
  learningRate: 0.1,
  residuals: [4.12, 2.83],
  gradient: [-4.532, -3.296, -2.547, -3.679],
  step: [1.2532, 1.4296, 1.5547, 1.2679],
  before: 12.49165,
  after: 7.205,
};
/** A few roundings in float32; the printed numbers have no more digits than that. */
const TOLERANCE = 1e-5;

const number = (value: number) => localized(String(Number(value.toPrecision(7))).replace('-', '−'));
const list = (values: readonly number[]) => values.map(number).join(`${listSign()} `);
/** The names or numbers of u₁, v₁, u₂ and v₂, as a sentence lists them. */
const inWords = (texts: readonly string[]) =>
  say('and', { first: texts.slice(0, -1).join(`${listSign()} `), last: texts[texts.length - 1] });
const FACTORS = ['u₁', 'v₁', 'u₂', 'v₂'];

/** A claim about the first step, which holds for the sheet's numbers only. */
function claim(
  statement: () => string,
  printed: readonly number[],
  computed: (step: SheetStep) => { values: number[]; words: (numbers: string) => string },
): Claim<MatrixFactorizationResult> {
  return {
    source: 'S0.Q5',
    get statement() {
      return statement();
    },
    compute: ({ iterates, runs: [{ learningRate }], parameters: { ridge } }) => {
      if (!iterates || learningRate !== SHEET.learningRate || ridge !== 0) return undefined;
      const { values, words } = computed(stepAt(iterates, 1, learningRate, ridge));
      const agrees = values.every((value, i) => Math.abs(value - printed[i]) <= TOLERANCE * Math.abs(printed[i]));
      return { computed: words(list(values)), verdict: agrees ? 'agrees' : 'differs' };
    },
  };
}

/** u1, v1, u2, v2: the sheet's order. */
const inOrder = ({ u, v }: { u: number[]; v: number[] }) => [u[0], v[0], u[1], v[1]];

/** The sheet's printed answers, each beside what came out here. */
export const claims: readonly Claim<MatrixFactorizationResult>[] = [
  claim(
    () =>
      say('claimResiduals', {
        u: `(${list([0.8, 1.3])})`,
        v: `(${list([1.1, 0.9])})`,
        residuals: inWords(SHEET.residuals.map(number)),
      }),
    SHEET.residuals,
    ({ before: { u, v } }) => ({
      values: [5 - u[0] * v[0], 4 - u[1] * v[1]],
      words: (numbers) => say('foundResiduals', { formulas: inWords(['5 − u₁v₁', '4 − u₂v₂']), numbers }),
    }),
  ),
  claim(
    () => say('claimGradient', { gradient: inWords(SHEET.gradient.map(number)), names: inWords(FACTORS) }),
    SHEET.gradient,
    ({ gradient }) => ({
      values: inOrder(gradient),
      words: (numbers) => say('foundGradient', { names: inWords(FACTORS.map((name) => `∂J/∂${name}`)), numbers }),
    }),
  ),
  claim(
    () =>
      say('claimStep', {
        rate: number(SHEET.learningRate),
        step: inWords(FACTORS.map((name, i) => `${name} = ${number(SHEET.step[i])}`)),
      }),
    SHEET.step,
    ({ after, sequential }) => ({
      values: inOrder(after),
      words: (numbers) => say('foundStep', { numbers, late: list(sequential.v) }),
    }),
  ),
  claim(
    () => say('claimLoss', { before: number(SHEET.before), after: localized('7.2050') }),
    [SHEET.before, SHEET.after],
    ({ before, after }) => ({
      values: [before.loss, after.loss],
      words: (numbers) => say('foundLoss', { numbers }),
    }),
  ),
];
