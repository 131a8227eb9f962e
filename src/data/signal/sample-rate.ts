/** Samples per second of the arrays that are sounds. */
const rates = new WeakMap<object, number>();

export function setSampleRate(samples: object, rate: number): void {
  rates.set(samples, rate);
}

/** Samples per second of a sound; undefined for other numbers. */
export function sampleRateOf(samples: object): number | undefined {
  return rates.get(samples);
}
