import { CodedError, type Message } from '../../messages';
import { columnKind } from '../table/column-kind';
import type { NamedArray, RefusedArray } from './arrays';
import { regressionMessages as say } from './messages';
import { columnName } from './number-table';

/** A set of examples: features and targets by themselves, or columns of one table. */
export interface ExampleSet {
  features: NamedArray;
  /** Left out where a column of `features` holds them. */
  targets?: NamedArray;
}

/** `Xte`, `y_test`, `test.csv`, `test_images`: apart from other letters, so that `latest` and `teeth` are none. */
const TEST = /(^|[^a-z])(te|tst|test|testing)(?![a-z])|(^|[^a-z])test|[xy](te|test)(?![a-z])/i;
/** What arrays are called that hold features or targets, `Xtr` and `y_train` too; a letter says more than a word. */
const CALLED = [
  { features: called('x'), targets: called('y') },
  { features: called('features?|data|inputs?'), targets: called('t|targets?|labels?|ages?') },
];

function called(names: string): RegExp {
  return new RegExp(`(^|[^a-z])(${names})([^a-z]|$|tr|te|test|train)`, 'i');
}
/** Three columns and more do not say which of them is the target. */
const POINT = 2;

/** “X”, “y” */
const namesOf = (arrays: readonly NamedArray[]) => ({
  parts: arrays.map(({ name }) => `“${name}”`),
  between: ', ',
});

/** What an array's name says that it holds. */
function roleOf({ name }: { name: string }): 'features' | 'targets' | undefined {
  for (const { features, targets } of CALLED)
    if (features.test(name) !== targets.test(name)) return features.test(name) ? 'features' : 'targets';
  return undefined;
}

/**
 * Which arrays are features and which targets, and which are kept apart for the test: by name, or else by shape.
 *
 * @param refused arrays that cannot be read; no matter, unless one of them is needed
 * @throws {CodedError} saying what is missing
 */
export function rolesOf(
  arrays: readonly NamedArray[],
  refused: readonly RefusedArray[],
): { training: ExampleSet; test?: ExampleSet } {
  const needed = refused.find((array) => isNeeded(array, arrays)) ?? (arrays.length === 1 ? refused[0] : undefined);
  if (needed) throw new CodedError(say('inFile', { name: `“${needed.name}”`, reason: needed.reason }));
  const tests = arrays.filter(({ name }) => TEST.test(name));
  const others = arrays.filter((array) => !tests.includes(array));
  if (tests.length === 0 || others.length === 0) return { training: setOf(arrays) };
  const training = setOf(others);
  return { training, test: setOf(tests, training) };
}

/** Whether an array is called features or targets, and no other of its set is. */
function isNeeded(array: RefusedArray, arrays: readonly NamedArray[]): boolean {
  const role = roleOf(array);
  const isTest = TEST.test(array.name);
  return role !== undefined && !arrays.some((other) => roleOf(other) === role && TEST.test(other.name) === isTest);
}

/** @param training the set that a test set belongs to: its targets stand where those of the training set do */
function setOf(arrays: readonly NamedArray[], training?: ExampleSet): ExampleSet {
  const names = namesOf(arrays);
  if (arrays.length > 2) throw new CodedError(say('tooManyArrays', { names }));
  const [first, second] = arrays;
  if (!second) {
    const isTable = first.table !== undefined || first.columns === POINT;
    if (isTable && first.columns >= POINT && !training?.targets) return { features: first };
    const name = `“${first.name}”`;
    const others = first.columns === 1 && !training ? othersOf(first) : [];
    if (others.length > 0) {
      const target = columnName(first.table!.layout.names, first.table!.places[0]);
      throw new CodedError(say('noOtherNumbers', { name, target, others: { parts: others, between: '; ' } }));
    }
    throw new CodedError(
      first.columns === 1
        ? say('noFeatures', { targets: name })
        : say(training ? 'noTestTargets' : 'noTargets', { features: name }),
    );
  }
  const targets = targetsAmong(first, second);
  if (!targets) throw new CodedError(say('tooManyArrays', { names }));
  const features = exampleOf(targets === first ? second : first, targets);
  checkLengths(features, targets);
  return { features, targets };
}

/** What the columns of a table hold that are no numbers. */
function othersOf({ table }: NamedArray): Message[] {
  if (!table) return [];
  const { layout, places } = table;
  return [...layout.names.keys()].flatMap((column) => {
    const { kind, cell } = columnKind(layout, column);
    if (places.includes(column) || kind === 'nothing') return [];
    return [say(HOLDS[kind], { columns: columnName(layout.names, column), cell: `“${cell}”` })];
  });
}

const HOLDS = { dates: 'holdsDates', times: 'holdsTimes', yesOrNo: 'holdsYesOrNo', words: 'holdsWords' } as const;

/**
 * The one that is called so, or is no features by its name; where names do not say, the one of a single column.
 *
 * @throws {CodedError} where names and shapes do not go together
 */
function targetsAmong(first: NamedArray, second: NamedArray): NamedArray | undefined {
  const pair = [first, second];
  const roles = pair.map(roleOf);
  const names = namesOf(pair);
  if (roles[0] && roles[0] === roles[1])
    throw new CodedError(
      roles[0] === 'targets' ? say('noFeatures', { targets: names }) : say('noTargets', { features: names }),
    );
  const place = roles.includes('targets') ? roles.indexOf('targets') : 1 - roles.indexOf('features');
  const named = roles.some(Boolean) ? pair[place] : undefined;
  if (named && named.columns !== 1)
    throw new CodedError(say('manyTargets', { targets: `“${named.name}”`, columns: named.columns }));
  const lone = pair.filter(({ columns }) => columns === 1);
  return named ?? (lone.length < 2 ? lone[0] : undefined);
}

/** Features that were saved as one row are one example where there is one target. */
function exampleOf(features: NamedArray, targets: NamedArray): NamedArray {
  return features.isLying && targets.rows === 1 ? { ...features, rows: 1, columns: features.rows } : features;
}

function checkLengths(features: NamedArray, targets: NamedArray): void {
  if (features.rows === targets.rows) return;
  const values = {
    features: `“${features.name}”`,
    rows: features.rows,
    targets: `“${targets.name}”`,
    numbers: targets.rows,
  };
  throw new CodedError(
    features.columns === targets.rows
      ? say('transposed', { ...values, columns: features.columns })
      : say('otherLength', values),
  );
}
