import { MAXIMUM_RANK, MAXIMUM_RATINGS } from '../../engine/factorize';
import type { ColumnMapping, Ratings, RatingsSource } from '../../ratings';
import { CodedError } from '../../messages';
import { matrixFactorizationWords as say } from '../../words/matrix-factorization';
import type { Message } from '../../words/words';
import { attributeOf, ParameterError, textOf, worded, type ValuesOf } from '../parameters';

export const VIEWS = ['step', 'valley', 'errors', 'rates', 'table', 'items'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What a file's address needs to have, so that a misspelt word is not taken for one: a slash or an ending, and no blanks or brackets. */
const ADDRESS = /^(?=.*[/.][^\s]+$)[^\s<>"'`{}|\\^]+$/;

const SHEET_EPOCHS = 20;
const EPOCHS = 150;

/** The sheet's table of four ratings, two of them known; or many, made or read, by the same update rule. */
export const parameters = worded(say, [
  {
    name: 'ratings',
    type: 'text',
    default: 'sheet',
    control: 'none',
    takes: say.later('ratings.takes'),
    check: (text: string) => {
      if (!['sheet', 'synthetic'].includes(text) && (!ADDRESS.test(text) || /^\d*\.?\d*$/.test(text)))
        throw new CodedError(say.later('noAddress'));
    },
  },
  {
    name: 'rank',
    type: 'integer',
    default: 4,
    minimum: 1,
    maximum: MAXIMUM_RANK,
    scale: 'linear',
    unit: 'k',
    control: 'shown',
  },
  {
    name: 'learningRate',
    type: 'auto-numbers',
    default: 'auto',
    minimum: 0,
    above: true,
    maximum: 1e9,
    counts: [1, 16],
    scale: 'log',
    control: 'shown',
  },
  {
    name: 'epochs',
    type: 'auto-integer',
    default: 'auto',
    minimum: 1,
    maximum: 100_000,
    scale: 'log',
    control: 'shown',
  },
  {
    name: 'ridge',
    type: 'number',
    default: 0,
    minimum: 0,
    maximum: 1_000_000,
    scale: 'log',
    unit: 'λ',
    control: 'shown',
  },
  { name: 'validation', type: 'number', default: 0.1, minimum: 0, maximum: 0.9, scale: 'linear', control: 'shown' },
  { name: 'users', type: 'integer', default: 300, minimum: 2, maximum: 1_000_000, scale: 'log', control: 'shown' },
  { name: 'items', type: 'integer', default: 200, minimum: 2, maximum: 1_000_000, scale: 'log', control: 'shown' },
  {
    name: 'observed',
    type: 'integer',
    default: 30_000,
    minimum: 2,
    maximum: MAXIMUM_RATINGS,
    scale: 'log',
    control: 'shown',
  },
  {
    name: 'trueRank',
    type: 'integer',
    default: 4,
    minimum: 1,
    maximum: MAXIMUM_RANK,
    scale: 'linear',
    control: 'more',
  },
  { name: 'noise', type: 'number', default: 0.3, minimum: 0, maximum: 1000, scale: 'linear', control: 'more' },
  { name: 'biases', type: 'choice', default: 'off', choices: ['off', 'on'], control: 'more' },
  { name: 'seed', type: 'integer', default: 1, minimum: 0, maximum: 4_294_967_295, scale: 'linear', control: 'more' },
  { name: 'views', type: 'choices', default: VIEWS, choices: VIEWS, control: 'none' },
  {
    name: 'step',
    type: 'integer',
    default: 1,
    minimum: 1,
    maximum: 100_000,
    scale: 'linear',
    control: 'none',
    view: 'none',
  },
  {
    name: 'ratio',
    type: 'number',
    default: 1,
    minimum: 0.25,
    maximum: 4,
    scale: 'log',
    unit: 'c',
    control: 'none',
    view: 'none',
  },
]);

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
export function sourceOf(
  p: MatrixFactorizationParameters,
  { triplets, file, columns, base }: MatrixFactorizationData = {},
): RatingsSource {
  if (triplets) return { kind: 'triplets', ratings: triplets };
  if (file) return { kind: 'file', file, columns };
  if (p.ratings === 'sheet') return { kind: 'sheet' };
  if (p.ratings === 'synthetic')
    return {
      kind: 'synthetic',
      users: p.users,
      items: p.items,
      observed: p.observed,
      rank: p.trueRank,
      noise: p.noise,
      seed: p.seed,
    };
  return { kind: 'url', url: addressOf(p.ratings, base), columns };
}

/** Not everything that looks like an address is one: `//` has no host. */
function addressOf(text: string, base?: string): string {
  try {
    return new URL(text, base).href;
  } catch {
    throw new ParameterError('ratings', text, say.later('ratings.takes'));
  }
}

export function epochsOf({ epochs }: MatrixFactorizationParameters, source: RatingsSource['kind']): number {
  if (epochs !== 'auto') return epochs;
  return source === 'sheet' ? SHEET_EPOCHS : EPOCHS;
}

/** Refuses values that are each fine but do not go together. The ratings themselves are looked at when they are prepared. */
export function check(p: MatrixFactorizationParameters, data: MatrixFactorizationData = {}): void {
  const refuse = (name: keyof MatrixFactorizationParameters, takes: Message) => {
    throw new ParameterError(attributeOf(name), textOf(p[name]), takes);
  };
  const source = sourceOf(p, { base: 'https://descent-lab.invalid', ...data });
  const epochs = epochsOf(p, source.kind);
  if (source.kind === 'sheet' && p.step > epochs) refuse('step', say.later('stepTakes', { epochs: String(epochs) }));
  if (source.kind !== 'synthetic') return;
  if (p.observed > p.users * p.items)
    refuse(
      'observed',
      say.later('observedTakes', {
        users: String(p.users),
        items: String(p.items),
        entries: String(p.users * p.items),
      }),
    );
  if (p.trueRank > Math.min(p.users, p.items))
    refuse('trueRank', say.later('trueRankTakes', { users: String(p.users), items: String(p.items) }));
}
