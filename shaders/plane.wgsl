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
