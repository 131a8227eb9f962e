// Iteration numbers grouped for a histogram, as in `src/math/dates.ts`.
fn bucket_of(iteration: u32) -> u32 {
  let shift = 21u - min(21u, countLeadingZeros(iteration));
  return shift * 1024u + (iteration >> shift);
}
