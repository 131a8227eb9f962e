// Four points at most, held in registers.

var<private> held: Points;

fn hold_points() {
  held = points[0];
}

fn add_points(layer: Layer, bias: f32) -> Sums {
  return add_group(Sums(), held, layer, bias);
}
