import type { Objective } from '../../formula';
import { stationaryProblem } from '../../math/one-variable';
import { shownRange } from '../../math/shown-range';
import type { FormulaCurve } from './parameter';

const SAMPLES = 120;

/** A function as a small picture, in a square of side 1: y runs downwards. */
export function curveOf(objective: Objective): FormulaCurve {
  const { low, high, stationary } = shownRange(objective);
  const { value } = stationaryProblem(objective);
  const samples = Array.from({ length: SAMPLES + 1 }, (_, i) => value(low + ((high - low) * i) / SAMPLES));
  const [bottom, top] = heightsOf(
    samples.filter(Number.isFinite),
    stationary.map((point) => point.value),
  );
  const y = (height: number) => 1 - (height - bottom) / (top - bottom || 1);
  const place = (x: number, height: number) => [round(x), round(Math.min(1.5, Math.max(-0.5, y(height))))] as const;
  let isDown = false;
  const path = samples.map((height, i) => {
    const wasDown = isDown;
    isDown = Number.isFinite(height);
    // Over a pole there is no line.
    const jumps = wasDown && Math.abs(y(height) - y(samples[i - 1])) > 2;
    return isDown ? `${wasDown && !jumps ? 'L' : 'M'}${place(i / SAMPLES, height).join(' ')}` : '';
  });
  const minima = stationary
    .filter(({ kind, theta }) => kind === 'minimum' && theta >= low && theta <= high)
    .map((point) => place((point.theta - low) / (high - low), point.value));
  return { path: path.join(''), minima };
}

/** From where to where the picture goes: where it would only show how steep the walls are, about as far as the stationary points. */
function heightsOf(all: readonly number[], stationary: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const [first, last] = [Math.min(...stationary), Math.max(...stationary)];
  const span = last - first;
  if (!(span > 0)) return [least, most];
  return [Math.max(least, first - span / 2), Math.min(most, last + span)];
}

const round = (x: number) => Number(x.toFixed(3));
