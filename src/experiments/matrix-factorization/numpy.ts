import { pythonList, pythonNumber } from '../../formula/python';
import { ITEM_EXPONENT, USER_EXPONENT } from '../../data/ratings/popularity';
import { numpyProgram } from '../numpy-program';
import {
  epochsOf,
  sourceOf,
  type MatrixFactorizationData,
  type MatrixFactorizationParameters as Parameters,
} from './parameters';
import { SHEET_RATE, type MatrixFactorizationResult } from './training';

/**
 * A program that trains the factorization: on the sheet's table it prints the loss and the factors after every epoch, on many
 * ratings the last errors at every learning rate.
 * @param data ratings of one's own; the program loads them from a file of that name
 * @param result what was computed with these values: its learning rates stand for `auto`, which depends on the ratings
 */
export function numpy(p: Parameters, data: MatrixFactorizationData = {}, result?: MatrixFactorizationResult): string {
  return sourceOf(p, data).kind === 'sheet' ? sheetProgram(p) : program(p, data, result);
}

function sheetProgram(p: Parameters): string {
  const rates = p.learningRate === 'auto' ? [SHEET_RATE] : p.learningRate;
  return numpyProgram(
    `R = np.array([[5, np.nan], [np.nan, 4]])  # nan: not known
lam = ${pythonNumber(p.ridge)}`,
    `for rate in ${pythonList(rates)}:
    u, v = np.array([0.8, 1.3]), np.array([1.1, 0.9])
    for epoch in range(${epochsOf(p, 'sheet') + 1}):
        E = np.nan_to_num(R - np.outer(u, v))  # what is not known has no error
        J = np.sum(E**2) / 2 + lam / 2 * (u @ u + v @ v)
        print("rate:", rate, "epoch:", epoch, "J:", J, "u:", *u, "v:", *v)
        # Both at once: each from the old values.
        u, v = u + rate * (E @ v - lam * u), v + rate * (E.T @ u - lam * v)`,
  );
}

function program(p: Parameters, data: MatrixFactorizationData, result?: MatrixFactorizationResult): string {
  const { kind } = sourceOf(p, data);
  const mean = p.biases === 'on' ? 'np.mean(r)' : '0';
  return numpyProgram(
    `np.seterr(all="ignore")  # where training diverges, errors end as nan
# NumPy draws other numbers than the lab: errors agree to a few percent.
rng = np.random.default_rng(${p.seed})
${kind === 'synthetic' ? syntheticRatings(p) : ownRatings(p, data)}${p.validation > 0 ? holdOut(p.validation) : ''}`,
    `rank, lam, mean = ${p.rank}, ${pythonNumber(p.ridge)}, ${mean}
size = np.sqrt(0.1 * np.sqrt(np.mean((r - mean)**2) / rank))
U0, V0 = size * rng.standard_normal((users, rank)), size * rng.standard_normal((items, rank))
${ratesOf(p, result)}`,
    `def total(index, values, count):  # of each user, or of each item
    return np.stack([np.bincount(index, column, count) for column in values.T], axis=1)`,
    training(p, epochsOf(p, kind)),
  );
}

const holdOut = (share: number) => `
held = rng.random(len(r)) < ${pythonNumber(share)}
held_i, held_j, held_r = i[held], j[held], r[held]
i, j, r = i[~held], j[~held], r[~held]`;

function syntheticRatings({ users, items, observed, trueRank, noise }: Parameters): string {
  return `users, items = ${users}, ${items}
# Who rates what: some users and items are more active and more popular than others, and no pair comes twice.
often = np.outer(np.arange(1, users + 1)**-${USER_EXPONENT}, np.arange(1, items + 1)**-${ITEM_EXPONENT})
first = np.argsort(rng.exponential(size=(users, items)) / often, axis=None)[:${observed}]
i, j = np.unravel_index(first, (users, items))
true_U, true_V = rng.standard_normal((users, ${trueRank})), rng.standard_normal((items, ${trueRank}))
r = np.sum(true_U[i] * true_V[j], axis=1) / np.sqrt(${trueRank}) + ${pythonNumber(noise)} * rng.standard_normal(${observed})`;
}

/** How np.loadtxt reads the files that people bring, by the ending of their names. */
const FORMATS: readonly { ending: RegExp; read: (name: string) => string }[] = [
  { ending: /\.dat$/, read: (name) => `[line.replace("::", " ") for line in open(${name})]` },
  { ending: /\.data$/, read: (name) => name },
  { ending: /(?:)/, read: (name) => `${name}, delimiter=",", skiprows=1` },
];

function ownRatings(p: Parameters, { file, triplets }: MatrixFactorizationData): string {
  const name = triplets ? 'triplets.csv' : file ? (file.name ?? 'ratings.csv') : p.ratings;
  const { read } = FORMATS.find(({ ending }) => ending.test(name))!;
  return `# Your own ratings, their first columns: user, item, rating.
table = np.loadtxt(${read(JSON.stringify(name))}, usecols=(0, 1, 2))
i = np.unique(table[:, 0], return_inverse=True)[1]
j = np.unique(table[:, 1], return_inverse=True)[1]
r = table[:, 2]
users, items = i.max() + 1, j.max() + 1`;
}

function ratesOf(p: Parameters, result?: MatrixFactorizationResult): string {
  if (p.learningRate !== 'auto') return `rates = ${pythonList(p.learningRate)}`;
  if (result) return `rates = ${pythonList(result.runs.map(({ learningRate }) => learningRate))}`;
  return 'rates = [0.01]  # auto depends on the ratings: take the rates that the lab shows';
}

/** Descent on the known ratings, with a number for each user and item besides if there are biases. */
function training(p: Parameters, epochs: number): string {
  const hasBiases = p.biases === 'on';
  const isHeldOut = p.validation > 0;
  const error = (i: string, j: string, r: string) =>
    `${r}${hasBiases ? ` - mean - b[${i}] - c[${j}]` : ''} - np.sum(U[${i}] * V[${j}], axis=1)`;
  const start = hasBiases ? ['b, c = np.zeros(users), np.zeros(items)'] : [];
  const biases = hasBiases
    ? ['b, c = b + rate * (np.bincount(i, e, users) - lam * b), c + rate * (np.bincount(j, e, items) - lam * c)']
    : [];
  return [
    'for rate in rates:',
    ...indented('U, V = U0, V0', ...start, `for epoch in range(${epochs}):`),
    ...indented(
      ...indented(
        `e = ${error('i', 'j', 'r')}`,
        '# Everything at once: each from the old values.',
        'U, V = (',
        '    U + rate * (total(i, e[:, None] * V[j], users) - lam * U),',
        '    V + rate * (total(j, e[:, None] * U[i], items) - lam * V),',
        ')',
        ...biases,
      ),
    ),
    ...indented(
      `e = ${error('i', 'j', 'r')}`,
      `print("rate:", rate, "error:", np.sqrt(np.mean(e**2)))`,
      ...(isHeldOut
        ? [`e = ${error('held_i', 'held_j', 'held_r')}`, `print("    held out:", np.sqrt(np.mean(e**2)))`]
        : []),
    ),
  ].join('\n');
}

const indented = (...lines: readonly string[]) => lines.map((line) => `    ${line}`);
