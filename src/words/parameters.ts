import { defineWords } from './words';

/** What parameters take, and that a value is none. Numbers stand as they can be typed: with a point, in every language. */
export const parameterWords = /* @__PURE__ */ defineWords('parameters', {
  refused: '{attribute}="{got}" cannot be used: it takes {takes}',
  because: '{takes}; {reason}',
  from: 'from {minimum} to {maximum}',
  above: 'above {minimum}, at most {maximum}',
  number: 'a number {range}',
  wholeNumber: 'a whole number {range}',
  orNothing: '{takes}, or nothing',
  autoOr: 'auto, or {takes}',
  numbers: '{number} numbers separated by spaces, each {range}',
  numbersFromTo: '{least} to {most} numbers separated by spaces, each {range}',
  oneOf: 'one of {choices}',
  anyOf: 'any of {choices}, separated by spaces',
  gotNumbers: { one: '{count} number', other: '{count} numbers' },
});
