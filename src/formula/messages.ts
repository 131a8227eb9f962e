import { defineMessages } from '../messages';

/** What is wrong with a formula. */
export const formulaMessages = /* @__PURE__ */ defineMessages('formula', {
  tooLong: 'a formula has at most {most} characters; this one has {length}',
  tooLargeNumber: '{number} at character {place} is too large for a number',
  unexpected: 'unexpected {character} at character {place}',
  twoVariables: 'the formula has two variables, {first} and, at character {place}, {second}; use one',
  tooLarge: 'the formula is too large: its derivatives have too many parts',
  trouble: '{trouble}, after {text}',
  unopened: 'a ")" without its "(" at character {place}',
  expectedAtEnd: 'expected {what} at the end',
  expectedAt: 'expected {what} at character {place}',
  operator: 'an operator such as + or *',
  operand: 'a number, a name or "("',
  parenthesis: '"("',
  closing: '")" for the "(" at character {place}',
  arguments: {
    one: '{name} takes {number} argument, not {values}, at character {place}',
    other: '{name} takes {number} arguments, not {values}, at character {place}',
  },
  fromTo: '{least} to {most}',
  huber: 'the second argument of huber, at character {place}, must be a number above 0',
  nested: 'nested more than {depth} levels deep at character {place}',
  unknown: 'unknown name {name} at character {place}. Known names: {known}',
  unknownButLike: 'unknown name {name} at character {place}: did you mean {suggestion}? Known names: {known}',
});
