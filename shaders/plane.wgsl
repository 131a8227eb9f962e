// Points of two variables.

alias point = vec2f;

// The largest of the coordinates.
fn largest(size: point) -> f32 {
  return max(size.x, size.y);
}

// How far a point lies in a direction; 0 if that is none.
fn along(away: point, way: point) -> f32 {
  let size = length(way);
  return select(0.0, dot(away, way) / select(1.0, size, size > 0.0), size > 0.0);
}

// Whether a run that goes a way may come to a place so far from it: the way may bend.
fn may_lead(away: point, way: point, tolerance: f32) -> bool {
  return true;
}
