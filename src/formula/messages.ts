import { defineMessages } from '../messages';

/** What is wrong with a formula, and how it is read where it could be read otherwise. */
export const formulaMessages = /* @__PURE__ */ defineMessages('formula', {
  tooLong: 'a formula has at most {most} characters; this one has {length}',
  tooLargeNumber: '{number} at character {place} is too large for a number',
  tooSmallNumber: '{number} at character {place} is too small for a number; write 0',
  encoded: 'the formula is written as in an address; write {decoded}',
  unexpected: 'I cannot read {character} at character {place}',
  twoVariables: 'the formula has two variables, {first} and, at character {place}, {second}; use one',
  notTheVariable: '“{name}” at character {place} is not the variable, which is {variable}; use a number',
  threeVariables: 'the formula has variables besides {first} and {second}: “{name}” at character {place}; use a number',
  tooLarge: 'the formula is too large: its derivatives have too many parts',
  trouble: '{trouble}, after “{text}”',
  sign: '“{sign}”',
  signWithCode: '“{sign}” ({code})',
  unopened: 'a “{close}” without its “{open}” at character {place}',
  expectedAtEnd: 'expected {what} at the end',
  expectedAt: 'expected {what} at character {place}',
  operator: 'an operator such as + or *',
  operand: 'a number, a name or “(”',
  argument: 'an argument for {name}',
  parenthesis: '“(”',
  closedAtEnd: 'expected “{close}” at the end, to close the “{open}” at character {from}',
  closedAt: 'expected “{close}” at character {place}, to close the “{open}” at character {from}',
  bars: 'the bars at character {place} can be paired in two ways; write abs(…) for an absolute value',
  arguments: {
    one: '“{name}” takes {number} argument, not {values}, at character {place}',
    other: '“{name}” takes {number} arguments, not {values}, at character {place}',
  },
  fromTo: '{least} to {most}',
  huber: 'the second argument of huber, at character {place}, must be a number above 0',
  nested: 'nested more than {depth} levels deep at character {place}',
  unknown: 'I do not know “{name}” at character {place}',
  unknownButLike: 'I do not know “{name}” at character {place}: did you mean {suggestion}?',
  instead: 'I do not know “{name}” at character {place}; for {example} write {instead}',
  noGradient: '“{name}” at character {place} is flat between its jumps: it has no gradient to follow',
  secondLine: 'another line begins at character {place}; take one formula at a time, or join the lines with a sign',
  bothCases: '“{first}” and “{second}” are read as one variable.',
  derivative: '“{text}” at character {place} is a derivative; give the function itself',
  indexed:
    '“{text}” at character {place} can be an element of a list, a value of a function, or a product; give each variable a letter, and write * for a product',
  someIndexed:
    '“{text}” at character {place} has an index, but another variable has none or another letter; give each variable a letter of its own',
  numbered:
    '“{text}” at character {place} can mean one of several {letter} or the power {power}; give each variable a letter of its own, or write {power}',
  numberOrPart:
    '“{text}” at character {place} can be the number of the formula or a part of it; leave it out, or write it with a sign and no brackets',
  transposed:
    '“{text}” at character {place} can mean {base} transposed or the power {power}; a variable is one number here: write {power}, or write the product out',
  pieces:
    'I cannot read “{name}” at character {place}: a function in pieces is written with abs(x), max(a, b), min(a, b), relu(x), or where(c, a, b), which is a for c from 0 up and else b',
  twoReadings: '“{text}” at character {place} can mean {first} or {second}; write the one you mean',
  lengthOfVector: 'the length of a vector, as {norm}',
  inverseOf: 'the inverse of {name}',
  readAs: '“{text}” is read as {first}, not as {second}.',
  readPlainly: '“{text}” is read as {first}.',
  readInPairs: '“{text}” and “{second}” are read as x and y.',
  cyrillic: 'The Cyrillic letter “{letter}” is read as {latin}.',
  naturalLogarithm: '“log” is the natural logarithm; log10 and log2 have the bases 10 and 2.',
  rootOfPositive: '“{text}” is undefined where {base} is below 0; {instead} has a value there too.',
});
