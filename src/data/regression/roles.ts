import { CodedError, type Message } from '../../messages';
import { columnKind } from '../table/column-kind';
import type { NamedArray } from './arrays';
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
const TARGETS = /(^|[^a-z])(y|t|targets?|labels?|ages?)([^a-z]|$|tr|te|test|train)/i;
/** Three columns and more do not say which of them is the target. */
const POINT = 2;

/**
 * Which arrays are features and which targets, and which are kept apart for the test: by shape, and by name.
 *
 * @throws {CodedError} saying what is missing
 */
export function rolesOf(arrays: readonly NamedArray[]): { training: ExampleSet; test?: ExampleSet } {
  const tests = arrays.filter(({ name }) => TEST.test(name));
  const others = arrays.filter((array) => !tests.includes(array));
  if (tests.length === 0 || others.length === 0) return { training: setOf(arrays) };
  const training = setOf(others);
  return { training, test: setOf(tests, training) };
}

/** @param training the set that a test set belongs to: its targets stand where those of the training set do */
function setOf(arrays: readonly NamedArray[], training?: ExampleSet): ExampleSet {
  const names = { parts: arrays.map(({ name }) => `“${name}”`), between: ', ' };
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
  const features = targets === first ? second : first;
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

const HOLDS = { dates: 'holdsDates', yesOrNo: 'holdsYesOrNo', words: 'holdsWords' } as const;

/** The one of a single column; if both have one, the one that is called so. */
function targetsAmong(first: NamedArray, second: NamedArray): NamedArray | undefined {
  const lone = [first, second].filter(({ columns }) => columns === 1);
  if (lone.length < 2) return lone[0];
  const called = lone.filter(({ name }) => TARGETS.test(name));
  return called.length === 1 ? called[0] : undefined;
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
