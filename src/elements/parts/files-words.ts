import { defineWords } from '../../words/words';

/** What is said around files that a person brings. */
export const filesWords = defineWords('files', {
  from: 'from {name}',
  reading: 'Reading {name}',
  readingSoFar: 'reading {name}, {percent}',
  column: 'column',
  columnNumber: 'column {number}',
  chooseColumn: 'choose one',
  refused: 'This file cannot be used',
  unusable: '“{got}” cannot be used; needed: {takes}',
  inFile: '“{name}”: {reason}',
  because: '{reason}. The pictures still show your last valid settings.',
});
