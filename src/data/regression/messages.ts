import { defineMessages } from '../../messages';

/** How files of examples were read, and why they cannot be. */
export const regressionMessages = /* @__PURE__ */ defineMessages('regressionFiles', {
  empty: '{name} is empty',
  tooManyBytes: '{name} has {size} MiB; the limit is {most} MiB',
  inFile: '{name}: {reason}',
  array: 'the array',
  arrayNamed: 'the array {name}',
  shapeless: '{name} is a single number; rows of features or a column of targets are needed',
  notFinite: '{name} has {value} in row {row}, column {column}; only finite numbers can be used',
  noExamples: '{name} has no rows',
  noTargets:
    'the targets are missing: drop the file of features {features} and the file of targets together, such as X.npy and y.npy',
  noTestTargets: 'the targets for the test set {features} are missing: drop its file of targets too',
  noFeatures: 'the features are missing: drop the file of targets {targets} and the file of features together',
  noOtherNumbers: '{name} has one column of numbers, {target}, and needs another for the features; {others}',
  holdsDates: '{columns} holds dates; write them as numbers, such as days',
  holdsTimes: '{columns} holds times, such as {cell}; write them as numbers, such as seconds',
  holdsYesOrNo: '{columns} holds {cell} and the like; write 1 and 0',
  holdsWords: '{columns} holds {cell} and the like; write numbers for them',
  manyTargets:
    '{targets} has {columns} {columns|column|columns}, but one target for each row of features is needed; save one column by itself',
  tooManyArrays:
    'there are {names}; one array of features and one of targets are needed, and for a test set one more of each, with “test” or “te” in their names',
  otherLength:
    '{features} has {rows} {rows|row|rows}, but {targets} has {numbers} {numbers|number|numbers}; each row needs one target',
  transposed:
    '{features} has {rows} {rows|row|rows} and {columns} {columns|column|columns}, and {targets} has {numbers} {numbers|number|numbers}: it holds one example a column; transpose it (X.T) and save it again',
  otherWidth: 'the test set has {test} {test|feature|features}, but the training set has {train}',
  testLacks:
    'the test set has no column of numbers {column}, which the training set has; give its columns the names of the training set',
  oneFeature: '{name} has {columns} features; one is needed here, the x of each point',
  tooManyRows: '{name} has {rows} rows; the limit is {most}',
  tooManyFeatures: '{name} has {columns} features; the limit is {most}',
  tooManyNumbers: '{name} has {rows} × {columns} numbers; the limit is {most} in all',

  manyNumbers: 'there are more than {most} numbers, which is the limit',
  unreadValues:
    '{column} has {cell}, which is no number that can be read; write one number in a cell, or choose the columns',
  whichTarget: 'the columns {columns} have the same name; choose which one is the target',
  padded:
    'the numbers in {column} have zeros in front, as those of ids do ({cell}); leave the zeros out if they are numbers, or choose the columns',
  oneLine:
    'there is one line, of {columns} {columns|number|numbers}; write the x and y of each point in a line of its own, or choose the columns',
  twoLines:
    'the two lines of {columns} {columns|number|numbers} each may be all x and all y, or two points; write “x =” and “y =” in front of them, or choose the columns',
  columnNotNumeric: 'it has no column of numbers to read as the {role}',
  target: 'target',
  feature: 'feature',
  noCell: '{column} is empty; fill it in or remove the line',
  noNumber: '{cell} in {column} is no number; write one or remove the line',
  notANumber: '{cell} in {column} is not a finite number',
  beyond:
    '{cell} in {column} is too large; numbers can be from -{most} to {most} here; remove its line if it stands for something else, or write all in a larger unit',
  arrayBeyond:
    '{name} has {value} in row {row}, column {column}; numbers can be from -{most} to {most} here; divide the column, by 1000 for example',
  otherFormat: '{cell} in {column} is written differently from the numbers before it; choose the decimal sign',
  column: 'column {name}',
  columnNumber: 'column {number}',

  read: '{training}; {how}',
  readWithTest: '{training}; test set: {test}; {how}',
  examples: { one: 'one row of {features}', other: '{count} rows of {features}' },
  features: { one: 'one feature', other: '{count} features' },
  images: 'images of {height} × {width}',
  targetFrom: 'target from {column}',
  featureFrom: 'x from {column}',
  notRead: '{columns} {count|is|are} not read',
  withoutCounter: 'without {columns}, which numbers the rows',
  withoutPadded: 'without {columns}, whose numbers have zeros in front, as ids have ({cell})',
  withoutNameless: 'without {columns}, which has no name and holds {cell} and the like',
  withoutDates: 'without {columns}, which holds dates',
  withoutTimes: 'without {columns}, which holds times',
  withoutWords: 'without {columns}, which holds {cell} and the like',
  sentinel: {
    one: '{column} has {value}, far from all its other numbers, which is read as one of them (remove its line if it stands for no value)',
    other:
      '{column} has {value} {count} times, far from all its other numbers, which is read as one of them (remove its lines if it stands for no value)',
  },
  arraysFrom: 'features from {features}, targets from {targets}',
});
