import type { Place } from '../../math/plane';
import type { Projection } from './relief-image';
import { heightAt, type Terrain } from './terrain';

export const isInside = ({ window: { x, y } }: Terrain, [px, py]: Place) =>
  px >= x[0] && px <= x[1] && py >= y[0] && py <= y[1];

/** A place's height on the relief. */
export function groundAt(terrain: Terrain, [x, y]: Place): number {
  const { window } = terrain;
  const share = (value: number, [low, high]: readonly [number, number]) => (value - low) / (high - low);
  return heightAt(terrain, share(x, window.x), share(y, window.y));
}

/** Pieces of a way over the ground, each seen or behind a hill. */
export function drapedPieces(terrain: Terrain, projection: Projection, places: readonly Place[]) {
  const pieces: { points: (readonly [number, number])[]; isSeen: boolean }[] = [];
  const { x, y } = terrain.window;
  const [wide, tall] = [x[1] - x[0], y[1] - y[0]];
  let isOn = false;
  for (let k = 0; k < places.length; k++) {
    const [from, to] = [places[Math.max(0, k - 1)], places[k]];
    const far = Math.hypot((to[0] - from[0]) / wide, (to[1] - from[1]) / tall);
    const count = k === 0 ? 1 : Math.min(24, Math.max(1, Math.ceil(far / 0.015)));
    for (let i = 1; i <= count; i++) {
      const place: Place = [from[0] + ((to[0] - from[0]) * i) / count, from[1] + ((to[1] - from[1]) * i) / count];
      if (!(isInside(terrain, place) && far < 3)) {
        isOn = false;
        continue;
      }
      const point = projection.at(...place, groundAt(terrain, place));
      const isSeen = projection.isSeen(...place);
      const last = pieces.at(-1);
      if (isOn && last) last.points.push(point);
      if (!isOn || last?.isSeen !== isSeen) pieces.push({ points: [point], isSeen });
      isOn = true;
    }
  }
  return pieces.filter(({ points }) => points.length > 1);
}
