import { expect, test } from 'vitest';
import { compileBlock, domainOf, numberNode, parseObjective } from '../formula';
import { descend } from './descend';
import { endingByBoth, endingOf, FOLLOWED, secondLook, type Ending, type Landmarks } from './outcomes';

/** What becomes of descent on a function. */
function ending(
  text: string,
  { rate, start, iterations, ...given }: { rate: number; start: number; iterations: number } & Partial<Landmarks>,
): Ending {
  const { value, gradient, variable } = parseObjective(text);
  const functions = compileBlock([value, gradient, domainOf(value, variable) ?? numberNode(1)], [variable]);
  const landmarks = { minima: [], tolerance: 1e-3, bound: 1e6, ...given };
  const steps = iterations + FOLLOWED;
  const [run] = descend({ functions, start, rates: [rate], steps, bound: landmarks.bound, keep: steps + 1 });
  return endingOf(run.iterates.subarray(-Math.max(1, run.steps - iterations + 1)), landmarks);
}

const SHEET = '(w-100)^2/2';
const sheet = { start: 0, iterations: 20, minima: [100] };
const WELLS = '(x^2-1)^2';
const wells = { start: 0.3, iterations: 1000, minima: [-1, 1] };

test.each([
  [0.5, { outcome: 'converged', place: 0 }],
  [1.5, { outcome: 'converged', place: 0 }],
  [2, { outcome: 'cycling', period: 2 }],
  [2.02, { outcome: 'moving', isFalling: false }],
  [2.5, { outcome: 'diverged' }],
  [-0.5, { outcome: 'diverged' }],
  [0, { outcome: 'still' }],
  [0.1, { outcome: 'moving', isFalling: false }],
  [1.7, { outcome: 'moving', isFalling: false }],
])('on the parabola of the sheet, the run at rate %f has %o', (rate, expected) => {
  expect(ending(SHEET, { ...sheet, rate })).toEqual(expected);
});

test('a run that arrives late is still moving when its iterations are over, and with more of them it has converged', () => {
  expect(ending(SHEET, { ...sheet, rate: 1.9 }).outcome).toBe('moving');
  expect(ending(SHEET, { ...sheet, rate: 1.9, iterations: 200 }).outcome).toBe('converged');
});

test('a run that ends at a minimum elsewhere says at which', () => {
  const far = { rate: 0.1, start: -3, iterations: 1000, minima: [], elsewhere: [-9, Math.asinh(2)] };
  expect(ending('cosh(x)-2x', far)).toEqual({ outcome: 'elsewhere', place: 1 });
});

test('above its threshold of 0.894, descent on cosh(x) - 2x jumps between two points', () => {
  const run = { rate: 0.9, start: 0, iterations: 1000, minima: [Math.asinh(2)] };
  expect(ending('cosh(x)-2x', run)).toEqual({ outcome: 'cycling', period: 2 });
});

test('a cycle of four comes round after four steps', () => {
  const cycle = Array.from({ length: FOLLOWED + 1 }, (_, k) => [3, -1, 4, 2][k % 4]);
  expect(endingOf(cycle, { minima: [0], tolerance: 1e-3, bound: 1e6 })).toEqual({ outcome: 'cycling', period: 4 });
});

test('on x^4, whose curvature is 0 at the minimum, the run still moves', () => {
  const run = { rate: 0.1, start: 1, iterations: 1000, minima: [0] };
  expect(ending('x^4', run)).toEqual({ outcome: 'moving', isFalling: false });
});

test('on a straight line it falls, as no minimum lies that way', () => {
  expect(ending('x', { rate: 0.5, start: 0, iterations: 20 })).toEqual({ outcome: 'moving', isFalling: true });
  const cubic = { rate: 1e-4, start: -1.5, iterations: 20, minima: [1] };
  expect(ending('x^3-3x', cubic)).toEqual({ outcome: 'moving', isFalling: true });
});

test('a run that creeps to a minimum and is thrown over it, far out, does not fall: it was called back', () => {
  const tail = Array.from({ length: FOLLOWED + 1 }, (_, k) => (k < FOLLOWED ? 3 - k / 50 : -300));
  expect(endingOf(tail, { minima: [0], tolerance: 1e-3, bound: 1e6 })).toEqual({ outcome: 'moving', isFalling: false });
  expect(endingOf(tail, { minima: [4], tolerance: 1e-3, bound: 1e6 })).toEqual({ outcome: 'moving', isFalling: true });
});

test.each([0.3, 0.4, 0.5])(
  'beyond 1/4, no run on (x^2-1)^2 has converged, though at %f one comes near by chance',
  (rate) => {
    for (let i = 0; i < 40; i++) {
      const { outcome } = ending(WELLS, { ...wells, start: 0.02 + i / 45, rate });
      expect(['cycling', 'wandering', 'diverged']).toContain(outcome);
    }
  },
);

test('chaos is neither a cycle nor a run that closes in or opens out', () => {
  for (let i = 0; i < 40; i++) {
    const { outcome } = ending(WELLS, { ...wells, start: 0.02 + i / 45, rate: 0.4 });
    expect(['cycling', 'wandering']).toContain(outcome);
  }
  expect(ending(WELLS, { ...wells, rate: 0.4 })).toEqual({ outcome: 'wandering' });
});

test('runs that wander far about are none that go somewhere, though the distance grows or shrinks by chance', () => {
  const far = { rate: 1, iterations: 1000, minima: [-1.0426, 1.0426] };
  for (let i = 0; i < 1000; i++) {
    const { outcome } = ending('cos(3x) + x^2/50', { ...far, start: -10 + (i + 0.5) / 50 });
    expect(outcome).toBe('wandering');
  }
});

test.each([2.001, 2.004, 2.006])(
  'at rate %f, just too large, a run on the parabola still moves out, and there is no chaos in it',
  (rate) => {
    expect(ending(SHEET, { ...sheet, rate, iterations: 1000 })).toEqual({ outcome: 'moving', isFalling: false });
  },
);

test('where the gradient is exactly 0 at the start, and no minimum is there, it stands still', () => {
  expect(ending(WELLS, { ...wells, start: 0, rate: 0.1 })).toEqual({ outcome: 'still' });
  expect(ending(WELLS, { ...wells, start: 1, rate: 0.4 })).toEqual({ outcome: 'converged', place: 1 });
});

test('a run that leaves the domain of the function has left, at whichever step', () => {
  expect(ending('x - ln(x)', { rate: 3, start: 0.5, iterations: 20, minima: [1] }).outcome).not.toBe('left');
  expect(ending('sqrt(x)', { rate: 1, start: 1, iterations: 1000 })).toEqual({ outcome: 'left' });
  expect(ending('ln(x)', { rate: 1, start: -1, iterations: 5 })).toEqual({ outcome: 'left' });
});

test('a bound that is passed counts before anything else, and an overflow passes it', () => {
  expect(ending('-x^2', { rate: 1, start: 1, iterations: 1 })).toEqual({ outcome: 'diverged' });
  expect(ending('cosh(x)', { rate: 1, start: 900, iterations: 5, bound: 1e12 })).toEqual({ outcome: 'diverged' });
});

test('a run that goes straight on, then jumps from side to side of a kink, is on its way to that', () => {
  const walk = Array.from({ length: 2 * FOLLOWED + 1 }, (_, k) => (k < 90 ? 0.9 - k / 100 : (k % 2) / 100 - 0.003));
  const landmarks = { minima: [0], tolerance: 1e-3, bound: 1e6 };
  expect(endingOf(walk.slice(0, FOLLOWED + 1), landmarks)).toEqual({ outcome: 'wandering' });
  expect(endingByBoth(walk, landmarks)).toEqual({ outcome: 'moving', isFalling: false });
  // Of a chaotic run neither tail tells more.
  const chaos = [0.3];
  for (let k = 0; k < 2 * FOLLOWED; k++) chaos.push(chaos[k] - 0.4 * 4 * chaos[k] * (chaos[k] ** 2 - 1));
  expect(endingByBoth(chaos, landmarks)).toEqual({ outcome: 'wandering' });
  // One that is beyond the bound in its second tail was going there.
  expect(secondLook(chaos.slice(0, 20), landmarks)).toEqual({ outcome: 'moving', isFalling: false });
});
