// Points of one variable.

alias point = f32;

// The largest of the coordinates.
fn largest(size: point) -> f32 {
  return size;
}

// How far a point lies in a direction; 0 if that is none.
fn along(away: point, way: point) -> f32 {
  return away * sign(way);
}

// Whether a run that goes a way may come to a place so far from it.
fn may_lead(away: point, way: point, tolerance: f32) -> bool {
  return along(away, way) >= -tolerance;
}
