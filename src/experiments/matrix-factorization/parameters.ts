import { MAXIMUM_RANK, MAXIMUM_RATINGS } from '../../engine/contract';
import type { ColumnMapping, Ratings, RatingsSource } from '../../ratings';
import { attributeOf, ParameterError, textOf, type ValuesOf } from '../parameters';

export const VIEWS = ['step', 'valley', 'errors', 'rates', 'table', 'items'] as const;
export type ViewName = (typeof VIEWS)[number];

const ADDRESS_TAKES = 'sheet, synthetic, or the address of a file, such as data/ratings.csv';
/** What a file's address needs to have, so that a misspelt word is not taken for one: a slash or an ending, and no blanks or brackets. */
const ADDRESS = /^(?=.*[/.][^\s]+$)[^\s<>"'`{}|\\^]+$/;

const SHEET_EPOCHS = 20;
const EPOCHS = 150;

/** The sheet's table of four ratings, two of them known; or many, made or read, by the same update rule. */
export const parameters = [
  {
    name: 'ratings', type: 'text', default: 'sheet', label: 'Ratings', control: 'none', takes: ADDRESS_TAKES,
    check: (text: string) => {
      if (!['sheet', 'synthetic'].includes(text) && (!ADDRESS.test(text) || /^\d*\.?\d*$/.test(text))) throw new Error('this is none of them');
    },
    help: "The sheet's four ratings, ratings that are made up, or a file of ratings.",
  },
  {
    name: 'rank', type: 'integer', default: 4, minimum: 1, maximum: MAXIMUM_RANK, scale: 'linear', label: 'Rank', unit: 'k', control: 'shown',
    help: 'How many factors each user and each item has. (The sheet has one.)',
  },
  {
    name: 'learningRate', type: 'auto-numbers', default: 'auto', minimum: 0, above: true, maximum: 1e9, counts: [1, 16], scale: 'log', label: 'Learning rate', control: 'shown',
    help: 'Several are trained side by side. auto is 0.1 for the sheet, and else 0.25, 0.5, 0.9 and 1.5 times the largest stable rate as estimated.',
  },
  {
    name: 'epochs', type: 'auto-integer', default: 'auto', minimum: 1, maximum: 100_000, scale: 'log', label: 'Epochs', control: 'shown',
    help: `How many updates of everything. auto is ${SHEET_EPOCHS} for the sheet, and else ${EPOCHS}.`,
  },
  {
    name: 'ridge', type: 'number', default: 0, minimum: 0, maximum: 1_000_000, scale: 'log', label: 'Ridge', unit: 'λ', control: 'shown',
    help: 'The factor of half the squared length of U and V, which keeps them small.',
  },
  {
    name: 'validation', type: 'number', default: 0.1, minimum: 0, maximum: 0.9, scale: 'linear', label: 'Held out', control: 'shown',
    help: 'The fraction of ratings that are predicted and not learned from.',
  },
  {
    name: 'users', type: 'integer', default: 300, minimum: 2, maximum: 1_000_000, scale: 'log', label: 'Users', control: 'shown',
    help: 'How many users the made-up table has.',
  },
  {
    name: 'items', type: 'integer', default: 200, minimum: 2, maximum: 1_000_000, scale: 'log', label: 'Items', control: 'shown',
    help: 'How many items the made-up table has.',
  },
  {
    name: 'observed', type: 'integer', default: 30_000, minimum: 2, maximum: MAXIMUM_RATINGS, scale: 'log', label: 'Known ratings', control: 'shown',
    help: 'How many entries of the made-up table are known.',
  },
  {
    name: 'trueRank', type: 'integer', default: 4, minimum: 1, maximum: MAXIMUM_RANK, scale: 'linear', label: 'True rank', control: 'more',
    help: 'The rank of the made-up table before noise is added.',
  },
  {
    name: 'noise', type: 'number', default: 0.3, minimum: 0, maximum: 1000, scale: 'linear', label: 'Noise', control: 'more',
    help: 'The standard deviation of the noise in made-up ratings: no prediction can come closer than that.',
  },
  {
    name: 'biases', type: 'choice', default: 'off', choices: ['off', 'on'], label: 'Biases', control: 'more',
    help: 'Whether predictions begin with the mean of all ratings, and users and items each have a number of their own besides their factors.',
  },
  {
    name: 'seed', type: 'integer', default: 1, minimum: 0, maximum: 4_294_967_295, scale: 'linear', label: 'Seed', control: 'more',
    help: 'The same seed makes the same ratings, holds out the same ones, and starts from the same factors.',
  },
  {
    name: 'views', type: 'choices', default: VIEWS, choices: VIEWS, label: 'Views', control: 'none',
    help: 'Which pictures are computed and shown; as it stands, those that the ratings have something to say in.',
  },
  {
    name: 'step', type: 'integer', default: 1, minimum: 1, maximum: 100_000, scale: 'linear', label: 'Step', control: 'none', view: 'none',
    help: "Which step of the sheet's descent is worked out.",
  },
  {
    name: 'ratio', type: 'number', default: 1, minimum: 0.25, maximum: 4, scale: 'log', label: 'Ratio', unit: 'c', control: 'none', view: 'none',
    help: 'How far along the valley: u1 becomes c u1, and v1 becomes v1 / c.',
  },
] as const;

export type MatrixFactorizationParameters = ValuesOf<typeof parameters>;

/** Ratings from a script or a file, in place of what the parameters describe. */
export interface MatrixFactorizationData {
  triplets?: Ratings;
  file?: Blob & { name?: string };
  /** Which of the file's columns are which, where it does not say so itself. */
  columns?: ColumnMapping;
  /** What the address of a file is relative to. */
  base?: string;
}

/** Where the ratings come from. */
export function sourceOf(p: MatrixFactorizationParameters, { triplets, file, columns, base }: MatrixFactorizationData = {}): RatingsSource {
  if (triplets) return { kind: 'triplets', ratings: triplets };
  if (file) return { kind: 'file', file, columns };
  if (p.ratings === 'sheet') return { kind: 'sheet' };
  if (p.ratings === 'synthetic') return { kind: 'synthetic', users: p.users, items: p.items, observed: p.observed, rank: p.trueRank, noise: p.noise, seed: p.seed };
  return { kind: 'url', url: addressOf(p.ratings, base), columns };
}

/** Not everything that looks like an address is one: `//` has no host. */
function addressOf(text: string, base?: string): string {
  try {
    return new URL(text, base).href;
  } catch {
    throw new ParameterError('ratings', text, ADDRESS_TAKES);
  }
}

export function epochsOf({ epochs }: MatrixFactorizationParameters, source: RatingsSource['kind']): number {
  if (epochs !== 'auto') return epochs;
  return source === 'sheet' ? SHEET_EPOCHS : EPOCHS;
}

/** Refuses values that are each fine but do not go together. The ratings themselves are looked at when they are prepared. */
export function check(p: MatrixFactorizationParameters, data: MatrixFactorizationData = {}): void {
  const refuse = (name: keyof MatrixFactorizationParameters, takes: string) => {
    throw new ParameterError(attributeOf(name), textOf(p[name]), takes);
  };
  const source = sourceOf(p, { base: 'https://descent-lab.invalid', ...data });
  const epochs = epochsOf(p, source.kind);
  if (source.kind === 'sheet' && p.step > epochs) refuse('step', `a whole number from 1 to epochs, which is ${epochs}`);
  if (source.kind !== 'synthetic') return;
  if (p.observed > p.users * p.items) refuse('observed', `no more ratings than the table has entries, which are ${p.users} × ${p.items} = ${p.users * p.items}`);
  if (p.trueRank > Math.min(p.users, p.items)) refuse('trueRank', `no more than there are users or items, of which there are ${p.users} and ${p.items}`);
}
