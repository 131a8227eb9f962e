/** Five examples with two features, and a place to take the gradient at: small enough to follow by hand. */
export const WORKED = {
  rows: 5,
  columns: 2,
  design: [1, 2, 2, 0, 3, 1, 4, 3, 5, -1],
  targets: [3, 1, 4, 7, 2],
  w: [0.5, -0.25] as ArrayLike<number>,
  b: 0.1,
  alpha: 0.1,
};

/** Half the mean square plus alpha / 2 |w|^2 at (w, b), and its gradient. */
export function halfMeanSquareGradient({ rows, columns, design, targets, w, b, alpha }: typeof WORKED) {
  const gradient = Array.from({ length: columns }, (_, j) => alpha * w[j]);
  let [biasGradient, squares] = [0, 0];
  for (let row = 0; row < rows; row++) {
    let residual = b - targets[row];
    for (let j = 0; j < columns; j++) residual += design[row * columns + j] * w[j];
    for (let j = 0; j < columns; j++) gradient[j] += (design[row * columns + j] * residual) / rows;
    biasGradient += residual / rows;
    squares += residual * residual;
  }
  const norm = Array.from(w).reduce((sum, weight) => sum + weight * weight, 0);
  const halfMeanSquare = squares / (2 * rows);
  return {
    gradient,
    biasGradient,
    meanSquare: squares / rows,
    halfMeanSquare,
    cost: halfMeanSquare + (alpha / 2) * norm,
  };
}
