// How a run's history is kept in one word.

// A mark with this bit is of a run that diverged: its other bits are the first iteration beyond the bound. The mark of
// another run is the first iteration from which it has been at its nearest minimum without a break.
const DIVERGED = 0x80000000u;
// With this bit besides, it did not diverge but left the domain of the objective.
const LEFT = 0x20000000u;
// The bits of the iteration.
const DATE = 0x000fffffu;

// The bits of |x|. For finite floats they are ordered as the floats are; those of infinity and NaN come after them all.
// WGSL may assume that there is no infinity and no NaN where it compares floats, but not where it compares integers.
fn magnitude(x: vec4f) -> vec4i {
  return bitcast<vec4i>(x) & vec4i(0x7fffffff);
}
