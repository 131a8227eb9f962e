import { pythonList, pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { RidgeSearchData, RidgeSearchParameters } from './parameters';
import type { RidgeSearchResult } from './search';

const THREEFRY = `def threefry(key, a, b):
    """Two random words of 32 bits for each pair of counters, as the lab draws them."""
    u32 = np.uint32
    keys = [u32(key[0]), u32(key[1]), u32(0x1BD11BDA) ^ u32(key[0]) ^ u32(key[1])]
    x, y = np.asarray(a, u32) + keys[0], np.asarray(b, u32) + keys[1]
    for i in range(20):
        x = x + y
        r = u32([13, 15, 26, 6, 17, 29, 16, 24][i % 8])
        y = ((y << r) | (y >> (u32(32) - r))) ^ x
        if i % 4 == 3:
            n = i // 4 + 1
            x, y = x + keys[n % 3], y + keys[(n + 1) % 3] + u32(n)
    return x, y

def order(rows, epoch):
    """The order in which an epoch takes the rows; epoch 0 says which are held out."""
    at = np.arange(rows)
    words, _ = threefry((seed, 0x5F0E), at, np.full(rows, epoch))
    for i in range(rows - 1, 0, -1):
        j = int(words[i]) * (i + 1) >> 32
        at[i], at[j] = at[j], at[i]
    return at`;

/** The faces of `madeUpFaces`, all at once. */
const FACES = `def faces(count):
    """Drawn faces of 12 x 12 pixels, and how old each is."""
    one = lambda words: (words >> 8) * 2.0**-24
    words, _ = threefry((seed, 0xFACE), np.arange(count), np.zeros(count))
    age = 5 + 75 * one(words)
    a, b = threefry((seed, 2), np.arange(count * 152), np.zeros(count * 152))
    normal = (np.sqrt(-2 * np.log(1 - one(a))) * np.cos(2 * np.pi * one(b))).reshape(count, 152)
    light, skin, hair, aside, up, slant = normal[:, :6].T[:, :, None, None]
    old = ((age - 5) / 75)[:, None, None]
    bump = lambda t, width: np.exp(-((t / width) ** 2))
    smoothly = lambda t, width: 1 / (1 + np.exp(-4 * t / width))
    x = (np.arange(12)[None, None, :] - 5.5 - 0.35 * aside) / 5.5
    y = (np.arange(12)[None, :, None] - 5.5 - 0.35 * up) / 5.5
    hair = np.clip(0.2 + 0.08 * hair + 0.5 * np.maximum(0, old - 0.25), 0.05, 0.9)
    inside = smoothly(1 - np.hypot(x / (0.82 + (y > 0.3) * 0.12 * old), y / 0.98), 0.12)
    is_hair = smoothly(-0.52 - 0.22 * old + 0.12 * x * x - y, 0.1)
    shade = 0.62 + 0.06 * skin - 0.16 * old * bump(y + 0.4, 0.08) * bump(x, 0.5)
    shade = shade - 0.14 * old * bump(np.abs(x) - 0.42, 0.1) * bump(y - 0.35, 0.2)
    shade = shade - (0.5 - 0.2 * old) * bump(np.abs(x) - 0.36, 0.14) * bump(y + 0.08, 0.13 - 0.04 * old)
    shade = shade - 0.3 * bump(x, 0.3) * bump(y - 0.55, 0.09)
    shade = shade + is_hair * (hair - shade)
    images = 0.85 + inside * (shade - 0.85) + 0.15 * light + 0.1 * slant * x
    return images.reshape(count, 144) + 0.04 * normal[:, 8:], age

X, y = faces(750)
X, X_test, y, y_test = X[:500], X[500:], y[:500], y[500:]`;

const STANDARDIZE = {
  none: '',
  center: 'mean = X[train].mean(0)\nX, X_test = X - mean, X_test - mean',
  each: 'mean, deviation = X[train].mean(0), X[train].std(0)\ndeviation[deviation == 0] = 1\nX, X_test = (X - mean) / deviation, (X_test - mean) / deviation',
};

/**
 * A program that trains the winner as the lab did, and prints its errors and those of the exact solution; the first
 * combination where there is no winner.
 */
export function numpy(p: RidgeSearchParameters, data: RidgeSearchData = {}, result?: RidgeSearchResult): string {
  const [first] = p.epochs;
  const winner = result === undefined || result.best === null ? undefined : result.grid[result.best];
  const { batch, learningRate, epochs, strength } = winner ?? {
    batch: p.batches[0],
    learningRate: p.learningRates[0],
    epochs: first,
    strength: p.strengths[0],
  };
  const hasTest = !data.design || data.testDesign !== undefined;
  return numpyProgram(
    `seed = ${p.seed}`,
    THREEFRY,
    data.design
      ? `# Save your own data under these names.
X, y = np.load("design.npy"), np.load("targets.npy")
X = X.reshape(len(X), -1).astype(float)
${hasTest ? 'X_test, y_test = np.load("testDesign.npy"), np.load("testTargets.npy")\nX_test = X_test.reshape(len(X_test), -1)' : 'X_test, y_test = X[:0], y[:0]'}`
      : FACES,
    `held = ${p.validation === 0 ? '0' : `min(len(y) - 1, max(1, int(np.floor(${pythonNumber(p.validation)} * len(y) + 0.5))))`}
rows = order(len(y), 0)
validation, train = rows[:held], rows[held:]
${STANDARDIZE[p.standardize]}`,
    `rate, alpha = ${pythonList([learningRate, strength]).slice(1, -1)}
batch = ${batch === 'all' ? 'len(train)' : `min(${batch}, len(train))`}
n = len(train)
w, b = np.zeros(X.shape[1]), 0.0
for epoch in range(1, ${epochs + 1}):
    taken = train[order(n, epoch)] if batch < n else train
    for at in range(0, n, batch):
        rows = taken[at:at + batch]
        r = X[rows] @ w + b - y[rows]
        w, b = w - rate * (X[rows].T @ r / len(rows) + alpha * w), b - rate * r.mean()`,
    `def report(name, which, A, t, w, b):
    if len(t):
        print(name, which, np.mean((A @ w + b - t) ** 2))

report("descent", "train", X[train], y[train], w, b)
report("descent", "validation", X[validation], y[validation], w, b)
# The test set had no part in any choice.
report("descent", "test", X_test, y_test, w, b)
# The minimum: the bias has no ridge, so what is solved is centred; lstsq takes the shortest of many.
x_mean, y_mean = X[train].mean(0), y[train].mean()
A = np.vstack([(X[train] - x_mean) / np.sqrt(n), np.sqrt(alpha) * np.eye(X.shape[1])])
t = np.concatenate([(y[train] - y_mean) / np.sqrt(n), np.zeros(X.shape[1])])
w = np.linalg.lstsq(A, t, rcond=None)[0]
b = y_mean - x_mean @ w
report("exact", "train", X[train], y[train], w, b)
report("exact", "validation", X[validation], y[validation], w, b)${p.tested === 'both' ? '\nreport("exact", "test", X_test, y_test, w, b)' : ''}`,
  );
}
