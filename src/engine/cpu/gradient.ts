import { compileBlock, parseObjective } from '../../formula';
import type { Gradient } from './block';

/** A worker gets many jobs with the same few objectives. */
const MEMORY = 16;
const compiled = new Map<string, Gradient>();

/** f' of an objective, for many points at once. */
export function gradientOf(objective: string): Gradient {
  let gradient = compiled.get(objective);
  if (!gradient) {
    gradient = compile(objective);
    if (compiled.size === MEMORY) compiled.clear();
    compiled.set(objective, gradient);
  }
  return gradient;
}

function compile(objective: string): Gradient {
  const { variable, gradient } = parseObjective(objective);
  const { evaluate } = compileBlock([gradient], [variable]);
  const inputs = new Array<Float64Array>(1);
  const outputs = new Array<Float64Array>(1);
  return (points, slopes, length) => {
    inputs[0] = points;
    outputs[0] = slopes;
    evaluate(inputs, outputs, length);
  };
}
