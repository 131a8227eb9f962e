import { MAXIMUM_RANK, MAXIMUM_RATINGS } from '../../engine/factorize';
import type { ColumnMapping, Ratings, RatingsSource } from '../../data/ratings';
import { CodedError, defineMessages, type Message } from '../../messages';
import { choice, integer, number, numbers, seed, text, type ValuesOf, views } from '../parameters';

const VIEWS = ['step', 'valley', 'errors', 'rates', 'table', 'items'] as const;

const say = defineMessages('matrix-factorization', {
  ratingsTake: 'sheet, synthetic, or the address of a file, such as data/ratings.csv',
  noAddress: 'this is none of them',
  stepTakes: 'a whole number from 1 to epochs, which is {epochs}',
  observedTakes: 'at most one rating for each entry of the table, which are {users} × {items} = {entries}',
  trueRankTakes: 'at most the number of users and the number of items, which are {users} and {items}',
});

/** Ratings from a script or a file, in place of what the parameters describe. */
export interface MatrixFactorizationData {
  /** Ratings from a script. */
  triplets?: Ratings;
  /** A file of ratings. */
  file?: Blob & { name?: string };
  /** Which of the file's columns are which, where it does not say so itself. */
  columns?: ColumnMapping;
}

type Values = Readonly<Record<string, unknown>>;
const isSheet = ({ ratings, file, triplets }: Values) => !file && !triplets && ratings === 'sheet';
const isSynthetic = ({ ratings, file, triplets }: Values) => !file && !triplets && ratings === 'synthetic';

const notForTheSheet = { applies: (values: Values) => !isSheet(values) };
const forSynthetic = { applies: isSynthetic };

/** What a file's address needs to have, so that a misspelt word is not taken for one: a slash or an ending, and no blanks or brackets. */
const ADDRESS = /^(?=.*[/.][^\s]+$)[^\s<>"'`{}|\\^]+$/;

function checkRatings(given: string): void {
  if (given === 'sheet' || given === 'synthetic') return;
  const isNumber = /^\d*\.?\d*$/.test(given);
  if (isNumber || !ADDRESS.test(given) || !URL.canParse(given, 'https://descent-lab.invalid'))
    throw new CodedError(say('noAddress'));
}

/** The sheet's table with its two known ratings; or many ratings, synthetic or read from a file, by the same update. */
export const parameters = [
  text('ratings', {
    label: 'Ratings',
    help: "The sheet's two known ratings, synthetic ratings, or a file of ratings.",
    default: 'sheet',
    takes: say('ratingsTake'),
    check: checkRatings,
    good: ['sheet', 'synthetic'],
    control: 'none',
  }),
  integer('rank', {
    label: 'Rank',
    help: 'How many factors each user and each item has. (The sheet has one.)',
    default: 4,
    minimum: 1,
    maximum: MAXIMUM_RANK,
    unit: 'k',
    ...notForTheSheet,
  }),
  numbers('learningRate', {
    label: 'Learning rate',
    help: 'Several are trained side by side. auto is 0.1 for the sheet; otherwise 0.25, 0.5, 0.9 and 1.5 times the estimated largest stable rate.',
    default: [],
    minimum: 0,
    above: true,
    maximum: 1e9,
    count: [1, 16],
  }).orAuto(),
  integer('epochs', {
    label: 'Epochs',
    help: 'How many full updates. auto is 20 for the sheet, otherwise 150.',
    default: 20,
    minimum: 1,
    maximum: 100_000,
  }).orAuto(),
  number('ridge', {
    label: 'Ridge',
    help: 'The factor of half the squared length of U and V: it keeps the factors short.',
    default: 0,
    minimum: 0,
    maximum: 1_000_000,
    unit: 'λ',
  }),
  number('validation', {
    label: 'Held out',
    help: 'The fraction of ratings kept for validation.',
    default: 0.1,
    minimum: 0,
    maximum: 0.9,
    ...notForTheSheet,
  }),
  integer('users', {
    label: 'Users',
    help: 'How many users the synthetic table has.',
    default: 300,
    minimum: 2,
    maximum: 1_000_000,
    scale: 'log',
    ...forSynthetic,
  }),
  integer('items', {
    label: 'Items',
    help: 'How many items the synthetic table has.',
    default: 200,
    minimum: 2,
    maximum: 1_000_000,
    scale: 'log',
    ...forSynthetic,
  }),
  integer('observed', {
    label: 'Known ratings',
    help: 'How many entries of the synthetic table are known.',
    default: 30_000,
    minimum: 2,
    maximum: MAXIMUM_RATINGS,
    scale: 'log',
    ...forSynthetic,
  }),
  integer('trueRank', {
    label: 'True rank',
    help: 'The rank of the synthetic table before noise is added.',
    default: 4,
    minimum: 1,
    maximum: MAXIMUM_RANK,
    control: 'more',
    ...forSynthetic,
  }),
  number('noise', {
    label: 'Noise',
    help: 'The standard deviation of the noise in synthetic ratings: on held-out ratings no prediction can do better.',
    default: 0.3,
    minimum: 0,
    maximum: 1000,
    control: 'more',
    ...forSynthetic,
  }),
  choice('biases', {
    label: 'Biases',
    help: 'Whether a prediction starts from the mean rating plus a learned number for the user and one for the item.',
    default: 'off',
    choices: ['off', 'on'],
    control: 'more',
    ...notForTheSheet,
  }),
  seed(
    'The same seed draws the same ratings, holds out the same ones and starts from the same factors.',
    notForTheSheet,
  ),
  views('Which pictures are computed and shown; by default, those that make sense for these ratings.', VIEWS),
  integer('step', {
    label: 'Step',
    help: "Which step of the sheet's descent is worked out.",
    default: 1,
    minimum: 1,
    maximum: 100_000,
    control: 'none',
    view: 'none',
  }),
  number('ratio', {
    label: 'Ratio',
    help: 'How far along the valley: u₁ becomes c u₁, and v₁ becomes v₁ / c.',
    default: 1,
    minimum: 0.25,
    maximum: 4,
    unit: 'c',
    control: 'none',
    view: 'none',
  }),
] as const;

export type MatrixFactorizationParameters = ValuesOf<typeof parameters>;

/** Where the ratings come from. */
export function sourceOf(
  p: MatrixFactorizationParameters,
  { triplets, file, columns }: MatrixFactorizationData,
): RatingsSource {
  if (triplets) return { kind: 'triplets', ratings: triplets };
  if (file) return { kind: 'file', file, columns };
  if (p.ratings === 'sheet') return { kind: 'sheet' };
  if (p.ratings !== 'synthetic') return { kind: 'url', url: p.ratings, columns };
  const { users, items, observed, trueRank, noise, seed } = p;
  return { kind: 'synthetic', users, items, observed, rank: trueRank, noise, seed };
}

const SHEET_EPOCHS = 20;
const EPOCHS = 150;

export function epochsOf({ epochs }: MatrixFactorizationParameters, source: RatingsSource['kind']): number {
  if (epochs !== 'auto') return epochs;
  return source === 'sheet' ? SHEET_EPOCHS : EPOCHS;
}

/** Refuses values that are each fine but do not go together. The ratings themselves are looked at when they are prepared. */
export function check(p: MatrixFactorizationParameters, data: MatrixFactorizationData): void {
  const refuse = (name: keyof MatrixFactorizationParameters, takes: Message) => {
    throw parameters.find((one) => one.name === name)!.refuse(p[name], takes);
  };
  const { kind } = sourceOf(p, data);
  const epochs = epochsOf(p, kind);
  if (kind === 'sheet' && p.step > epochs) refuse('step', say('stepTakes', { epochs: String(epochs) }));
  if (kind !== 'synthetic') return;
  const [users, items] = [String(p.users), String(p.items)];
  if (p.observed > p.users * p.items)
    refuse('observed', say('observedTakes', { users, items, entries: String(p.users * p.items) }));
  if (p.trueRank > Math.min(p.users, p.items)) refuse('trueRank', say('trueRankTakes', { users, items }));
}
