// Whether a point where a run stays lies on a curve of minima, as `valley` in the contract says: `isInValley` in `src/engine/cpu/population/follow.ts`.

// In a valley the least eigenvalue may be so much of the largest one below 0: its point is not known exactly.
const FLAT = 0.01;

fn lies_in_valley(at: point, rate: f32) -> bool {
  let values = eigenvalues(at);
  return values.y > 0.0 && values.x >= -FLAT * values.y && gradient_size(at) <= slice.tolerance * values.y &&
    rate * values.y <= slice.limit_of_one;
}
