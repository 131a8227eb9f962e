import { defineWords } from '../words/words';

/** What the elements in running text say. */
export const companionWords = /* @__PURE__ */ defineWords('companions', {
  noTarget: 'There is no element with the id “{id}”.',
  noValue: 'There is no “{path}” in “{id}”.',
  nearest: 'Nearest: {names}.',
  noSlider: '“{parameter}” of “{id}” is not a number that a slider can move.',
  noRange: '“{parameter}” of “{id}” has no range of its own: give low and high.',
  check: 'Check',
  yourAnswer: 'Your answer',
  right: 'Right.',
  wrong: 'Not yet. Try again.',
  notANumber: '“{got}” is not a number.',
  type: 'Type a number.',
  noChoice: 'The answer is none of the choices.',
  choose: 'Choose an answer.',
});
