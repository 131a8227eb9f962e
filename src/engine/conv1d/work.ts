/** Work is counted in iterates of a formula: this many multiply-adds, and as much again as a sample's traffic, make one. */
export function workPerSample(taps: number): number {
  return (taps + 4) / 8;
}
