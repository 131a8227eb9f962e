/** Above 1/2, by steps that become the finer the nearer 1 is: a focal loss tells 0.99 from 0.999. */
const PARTS = [
  { from: 50, to: 90, of: 100, by: 1 },
  { from: 90, to: 99, of: 100, by: 0.2 },
  { from: 990, to: 999, of: 1000, by: 0.5 },
  { from: 9990, to: 9999, of: 10_000, by: 1 },
];
const inTenThousands = PARTS.flatMap(({ from, to, of, by }) =>
  Array.from({ length: Math.round((to - from) / by) }, (_, i) => Math.round((from + i * by) * (10_000 / of))),
);

/** The probabilities that sliders and handles stop at. At 0 the loss is infinite. */
export const LIKELY = [...inTenThousands, 9999].map((part) => part / 10_000);
export const UNLIKELY = [...inTenThousands, 9999].map((part) => (10_000 - part) / 10_000).reverse();
export const PROBABILITIES = [...UNLIKELY, ...LIKELY.slice(1), 1];
