import { mix, type RGB } from '../../charts/kit';
import { heightAt, type Terrain } from './terrain';

/** From where a relief is looked at, in degrees: turned about the vertical axis, and how high the eye is. */
export interface Camera {
  turn: number;
  tilt: number;
}

/** Where places of the relief are in a picture. */
export interface Projection {
  /** A place and its height, from 0 to 1, in the picture's pixels. */
  at(x: number, y: number, height: number): readonly [px: number, py: number];
  /** Whether nothing of the relief stands before a place on it. */
  isSeen(x: number, y: number): boolean;
}

/** How high the relief is beside its width of 1, and how thick the block under it. */
const RISE = 0.36;
const BASE = 0.05;
/** The radius of the block's base, and what is left free around it. */
const RADIUS = Math.SQRT1_2;

interface Geometry {
  cos: number;
  sin: number;
  /** How depth and height go up in the picture. */
  depthUp: number;
  heightUp: number;
  scale: number;
  middleX: number;
  middleY: number;
}

function geometryOf({ turn, tilt }: Camera, width: number, height: number): Geometry {
  const [angle, up] = [(turn * Math.PI) / 180, (tilt * Math.PI) / 180];
  const [depthUp, heightUp] = [Math.sin(up), Math.cos(up)];
  const tall = 2 * RADIUS * depthUp + (RISE + BASE) * heightUp;
  const scale = Math.min(width / (2 * RADIUS), height / tall) * 0.97;
  const middleY = height / 2 + ((RISE - BASE) * heightUp * scale) / 2;
  return { cos: Math.cos(angle), sin: Math.sin(angle), depthUp, heightUp, scale, middleX: width / 2, middleY };
}

export function projectionOf(terrain: Terrain, camera: Camera, width: number, height: number): Projection {
  const g = geometryOf(camera, width, height);
  const { x: across, y: up } = terrain.window;
  const shares = (x: number, y: number) =>
    [(x - across[0]) / (across[1] - across[0]) - 0.5, (y - up[0]) / (up[1] - up[0]) - 0.5] as const;
  const rise = (u: number, v: number) => heightAt(terrain, u + 0.5, v + 0.5) * RISE;
  return {
    at(x, y, h) {
      const [u, v] = shares(x, y);
      const depth = u * g.sin + v * g.cos;
      return [
        g.middleX + g.scale * (u * g.cos - v * g.sin),
        g.middleY - g.scale * (depth * g.depthUp + h * RISE * g.heightUp),
      ];
    },
    isSeen(x, y) {
      const [u, v] = shares(x, y);
      const own = rise(u, v) * g.heightUp;
      for (let nearer = 0.012; nearer < 1.5; nearer += 0.012) {
        const [nearU, nearV] = [u - nearer * g.sin, v - nearer * g.cos];
        if (Math.abs(nearU) > 0.5 || Math.abs(nearV) > 0.5) return true;
        if (rise(nearU, nearV) * g.heightUp - nearer * g.depthUp > own + 0.008) return false;
      }
      return true;
    },
  };
}

export interface ReliefInks {
  /** From the lowest to the highest. */
  scale: readonly RGB[];
  surface: RGB;
  text: RGB;
}

/** Light from the upper left of the picture, before it. */
const LIGHT = [-0.55, -0.42, 0.72] as const;
const GLOOM = 0.55;
const GLEAM = 0.32;
const LINE = 0.42;

/**
 * A relief as an image, transparent around it. In each column of the picture the ground is walked from front to back, and
 * what rises above all before it is seen (the method of a floating horizon).
 */
export function reliefImage(
  terrain: Terrain,
  camera: Camera,
  { width, height }: { width: number; height: number },
  inks: ReliefInks,
): ImageData {
  const g = geometryOf(camera, width, height);
  const { columns: size, heights } = terrain;
  const colors = litColors(terrain, g, inks);
  const slopes = slopesOf(terrain);
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const packed = new Uint8ClampedArray(4);
  const pack = new Uint32Array(packed.buffer);
  packed[3] = 255;
  const line = mix(inks.surface, inks.text, 0.85);
  const levels = terrain.levels.length;
  const sides = [0.3, 0.16].map((share) => mix(inks.surface, inks.text, share));
  // What a pixel is in units of the width; flat ground goes up by one in a step.
  const pixel = 1 / g.scale;
  const step = pixel / Math.max(g.depthUp, 0.4);
  for (let px = 0; px < width; px++) {
    const r = (px + 0.5 - g.middleX) / g.scale;
    const range = depthsAt(r, g);
    if (!range) continue;
    let horizon = Math.min(height, Math.round(g.middleY - g.scale * (range[0] * g.depthUp - BASE * g.heightUp)));
    let isFront = true;
    const isAcross = Math.abs(r * g.cos + range[0] * g.sin) > Math.abs(range[0] * g.cos - r * g.sin);
    const side = sides[isAcross === g.sin * g.cos > 0 ? 0 : 1];
    for (let depth = range[0]; depth <= range[1]; depth += step) {
      const x = Math.min(size - 1.001, Math.max(0, (r * g.cos + depth * g.sin + 0.5) * (size - 1)));
      const y = Math.min(size - 1.001, Math.max(0, (depth * g.cos - r * g.sin + 0.5) * (size - 1)));
      const [column, row] = [x | 0, y | 0];
      const [right, above] = [x - column, y - row];
      const i = row * size + column;
      const [w00, w10, w01, w11] = [(1 - right) * (1 - above), right * (1 - above), (1 - right) * above, right * above];
      const h = heights[i] * w00 + heights[i + 1] * w10 + heights[i + size] * w01 + heights[i + size + 1] * w11;
      const top = Math.max(0, Math.ceil(g.middleY - g.scale * (depth * g.depthUp + h * RISE * g.heightUp) - 0.5));
      if (top >= horizon) {
        isFront = false;
        continue;
      }
      const slope = slopes[i] * w00 + slopes[i + 1] * w10 + slopes[i + size] * w01 + slopes[i + size + 1] * w11;
      // How far the next line of equal loss is, in pixels.
      const place = h * levels + 0.5;
      const away = Math.abs(place - Math.round(place)) / (levels * slope * pixel + 1e-6);
      const ink = LINE * Math.max(0, Math.min(1, 1.25 - away)) * (h < 0.999 ? 1 : 0);
      for (let channel = 0; channel < 3; channel++) {
        const j = 3 * i + channel;
        const ground =
          colors[j] * w00 + colors[j + 3] * w10 + colors[j + 3 * size] * w01 + colors[j + 3 * size + 3] * w11;
        packed[channel] = isFront ? side[channel] : ground + (line[channel] - ground) * ink;
      }
      for (let py = top; py < horizon; py++) pixels[py * width + px] = pack[0];
      horizon = top;
      isFront = false;
    }
  }
  return image;
}

/** Where a column of the picture enters and leaves the square. */
function depthsAt(r: number, { cos, sin }: Geometry): [number, number] | undefined {
  let [near, far] = [-2, 2];
  // |r cos + d sin| and |d cos - r sin| are at most a half.
  for (const [offset, along] of [
    [r * cos, sin],
    [-r * sin, cos],
  ]) {
    if (Math.abs(along) < 1e-9) {
      if (Math.abs(offset) > 0.5) return undefined;
      continue;
    }
    const [a, b] = [(-0.5 - offset) / along, (0.5 - offset) / along];
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near < far ? [near, far] : undefined;
}

/** Each node's colour by its height, in the light. */
function litColors(
  { heights, columns: size }: Terrain,
  { cos, sin }: Geometry,
  { scale, surface }: ReliefInks,
): Float32Array {
  const colors = new Float32Array(3 * heights.length);
  const length = Math.hypot(...LIGHT);
  const white: RGB = [255, 255, 255];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const i = row * size + column;
      const [du, dv] = gradientAt(heights, size, column, row);
      // The ground's normal, turned as the picture is: to the right, away from the eye, up.
      const [nx, ny] = [-(du * cos - dv * sin) * RISE, -(du * sin + dv * cos) * RISE];
      const light = (nx * LIGHT[0] + ny * LIGHT[1] + LIGHT[2]) / (Math.hypot(nx, ny, 1) * length);
      const flat = LIGHT[2] / length;
      const tint = tintAt(scale, heights[i]);
      const lit =
        light < flat
          ? mix(tint, mix(surface, [0, 0, 0], 0.8), GLOOM * Math.min(1, (flat - light) / flat))
          : mix(tint, white, (GLEAM * (light - flat)) / (1 - flat));
      colors.set(lit, 3 * i);
    }
  }
  return colors;
}

export function tintAt(scale: readonly RGB[], height: number): RGB {
  const place = Math.min(1, Math.max(0, height)) * (scale.length - 1);
  const below = Math.min(scale.length - 2, Math.floor(place));
  return mix(scale[below], scale[below + 1], place - below);
}

function gradientAt(heights: Float32Array, size: number, column: number, row: number): readonly [number, number] {
  const [west, east] = [Math.max(0, column - 1), Math.min(size - 1, column + 1)];
  const [south, north] = [Math.max(0, row - 1), Math.min(size - 1, row + 1)];
  return [
    ((heights[row * size + east] - heights[row * size + west]) / (east - west)) * (size - 1),
    ((heights[north * size + column] - heights[south * size + column]) / (north - south)) * (size - 1),
  ];
}

const known = new WeakMap<Terrain, Float32Array>();

/** How steep the ground is, in heights per width. */
function slopesOf(terrain: Terrain): Float32Array {
  let slopes = known.get(terrain);
  if (!slopes) {
    const { heights, columns: size } = terrain;
    slopes = heights.map((_, i) => Math.hypot(...gradientAt(heights, size, i % size, Math.floor(i / size))));
    known.set(terrain, slopes);
  }
  return slopes;
}
