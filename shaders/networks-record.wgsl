// Keeps the ending and the measure of each network.

@group(0) @binding(5) var<storage, read_write> ended: array<vec2u>;

fn conclude(number: u32, cell: u32, ending: u32, measure: f32) {
  ended[number] = vec2u(ending, bitcast<u32>(measure));
}
