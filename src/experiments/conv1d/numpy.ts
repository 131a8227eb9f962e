import { pythonList, pythonNumber } from '../../formula/python';
import { bumpWidths, heights, jumps } from '../../math/signals';
import { numpyProgram } from '../numpy-program';
import type { Conv1dData, Conv1dParameters } from './parameters';
import { prepare } from './problem';
import { AUTO, normSteps } from './run';

/** Multiply-adds that the norm may cost here, where a person waits for the text: a tenth of a second. */
const NORM_WORK = 1e8;

const OPERATOR = `class Conv1d:
    """The matrix whose rows are the filter k, each shifted by one; it is never formed."""

    def __init__(self, k):
        self.k = k
        self.T = Transposed(k)

    def __matmul__(self, x):
        return np.correlate(x, self.k, "valid")

class Transposed:
    def __init__(self, k):
        self.k = k

    def __matmul__(self, y):
        return np.convolve(y, self.k)`;

/** The sum of the losses of the residuals r, and its slope; the Huber loss bends at one standard deviation of a signal of one's own. */
const LOSSES = {
  huber: { value: 'np.sum(np.where(np.abs(r) <= 1, r**2 / 2, np.abs(r) - 1 / 2))', slope: 'np.clip(r, -1, 1)' },
  huberOfData: {
    value: 'np.sum(np.where(np.abs(r) <= bend, r**2 / 2, bend * (np.abs(r) - bend / 2)))',
    slope: 'np.clip(r, -bend, bend)',
  },
  square: { value: 'np.sum(r**2) / 2', slope: 'r' },
};

/**
 * A program that prints the loss at every iterate.
 * @param data what stands in place of parameters; the program loads it from files of the same names
 * @throws {ParameterError} for values that cannot be used
 */
export function numpy(p: Conv1dParameters, data: Conv1dData = {}): string {
  const bends = p.loss === 'huber' && p.signal === 'data' && !data.observed;
  const { value, slope } = LOSSES[bends ? 'huberOfData' : p.loss];
  return numpyProgram(
    OPERATOR,
    `${data.filterTaps ? load('k', 'filterTaps') : tapsOf(p.filter)}
A = Conv1d(k)`,
    data.observed ? load('b', 'observed') : `${signalOf(p)}\n${observationOf(p)}`,
    `${data.initial ? load('x', 'initial') : 'x = np.zeros(len(b) + len(k) - 1)'}
lam = ${pythonNumber(p.ridge)}${bends ? '\nbend = np.std(signal)' : ''}
rate = ${rateOf(p, data)}
for i in range(${p.iterations + 1}):
    r = A @ x - b
    print(i, ${value} + lam / 2 * np.sum(x**2))
    x = x - rate * (A.T @ ${slope} + lam * x)`,
  );
}

const load = (variable: string, name: string) => `${variable} = np.loadtxt("${name}.txt")  # your own, a number a line`;

function tapsOf(filter: string): string {
  const words = filter.trim().split(/[\s,;]+/);
  const [name, radius] = words;
  switch (name) {
    case 'gaussian':
      return `k = np.exp(-4.5 * (np.arange(-${radius}, ${Number(radius) + 1}) / ${Math.max(Number(radius), 1)})**2)
k = k / np.sum(k)`;
    case 'box':
      return `k = np.full(${2 * Number(radius) + 1}, 1 / ${2 * Number(radius) + 1})`;
    case 'difference':
      return 'k = np.array([-1, 1])';
    default:
      return `k = np.array(${pythonList(words.map(Number))})`;
  }
}

function signalOf({ signal, length }: Conv1dParameters): string {
  if (signal === 'data') return load('signal', 'samples');
  const t = `t = np.arange(1, ${length + 1}) / ${length}`;
  const steps = `jumps = ${pythonList(jumps)}`;
  switch (signal) {
    case 'blocks':
      return `${t}
${steps}
heights = ${pythonList(heights.blocks)}
signal = sum(h * (1 + np.sign(t - s)) / 2 for h, s in zip(heights, jumps))`;
    case 'bumps':
      return `${t}
${steps}
heights = ${pythonList(heights.bumps)}
widths = ${pythonList(bumpWidths)}
signal = sum(h / (1 + np.abs((t - s) / w))**4 for h, s, w in zip(heights, jumps, widths))`;
    case 'heavisine':
      return `${t}
signal = 4 * np.sin(4 * np.pi * t) - np.sign(t - 0.3) - np.sign(0.72 - t)`;
    case 'doppler':
      return `${t}
signal = np.sqrt(t * (1 - t)) * np.sin(2.1 * np.pi / (t + 0.05))`;
  }
}

/** The blurred signal; with noise and outliers, other ones of the same distribution. */
function observationOf({ signal, noise, outliers, seed }: Conv1dParameters): string {
  const scale = signal === 'data' ? 'np.std(signal) * ' : '';
  const lines = ['b = A @ signal'];
  if (noise > 0 || outliers > 0)
    lines.push(
      '# NumPy draws other noise than the lab. Each outlier more adds about 4 to a loss; without noise, losses are equal.',
      `rng = np.random.default_rng(${seed})`,
    );
  if (noise > 0) lines.push(`b += ${scale}${pythonNumber(noise)} * rng.standard_normal(len(b))`);
  if (outliers > 0)
    lines.push(
      `outliers = rng.uniform(3, 6, len(b)) * rng.choice([-1, 1], len(b))`,
      `b += ${scale}outliers * (rng.random(len(b)) < ${pythonNumber(outliers)})`,
    );
  return lines.join('\n');
}

function rateOf(p: Conv1dParameters, data: Conv1dData): string {
  if (p.learningRate !== 'auto') return pythonNumber(p.learningRate);
  const steps = normSteps(prepare(p, data), NORM_WORK);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const rate = (AUTO * 2) / (step.value.norm ** 2 + p.ridge);
  return `${pythonNumber(rate)}  # ${100 * AUTO} % of the largest stable rate, 2 / (|A|^2 + lam)`;
}
