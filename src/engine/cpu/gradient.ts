import { compileProgram } from '../../formula/compile';
import type { Program } from '../../formula/program';
import type { Gradient } from './descend/block';

/** A worker gets many jobs with the same few objectives. */
const MEMORY = 16;
const compiled = new Map<string, Gradient>();

/** f' of an objective, for many points at once. */
export function gradientOf({ objective, gradient: program }: { objective: string; gradient: Program }): Gradient {
  let gradient = compiled.get(objective);
  if (!gradient) {
    gradient = compile(program);
    if (compiled.size === MEMORY) compiled.clear();
    compiled.set(objective, gradient);
  }
  return gradient;
}

function compile(program: Program): Gradient {
  const { evaluate } = compileProgram(program);
  const inputs = new Array<Float64Array>(1);
  const outputs = new Array<Float64Array>(1);
  return (points, slopes, length) => {
    inputs[0] = points;
    outputs[0] = slopes;
    evaluate(inputs, outputs, length);
  };
}
