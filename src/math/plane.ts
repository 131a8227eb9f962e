/** A function of two variables with its derivatives, one place at a time. */
export interface PlaneFunction {
  value: (x: number, y: number) => number;
  gradient: (x: number, y: number) => readonly [x: number, y: number];
  /** Its second derivatives: twice by x, by both, twice by y. */
  hessian: (x: number, y: number) => Hessian;
}

export type Hessian = readonly [xx: number, xy: number, yy: number];
export type Place = readonly [x: number, y: number];

/** A rectangle of the plane. */
export interface PlaneWindow {
  x: readonly [low: number, high: number];
  y: readonly [low: number, high: number];
}

/** The eigenvalues of a symmetric 2 x 2 matrix, ascending, each with a unit vector. */
export function eigen([xx, xy, yy]: Hessian): { values: [number, number]; vectors: [Place, Place] } {
  const mean = (xx + yy) / 2;
  const half = (xx - yy) / 2;
  const reach = Math.hypot(half, xy);
  const angle = Math.atan2(xy, half) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // The larger one in size adds up without cancellation; the product of both is the determinant.
  const far = mean + Math.sign(mean || 1) * reach;
  const near = far === 0 ? 0 : (xx * yy - xy * xy) / far;
  const vectors: [Place, Place] = [
    [-sin, cos],
    [cos, sin],
  ];
  return { values: mean < 0 ? [far, near] : [near, far], vectors };
}
