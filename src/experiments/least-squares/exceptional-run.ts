import type { Matrix } from '../parameters';

/** The start without a part along the top eigenvector, and where rounding leads it. */
export interface Exceptional {
  learningRate: number;
  /** Its distance to the minimizer: along an eigenvector that converges, its greatest coordinate 1; zero where there is no such eigenvector. */
  direction: number[];
  /** The factor of a step along it. */
  factor: number;
  /** The first of up to 2,000 steps at which the greatest coordinate of the error exceeds 1 again; null where it never does. */
  leavesAt: { float64: number | null; float32: number | null };
  /** The greatest coordinate of the error over the steps, for each format. */
  errors: { float64: number[]; float32: number[] };
}

const STEPS = 2000;
/** After it left, a run is shown for a few steps more. */
const SHOWN_AFTER = 12;

interface Problem {
  design: Matrix;
  targets: readonly number[];
  minimizer: readonly number[];
  eigenvalues: readonly number[];
  eigenvectors: readonly (readonly number[])[];
}

/** Follows the exceptional start in double and in single precision, by plain descent. */
export function exceptionalAt(problem: Problem, learningRate: number): Exceptional {
  const { eigenvalues, eigenvectors, minimizer } = problem;
  const top = eigenvalues[eigenvalues.length - 1];
  // The largest eigenvalue below the top one along which descent converges.
  const along = eigenvalues.findLastIndex(
    (value) => value > 0 && value < top * (1 - 1e-9) && Math.abs(1 - learningRate * value) < 1,
  );
  const direction = along < 0 ? minimizer.map(() => 0) : normalized(eigenvectors[along]);
  const start = minimizer.map((value, i) => value + direction[i]);
  const [float64, float32] = [(x: number) => x, Math.fround].map((round) =>
    errorsOf(problem, start, learningRate, round),
  );
  return {
    learningRate,
    direction,
    factor: along < 0 ? 1 : 1 - learningRate * eigenvalues[along],
    leavesAt: { float64: leavesAt(float64), float32: leavesAt(float32) },
    errors: { float64, float32 },
  };
}

/** With 1 as its greatest coordinate; what is a short decimal but for its last digits is that decimal. */
function normalized(vector: readonly number[]): number[] {
  const greatest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) * (1 + 1e-9) ? value : most), 0);
  return vector.map((entry) => {
    const value = entry / greatest;
    const short = Math.round(value * 1e6) / 1e6;
    return Math.abs(short - value) < 1e-14 ? short : value;
  });
}

const leavesAt = (errors: readonly number[]) => {
  const first = errors.findIndex((error, k) => k > 0 && error > 1);
  return first < 0 ? null : first;
};

/** The greatest coordinate of the error from step to step, every operation rounded. */
function errorsOf(
  { design, targets, minimizer }: Problem,
  start: readonly number[],
  learningRate: number,
  round: (x: number) => number,
): number[] {
  const x = design.map((row) => row.map(round));
  const y = targets.map(round);
  const rate = round(learningRate);
  let theta = start.map(round);
  const errors: number[] = [];
  let left = Infinity;
  for (let k = 0; k <= STEPS && k <= left + SHOWN_AFTER; k++) {
    errors.push(theta.reduce((most, value, j) => Math.max(most, Math.abs(value - minimizer[j])), 0));
    if (k > 0 && errors[k] > 1) left = Math.min(left, k);
    const residual = x.map((row, i) =>
      round(row.reduce((sum, value, j) => round(sum + round(value * theta[j])), 0) - y[i]),
    );
    theta = theta.map((value, j) => {
      const slope = x.reduce((sum, row, i) => round(sum + round(row[j] * residual[i])), 0);
      return round(value - round(rate * slope));
    });
  }
  return errors;
}
