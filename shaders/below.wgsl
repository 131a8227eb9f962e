// A whole number from 0 to `count` - 1 from a random word: see `indexBelow` in `src/math/random.ts`. WGSL has no product of
// 64 bits, so its high half is put together from those of halves.
fn index_below(word: u32, count: u32) -> u32 {
  let upper = vec2u(word >> 16u, count >> 16u);
  let lower = vec2u(word & 0xffffu, count & 0xffffu);
  let first = upper.x * lower.y;
  let second = lower.x * upper.y;
  let carry = ((lower.x * lower.y) >> 16u) + (first & 0xffffu) + (second & 0xffffu);
  return upper.x * upper.y + (first >> 16u) + (second >> 16u) + (carry >> 16u);
}
