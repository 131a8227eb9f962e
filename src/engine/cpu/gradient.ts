import { compileProgram } from '../../formula/compile';
import type { Program } from '../../formula/program';
import type { Programs } from './gradient-program';

/** A function at many points: writes `values[i]` for each of the first `length` `points`. */
export type Evaluate = (points: Float64Array, values: Float64Array, length: number) => void;

/** What descent needs of an objective. */
export interface Functions {
  /** f' */
  gradient: Evaluate;
  /** 1 where f is defined; left out if that is everywhere. */
  domain?: Evaluate;
}

/** A worker gets many jobs with the same few objectives. */
const MEMORY = 16;
const compiled = new Map<string, Functions>();

/** The functions of an objective. */
export function functionsOf({ objective, gradient, domain }: { objective: string } & Programs): Functions {
  let functions = compiled.get(objective);
  if (!functions) {
    functions = { gradient: compile(gradient), domain: domain && compile(domain) };
    if (compiled.size === MEMORY) compiled.clear();
    compiled.set(objective, functions);
  }
  return functions;
}

function compile(program: Program): Evaluate {
  const { evaluate } = compileProgram(program);
  const inputs = new Array<Float64Array>(1);
  const outputs = new Array<Float64Array>(1);
  return (points, values, length) => {
    inputs[0] = points;
    outputs[0] = values;
    evaluate(inputs, outputs, length);
  };
}
