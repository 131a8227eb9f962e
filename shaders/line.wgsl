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
