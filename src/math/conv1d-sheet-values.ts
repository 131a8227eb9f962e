/**
 * What is known of the sheet's convolution (S2.P5), to test against: computed apart from this lab, with 60-digit
 * arithmetic and by a second method. Twenty digits were given; float64 keeps sixteen.
 */

/** Minimize huber(A x - b) + (lambda / 2) |x|^2 by x <- x - rate (A' huber'(A x - b) + lambda x) from x = 0. */
export const SHEET_CONV1D = {
  taps: [0.5, -1, 0.25],
  length: 8,
  observed: [1, -2, 0.5, 3, -0.75, 0.2],
  ridge: 0.1,
  learningRate: 0.1,
  /** |A|, and 2 / (|A|^2 + lambda). */
  norm: 1.68351234002781702,
  threshold: 0.68161358952913898,
  objectiveAtOptimum: 0.69828559098697465,
  iterates: [
    { iteration: 1, x: [0.05, -0.15, 0.15, -0.025, -0.125, 0.11, -0.03875, 0.005], objective: 4.202403251953125 },
    {
      iteration: 2,
      x: [0.088875, -0.27725, 0.28975, -0.042875, -0.241359375, 0.19593125, -0.0630578125, 0.007575],
      objective: 3.6464099771755523,
    },
    {
      iteration: 10,
      x: [
        0.15877446155008273, -0.7457092505350589, 1.0745477146040903, -0.013670196679993573, -0.9824445582108082,
        0.4272714804551422, -0.04155505622961184, -0.0015718887899075727,
      ],
      objective: 1.753494499860713,
    },
    {
      iteration: 100,
      x: [
        0.07003929346998383, -0.5039188150231644, 1.7053413032746796, -0.05980018293320982, -2.6607521387557282,
        -0.41067851365758873, -0.26080237751636987, 0.17554208497503976,
      ],
      objective: 0.702765609443689,
    },
  ],
};

/** <A x, y> = <x, A' y> with the taps above. */
export const SHEET_ADJOINT = {
  x: [1, -1, 2, 0.5, 0, 3, -2, 1],
  y: [0.5, 1, -1, 2, 0, -0.25],
  Ax: [2, -2.375, 0.5, 1, -3.5, 3.75],
  transposedY: [0.25, 0, -1.375, 2.25, -2.25, 0.375, 0.25, -0.0625],
  inner: -0.8125,
  /** What comes of it if the filter is flipped: a convolution as signal processing has it. */
  flipped: [2.25, -2, 0, 1.625, -4, 3.25],
};

/** Multiply-adds of one application, with three taps. */
export const SHEET_COST = [
  { length: 8, dense: 48, free: 18 },
  { length: 20, dense: 360, free: 54 },
  { length: 1000, dense: 998000, free: 2994 },
];

/** The Huber loss and its slope. */
export const SHEET_HUBER = [
  { residual: -3, value: 2.5, slope: -1 },
  { residual: -1, value: 0.5, slope: -1 },
  { residual: -0.5, value: 0.125, slope: -0.5 },
  { residual: 0, value: 0, slope: 0 },
  { residual: 0.5, value: 0.125, slope: 0.5 },
  { residual: 1, value: 0.5, slope: 1 },
  { residual: 1.0001, value: 0.5001, slope: 1 },
  { residual: 2, value: 1.5, slope: 1 },
];
