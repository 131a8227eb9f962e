import { defineMessages } from '../../messages';
import { LAYER_ACTIVATIONS } from '../../math/layer-activations';
import { shapeOf } from '../../math/matrices';
import { choice, integer, matrix, number, numbers, vector, views, type Parameter, type ValuesOf } from '../parameters';
import { shownIteration } from '../parameters/shown-iteration';

const say = defineMessages('linear-layers', {
  perRow: {
    one: 'one number for each row of {other}, which is {shape}: this one has {count} number',
    other: 'one number for each row of {other}, which is {shape}: this one has {count} numbers',
  },
  rowsOf: {
    one: 'a row for each number of {other}: this one is {shape}, {other} has {count} number',
    other: 'a row for each number of {other}: this one is {shape}, {other} has {count} numbers',
  },
  columnsOf: {
    one: 'a column for each number of {other}: this one is {shape}, {other} has {count} number',
    other: 'a column for each number of {other}: this one is {shape}, {other} has {count} numbers',
  },
  perColumn: {
    one: 'one number for each column of {other}, which is {shape}: this one has {count} number',
    other: 'one number for each column of {other}, which is {shape}: this one has {count} numbers',
  },
  columnsForRows: 'a column for each row of {other}: this one is {shape}, {other} is {otherShape}',
  rowsForColumns: 'a row for each column of {other}: this one is {shape}, {other} is {otherShape}',
});

const VIEWS = ['shapes', 'maps', 'bottleneck', 'training'] as const;
const MOST = 6;
/** How far the plane of two weights reaches. */
export const REACH = 3;
export const RATES = { low: 0.02, high: 2.6 } as const;

const anything = { minimum: -1e6, maximum: 1e6 };

const w1 = matrix('w1', {
  label: 'First weights',
  unit: 'W₁',
  help: 'A row for each hidden unit, a column for each input.',
  default: [
    [1, 2],
    [0, -1],
    [3, 0.5],
  ],
  rows: MOST,
  columns: MOST,
});
const b1 = vector('b1', {
  label: 'First bias',
  unit: 'b₁',
  help: 'A number for each hidden unit.',
  default: [1, 0, -2],
  most: MOST,
  ...anything,
});
const w2 = matrix('w2', {
  label: 'Second weights',
  unit: 'W₂',
  help: 'A row for each output, a column for each hidden unit.',
  default: [
    [2, 0, 1],
    [-1, 1, 0.5],
  ],
  rows: MOST,
  columns: MOST,
});
const b2 = vector('b2', {
  label: 'Second bias',
  unit: 'b₂',
  help: 'A number for each output.',
  default: [0.5, -0.5],
  most: MOST,
  ...anything,
});
const input = vector('input', {
  label: 'Input',
  unit: 'x',
  help: 'What the layers are applied to.',
  default: [1.5, -2],
  most: MOST,
  ...anything,
});

/** The defaults are two layers that can be followed by hand. */
export const parameters = [
  choice('activation', {
    label: 'Activation',
    help: 'What the first layer does to its outputs: nothing, cut off what is negative, or squash.',
    default: 'none',
    choices: LAYER_ACTIVATIONS,
    names: { none: 'none' },
  }),
  w1,
  b1,
  w2,
  b2,
  input,
  integer('middle', {
    label: 'Hidden units kept',
    help: 'How many of the hidden units the bottleneck keeps.',
    default: 1,
    minimum: 1,
    maximum: MOST,
    control: 'none',
    view: 'none',
  }),
  number('learningRate', {
    label: 'Learning rate',
    help: 'The rate at which the two one-weight layers are trained.',
    default: 0.4,
    minimum: 0,
    above: true,
    maximum: 10,
    control: 'none',
    view: 'training',
    quantity: 'learning-rate',
  }),
  numbers('start', {
    label: 'Start',
    help: 'The two weights that the drawn run begins with.',
    default: [2.6, 1.1],
    count: [2, 2],
    minimum: -REACH,
    maximum: REACH,
    control: 'none',
    view: 'none',
  }),
  integer('iterations', {
    label: 'Iterations',
    help: 'How many steps the runs over two weights make.',
    default: 100,
    minimum: 1,
    maximum: 500,
    control: 'more',
    view: 'training',
    quantity: 'iterations',
  }),
  shownIteration('The iteration at which the runs are drawn; the last one by default.', 500).optional(),
  views('Which pictures are shown.', VIEWS),
] as const;

export type LinearLayersParameters = ValuesOf<typeof parameters>;

type Moved = ReadonlySet<string>;
/** Of two parameters that do not go together the one that was moved is blamed, and the second where both were. */
const isBlamed = (moved: Moved, first: string, second: string) => moved.has(first) && !moved.has(second);

/** A vector has a number for each row of a matrix. */
function checkRows<M extends string, V extends string>(
  of: Parameter<M, LinearLayersParameters['w1']>,
  to: Parameter<V, readonly number[]>,
  [rows, numbers]: readonly [LinearLayersParameters['w1'], readonly number[]],
  moved: Moved,
): void {
  if (rows.length === numbers.length) return;
  const [shape, count] = [shapeOf(rows), numbers.length];
  throw isBlamed(moved, of.name, to.name)
    ? of.refuse(rows, say('rowsOf', { other: to.about.unit!, shape, count }))
    : to.refuse(numbers, say('perRow', { other: of.about.unit!, shape, count }));
}

/** Refuses shapes that do not go together, in words that name both. */
export function check(p: LinearLayersParameters, _: object, moved: Moved): void {
  if (p.w1[0].length !== p.input.length) {
    const [shape, count] = [shapeOf(p.w1), p.input.length];
    throw isBlamed(moved, 'w1', 'input')
      ? w1.refuse(p.w1, say('columnsOf', { other: 'x', shape, count }))
      : input.refuse(p.input, say('perColumn', { other: 'W₁', shape, count }));
  }
  if (p.w2[0].length !== p.w1.length)
    throw isBlamed(moved, 'w1', 'w2')
      ? w1.refuse(p.w1, say('rowsForColumns', { other: 'W₂', shape: shapeOf(p.w1), otherShape: shapeOf(p.w2) }))
      : w2.refuse(p.w2, say('columnsForRows', { other: 'W₁', shape: shapeOf(p.w2), otherShape: shapeOf(p.w1) }));
  checkRows(w1, b1, [p.w1, p.b1], moved);
  checkRows(w2, b2, [p.w2, p.b2], moved);
}
