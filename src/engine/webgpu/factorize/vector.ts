import type { Part } from '../program';

/**
 * A vector of blocks of four numbers, as WGSL: a struct with a member for each, and what is done with it, written
 * out block by block. A loop over an array would be short to write, and live in memory.
 */
export function vectorOf(blocks: number): Part {
  const all = Array.from({ length: blocks }, (_, i) => i);
  const each = (line: (i: number) => string, separator: string) => all.map(line).join(separator);
  const source = `
const BLOCKS = ${blocks}u;

struct Vector {
${each((i) => `  b${i}: vec4f,`, '\n')}
}

fn own_at(at: u32) -> Vector {
  return Vector(${each((i) => `own[at + ${i}u]`, ', ')});
}

fn other_at(at: u32) -> Vector {
  return Vector(${each((i) => `other[at + ${i}u]`, ', ')});
}

fn product(x: Vector, y: Vector) -> f32 {
  var sum = x.b0 * y.b0;
${all
  .slice(1)
  .map((i) => `  sum += x.b${i} * y.b${i};`)
  .join('\n')}
  return (sum.x + sum.y) + (sum.z + sum.w);
}
`;
  return { name: `vectors of ${blocks} blocks`, source };
}

/** And what is done with vectors where they learn. */
export function learningOf(blocks: number): Part {
  const all = Array.from({ length: blocks }, (_, i) => i);
  const source = `
fn plus(sum: Vector, factor: f32, y: Vector) -> Vector {
  return Vector(${all.map((i) => `sum.b${i} + factor * y.b${i}`).join(', ')});
}

fn keep_partial(at: u32, sum: Vector) {
${all.map((i) => `  partials[at + ${i}u] = sum.b${i};`).join('\n')}
}

fn step_all(at: u32, old: Vector, sum: Vector, rate: f32) -> f32 {
  var ridge = 0.0;
${all.map((i) => `  ridge += step_down(at, ${i}u, old.b${i}, sum.b${i}, rate);`).join('\n')}
  return ridge;
}
`;
  return { name: `learning vectors of ${blocks} blocks`, source };
}
