import { normalAt } from './noise';
import { threefry, unitInterval } from './random';

export const FACE_SIDE = 12;
const AGES: readonly [least: number, most: number] = [5, 80];

/** Grey images of drawn faces, row after row, from 0 for black to 1, and how old each is. */
export interface Faces {
  images: Float64Array;
  ages: Float64Array;
}

/** What the seed draws, as the second word of the key. */
const DRAW = 0xface;

/**
 * Drawn faces, made up: hair that greys and recedes, lines on the forehead and beside the mouth, eyes that look smaller, a
 * chin that sags. Light, skin, hair, place and noise differ from face to face and say nothing of the age.
 */
export function madeUpFaces(count: number, seed: number): Faces {
  const size = FACE_SIDE * FACE_SIDE;
  const faces: Faces = { images: new Float64Array(count * size), ages: new Float64Array(count) };
  for (let face = 0; face < count; face++) {
    const [word] = threefry([seed, DRAW], [face, 0]);
    const age = AGES[0] + (AGES[1] - AGES[0]) * unitInterval(word);
    faces.ages[face] = age;
    const normals = (i: number) => normalAt(seed, face * (size + 8) + i);
    drawFace(faces.images.subarray(face * size, (face + 1) * size), (age - AGES[0]) / (AGES[1] - AGES[0]), normals);
  }
  return faces;
}

/** @param old from 0 to 1 */
function drawFace(into: Float64Array, old: number, normal: (i: number) => number): void {
  const [light, skinTone, hairTone, aside, up, slant] = [0, 1, 2, 3, 4, 5].map(normal);
  const skin = 0.62 + 0.06 * skinTone;
  const hair = Math.min(0.9, Math.max(0.05, 0.2 + 0.08 * hairTone + 0.5 * Math.max(0, old - 0.25)));
  const middle = (FACE_SIDE - 1) / 2;
  for (let row = 0; row < FACE_SIDE; row++)
    for (let column = 0; column < FACE_SIDE; column++) {
      const x = (column - middle - 0.35 * aside) / middle;
      const y = (row - middle - 0.35 * up) / middle;
      // The outline is fuller below in old faces.
      const wide = 0.82 + (y > 0.3 ? 0.12 * old : 0);
      const inside = smoothly(1 - Math.hypot(x / wide, y / 0.98), 0.12);
      const hairline = -0.52 - 0.22 * old + 0.12 * x * x;
      const isHair = smoothly(hairline - y, 0.1);
      let shade = skin;
      // Lines: on the forehead, and beside the mouth.
      shade -= 0.16 * old * bump(y + 0.4, 0.08) * bump(x, 0.5);
      shade -= 0.14 * old * bump(Math.abs(x) - 0.42, 0.1) * bump(y - 0.35, 0.2);
      // Eyes and mouth.
      shade -= (0.5 - 0.2 * old) * bump(Math.abs(x) - 0.36, 0.14) * bump(y + 0.08, 0.13 - 0.04 * old);
      shade -= 0.3 * bump(x, 0.3) * bump(y - 0.55, 0.09);
      shade += isHair * (hair - shade);
      const value = 0.85 + inside * (shade - 0.85) + 0.15 * light + 0.1 * slant * x;
      into[row * FACE_SIDE + column] = value + 0.04 * normal(8 + row * FACE_SIDE + column);
    }
}

/** From 0 to 1 while t passes 0, over about this width. */
const smoothly = (t: number, width: number): number => 1 / (1 + Math.exp(-4 * (t / width)));
const bump = (t: number, width: number): number => Math.exp(-((t / width) ** 2));
