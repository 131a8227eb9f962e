// What one invocation computes at once: sixteen neighbouring numbers, so that every block that is read serves all of them.
struct Tile {
  a: vec4f,
  b: vec4f,
  c: vec4f,
  d: vec4f,
}

const TILE_BLOCKS = 4u;
