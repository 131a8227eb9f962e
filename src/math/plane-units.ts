import type { Hessian, Place, PlaneFunction, PlaneWindow } from './plane';

/** A function over a window as one over the square from -1 to 1: what is far and near does not depend on the axes. */
export interface Units extends PlaneFunction {
  toPlace: (unit: Place) => Place;
  fromPlace: (place: Place) => Place;
}

/** How large gradient and Hessian usually are, in units of the window. */
export interface Usual {
  gradient: number;
  hessian: number;
}

/** An eigenvalue is 0 if it is a rounding error beside the other, or beside what is usual for the function. */
export const ZERO = 1e-8;

export const distance = (a: Place, b: Place) => Math.hypot(a[0] - b[0], a[1] - b[1]);

export function inUnits({ value, gradient, hessian }: PlaneFunction, { x, y }: PlaneWindow): Units {
  const [middleX, middleY] = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  const [halfX, halfY] = [(x[1] - x[0]) / 2, (y[1] - y[0]) / 2];
  const toPlace = ([u, v]: Place): Place => [middleX + u * halfX, middleY + v * halfY];
  return {
    toPlace,
    fromPlace: ([px, py]) => [(px - middleX) / halfX, (py - middleY) / halfY],
    value: (u, v) => value(...toPlace([u, v])),
    gradient(u, v) {
      const [gx, gy] = gradient(...toPlace([u, v]));
      return [gx * halfX, gy * halfY];
    },
    hessian(u, v): Hessian {
      const [xx, xy, yy] = hessian(...toPlace([u, v]));
      return [xx * halfX * halfX, xy * halfX * halfY, yy * halfY * halfY];
    },
  };
}
