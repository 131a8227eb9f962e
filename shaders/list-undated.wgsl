// Lists four runs for `date.wgsl`.
fn list_undated(place: u32) {
  let number = atomicAdd(&undated.count, 1u);
  undated.runs[number] = place;
  if (number % 128u == 0u) {
    atomicMax(&undated.x, number / 128u + 1u);
  }
}
