/** exp(-|u|) never overflows; the sign decides which of the two forms is exact. */
export function sigmoid(u: number): number {
  const small = Math.exp(-Math.abs(u));
  return u >= 0 ? 1 / (1 + small) : small / (1 + small);
}

/** sigma(u) sigma(-u): 1 - sigma(u) would lose all digits where sigma(u) is close to 1. */
export const sigmoidSlope = (u: number): number => sigmoid(u) * sigmoid(-u);

/** ln(1 + e^(beta x)) / beta, for beta above 0; its slope is sigma(beta x). */
export function softplus(x: number, beta = 1): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(beta * x))) / beta;
}

/** e^(x_i) / sum of e^(x_j), with the largest logit taken off. */
export function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** How each probability changes with each logit: f_i (1 - f_i) on the diagonal, -f_i f_j elsewhere. */
export function softmaxJacobian(probabilities: readonly number[]): number[][] {
  return probabilities.map((fi, i) =>
    probabilities.map((fj, j) => (i === j ? fi * restOf(probabilities, i) : 0 - fi * fj)),
  );
}

/** 1 - f_i as the sum of the others, which keeps its digits where f_i is close to 1. */
function restOf(probabilities: readonly number[], i: number): number {
  return probabilities.reduce((sum, f, j) => (j === i ? sum : sum + f), 0);
}
