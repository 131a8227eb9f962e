import type { Claim } from '../experiment';
import { verdictOnAll } from '../printed-number';
import { stepAt, type RankOne, type SheetStep } from './sheet-step';
import type { MatrixFactorizationResult } from './training';

/** What the sheet's worked step was computed with, and what it prints. */
const SHEET = {
  learningRate: 0.1,
  residuals: ['4.12', '2.83'],
  gradient: ['-4.532', '-3.296', '-2.547', '-3.679'],
  step: ['1.2532', '1.4296', '1.5547', '1.2679'],
  losses: ['12.49165', '7.2050'],
};

const number = (value: number) => String(Number(value.toPrecision(7))).replace('-', '−');
const list = (values: readonly number[]) => values.map(number).join(', ');
const asPrinted = (texts: readonly string[]) => texts.join(', ').replaceAll('-', '−');
const FACTORS = ['u₁', 'v₁', 'u₂', 'v₂'];

/** A claim about the first step, which holds for the sheet's numbers only. */
function claim(
  statement: string,
  printed: readonly string[],
  computed: (step: SheetStep) => { values: number[]; says: (numbers: string) => string },
): Claim<MatrixFactorizationResult> {
  return {
    source: 'S0.Q5',
    statement,
    compute: ({ iterates, runs: [{ learningRate }], parameters: { ridge } }) => {
      if (!iterates || learningRate !== SHEET.learningRate || ridge !== 0) return undefined;
      const { values, says } = computed(stepAt(iterates, 1, learningRate, ridge));
      return { computed: says(list(values)), verdict: verdictOnAll(printed, values) };
    },
  };
}

/** u₁, v₁, u₂, v₂: the sheet's order. */
const inOrder = ({ u, v }: RankOne) => [u[0], v[0], u[1], v[1]];

/** The sheet's printed answers, each beside what came out here. */
export const claims: readonly Claim<MatrixFactorizationResult>[] = [
  claim(
    `With u = (0.8, 1.3) and v = (1.1, 0.9), the residuals of the known entries are ${asPrinted(SHEET.residuals)}.`,
    SHEET.residuals,
    ({ before: { u, v } }) => ({
      values: [5 - u[0] * v[0], 4 - u[1] * v[1]],
      says: (numbers) => `5 − u₁v₁ and 4 − u₂v₂ are ${numbers}.`,
    }),
  ),
  claim(
    `The gradient is −e v and −e u: ${asPrinted(SHEET.gradient)} for ${FACTORS.join(', ')}.`,
    SHEET.gradient,
    ({ gradient }) => ({
      values: inOrder(gradient),
      says: (numbers) => `${FACTORS.map((name) => `∂J/∂${name}`).join(', ')} are ${numbers}.`,
    }),
  ),
  claim(
    `One simultaneous step at learning rate ${SHEET.learningRate} gives ${FACTORS.map((name, i) => `${name} = ${SHEET.step[i]}`).join(', ')}.`,
    SHEET.step,
    ({ after, sequential }) => ({
      values: inOrder(after),
      says: (numbers) =>
        `The engine’s first iterate is ${numbers}. If u were overwritten first, v would be ${list(sequential.v)}.`,
    }),
  ),
  claim(
    `The loss is ${SHEET.losses[0]} before the step and ${SHEET.losses[1]} after it.`,
    SHEET.losses,
    ({ before, after }) => ({
      values: [before.loss, after.loss],
      says: (numbers) => `J before and after the step: ${numbers}.`,
    }),
  ),
];
