/**
 * The least and the greatest eigenvalue of a symmetric matrix, given by its entries on and above the diagonal: [xx] or [xx, xy, yy].
 */
export function eigenvaluesOf(hessian: ArrayLike<number>): [least: number, most: number] {
  const first = hessian[0];
  if (hessian.length === 1) return [first, first];
  const [mixed, second] = [hessian[1], hessian[2]];
  const middle = (first + second) / 2;
  const half = Math.hypot((first - second) / 2, mixed);
  return [middle - half, middle + half];
}
