// Threefry-2x32 with 20 rounds, the same words as `src/math/random.ts`, bit for bit.

const PARITY = 0x1bd11bdau;

fn mixed(word: vec2u, rotation: u32) -> vec2u {
  let x = word.x + word.y;
  return vec2u(x, ((word.y << rotation) | (word.y >> (32u - rotation))) ^ x);
}

// Four rounds with their rotations, then the injection of two key words and the injection's number. They stand one by one: to
// choose a rotation by a number takes a software adapter longer than a round.
fn four_rounds(counter: vec2u, rotations: vec4u, injected: vec2u) -> vec2u {
  var word = mixed(counter, rotations.x);
  word = mixed(word, rotations.y);
  word = mixed(word, rotations.z);
  word = mixed(word, rotations.w);
  return word + injected;
}

// Two random words for a counter, under a key: see `threefry` in `src/math/random.ts`.
fn threefry(key: vec2u, counter: vec2u) -> vec2u {
  const EVEN = vec4u(13u, 15u, 26u, 6u);
  const ODD = vec4u(17u, 29u, 16u, 24u);
  let third = PARITY ^ key.x ^ key.y;
  var word = counter + key;
  word = four_rounds(word, EVEN, vec2u(key.y, third + 1u));
  word = four_rounds(word, ODD, vec2u(third, key.x + 2u));
  word = four_rounds(word, EVEN, vec2u(key.x, key.y + 3u));
  word = four_rounds(word, ODD, vec2u(key.y, third + 4u));
  word = four_rounds(word, EVEN, vec2u(third, key.x + 5u));
  return word;
}

// A word as a number in [0, 1) with 24 random bits.
fn unit_interval(word: u32) -> f32 {
  return f32(word >> 8u) * 0x1p-24f;
}
