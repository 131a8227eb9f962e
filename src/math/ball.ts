import { threefry, unitInterval } from './random';

/** What the points are drawn for; see `math/starts.ts`. */
const STREAM_BALL = 7;
/** The numbers of one point before they are rounded. */
let numbers = new Float64Array(64);

/**
 * Draws point number `index`, uniform in a ball around 0, into `columns` numbers of `point` from `at` on: a direction of
 * normal numbers (Box and Muller), and a distance that grows as the root of that order. Rounded to float32, so that all engines start from
 * the very same points.
 */
export function drawInBall(
  ball: { seed: number; radius: number },
  index: number,
  columns: number,
  point: Float32Array | Float64Array,
  at = 0,
): void {
  if (numbers.length < columns) numbers = new Float64Array(columns);
  const key = [ball.seed, STREAM_BALL] as const;
  let squares = 0;
  for (let i = 0; i < columns; i += 2) {
    const [first, second] = threefry(key, [index, i + 1]);
    const length = Math.sqrt(-2 * Math.log((first + 1) * 2 ** -32));
    const angle = 2 * Math.PI * unitInterval(second);
    numbers[i] = length * Math.cos(angle);
    squares += numbers[i] ** 2;
    if (i + 1 === columns) break;
    numbers[i + 1] = length * Math.sin(angle);
    squares += numbers[i + 1] ** 2;
  }
  const share = (threefry(key, [index, 0])[0] + 1) * 2 ** -32;
  const factor = (ball.radius * share ** (1 / columns)) / Math.sqrt(squares);
  for (let i = 0; i < columns; i++) point[at + i] = Math.fround(numbers[i] * factor);
}
