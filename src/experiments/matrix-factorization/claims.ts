import type { Claim } from '../experiment';
import type { MatrixFactorizationResult } from './run';
import { stepAt, type SheetStep } from './sheet-step';

/** What the sheet's worked step was computed with, and what it prints. */
const SHEET = { learningRate: 0.1, residuals: [4.12, 2.83], gradient: [-4.532, -3.296, -2.547, -3.679], step: [1.2532, 1.4296, 1.5547, 1.2679], before: 12.49165, after: 7.205 };
/** A few roundings in float32; the printed numbers have no more digits than that. */
const TOLERANCE = 1e-5;

const digits = (values: readonly number[]) => values.map((value) => String(Number(value.toPrecision(7))).replace('-', '−')).join(', ');

/** A claim about the first step, which holds for the sheet's numbers only. */
function claim(statement: string, printed: readonly number[], computed: (step: SheetStep) => { values: number[]; words: (numbers: string) => string }): Claim<MatrixFactorizationResult> {
  return {
    source: 'S0.Q5',
    statement,
    compute: ({ iterates, runs: [{ learningRate }], parameters: { ridge } }) => {
      if (!iterates || learningRate !== SHEET.learningRate || ridge !== 0) return undefined;
      const { values, words } = computed(stepAt(iterates, 1, learningRate, ridge));
      const agrees = values.every((value, i) => Math.abs(value - printed[i]) <= TOLERANCE * Math.abs(printed[i]));
      return { computed: words(digits(values)), verdict: agrees ? 'agrees' : 'differs' };
    },
  };
}

/** u1, v1, u2, v2: the sheet's order. */
const inOrder = ({ u, v }: { u: number[]; v: number[] }) => [u[0], v[0], u[1], v[1]];

/** The sheet's printed answers, each beside what came out here. */
export const claims: readonly Claim<MatrixFactorizationResult>[] = [
  claim('With u = (0.8, 1.3) and v = (1.1, 0.9), the residuals of the known entries are 4.12 and 2.83.', SHEET.residuals, ({ before: { u, v } }) => ({
    values: [5 - u[0] * v[0], 4 - u[1] * v[1]],
    words: (numbers) => `5 − u₁v₁ and 4 − u₂v₂ are ${numbers}.`,
  })),
  claim('The gradient is −e v and −e u: −4.532, −3.296, −2.547 and −3.679 for u₁, v₁, u₂ and v₂.', SHEET.gradient, ({ gradient }) => ({
    values: inOrder(gradient),
    words: (numbers) => `∂J/∂u₁, ∂J/∂v₁, ∂J/∂u₂ and ∂J/∂v₂ are ${numbers}.`,
  })),
  claim('One simultaneous step at rate 0.1 gives u₁ = 1.2532, v₁ = 1.4296, u₂ = 1.5547 and v₂ = 1.2679.', SHEET.step, ({ after, sequential }) => ({
    values: inOrder(after),
    words: (numbers) => `The engine’s first iterate is ${numbers}. With u overwritten first, v would be ${digits(sequential.v)}.`,
  })),
  claim('The loss is 12.49165 before the step and 7.2050 after it.', [SHEET.before, SHEET.after], ({ before, after }) => ({
    values: [before.loss, after.loss],
    words: (numbers) => `J before and after: ${numbers}.`,
  })),
];
