import type { Instruction, Program } from './program';

/** What is known of a value wherever it is a number: above 0, not below 0, or nothing. */
export type Sign = 'positive' | 'nonnegative' | 'unknown';

/** The sign of each value of a program, as far as it can be told without looking at numbers. */
export function signsOf({ variables, instructions }: Program): Sign[] {
  const signs = new Array<Sign>(variables).fill('unknown');
  for (const instruction of instructions) signs.push(signOf(instruction, signs));
  return signs;
}

function signOf({ operation, inputs, constants }: Instruction, signs: readonly Sign[]): Sign {
  const of = inputs.map((input) => signs[input]);
  const [k = 0, l = 0] = constants;
  switch (operation) {
    case 'exp':
    case 'sigmoidExp':
    case 'sigmoidLow':
    case 'sigmoidHigh':
    case 'cosh':
    case 'softplus':
      return 'positive';
    case 'abs':
    case 'sqrt':
    case 'acos':
    case 'step':
    case 'huber':
      return 'nonnegative';
    case 'constant':
      return ofNumber(k);
    case 'affine':
      return k >= 0 ? plus(times(ofNumber(k), of[0]), ofNumber(l)) : 'unknown';
    case 'add':
      return plus(of[0], of[1]);
    case 'multiply':
      return product(inputs, of);
    case 'divide':
    case 'reciprocal':
      return of.every((sign) => sign === 'positive') ? 'positive' : 'unknown';
    case 'multiplyAdd':
      return plus(product(inputs, of), of[2]);
    case 'multiplyAddConstant':
      return plus(product(inputs, of), ofNumber(k));
    case 'scaleAdd':
      return plus(times(ofNumber(k), of[0]), of[1]);
    case 'max':
      return of.includes('positive') ? 'positive' : of.includes('nonnegative') ? 'nonnegative' : 'unknown';
    case 'min':
      return of.includes('unknown') ? 'unknown' : of.includes('nonnegative') ? 'nonnegative' : 'positive';
    default:
      return 'unknown';
  }
}

function ofNumber(value: number): Sign {
  return value > 0 ? 'positive' : value === 0 ? 'nonnegative' : 'unknown';
}

function product(inputs: readonly number[], of: readonly Sign[]): Sign {
  // A square may underflow to 0.
  return inputs[0] === inputs[1] ? 'nonnegative' : times(of[0], of[1]);
}

/** A product of positive numbers may underflow to 0. */
function times(a: Sign, b: Sign): Sign {
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'nonnegative';
}

function plus(a: Sign, b: Sign): Sign {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  return a === 'positive' || b === 'positive' ? 'positive' : 'nonnegative';
}
