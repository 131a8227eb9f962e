/** Work is counted in iterates of a formula, of which a rating makes several in an epoch: it is predicted, and learned from on either side. */
export function workPerRating(rank: number): number {
  return (4 * rank + 16) / 8;
}
