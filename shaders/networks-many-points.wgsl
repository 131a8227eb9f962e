// Points in groups of four, read anew for each iterate.

fn hold_points() {}

fn add_points(layer: Layer, bias: f32) -> Sums {
  // Given its value: some implementations set a variable that is declared in a loop to zero only once.
  var sums = Sums();
  for (var g = 0u; g < arrayLength(&points); g++) {
    sums = add_group(sums, points[g], layer, bias);
  }
  return sums;
}
