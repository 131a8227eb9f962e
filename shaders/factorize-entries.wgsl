// The known entries: which vector of the other side, counted in blocks, and the bits of what the product should come to.
@group(0) @binding(4) var<storage, read> segments: array<Segment>;
@group(0) @binding(5) var<storage, read> entries: array<vec2u>;
@group(0) @binding(6) var<storage, read_write> squares: array<f32>;
