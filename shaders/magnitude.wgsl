// The bits of |x|. For finite floats they are ordered as the floats are; those of infinity and NaN come after them all.
// WGSL may assume that there is no infinity and no NaN where it compares floats, but not where it compares integers.
fn size_bits(x: real) -> integer {
  return bitcast<integer>(x) & integer(0x7fffffff);
}
