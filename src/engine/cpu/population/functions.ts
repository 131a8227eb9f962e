import { compileProgram, type BlockFunction } from '../../../formula/compile';
import type { Program } from '../../../formula/program';
import type { PreparedPopulation } from './plan';

/** What descent needs of an objective, compiled. */
export interface Functions {
  gradient: BlockFunction;
  value?: BlockFunction;
  domain?: BlockFunction;
  hessian?: BlockFunction;
}

/** A worker gets many jobs with the same few objectives. */
const MEMORY = 16;
const compiled = new Map<string, BlockFunction>();

/** The functions of a task. */
export function functionsOf({ gradient, value, domain, hessian }: PreparedPopulation): Functions {
  return {
    gradient: compile(gradient),
    ...(value && { value: compile(value) }),
    ...(domain && { domain: compile(domain) }),
    ...(hessian && { hessian: compile(hessian) }),
  };
}

function compile(program: Program): BlockFunction {
  const key = JSON.stringify(program);
  let made = compiled.get(key);
  if (!made) {
    if (compiled.size >= MEMORY) compiled.clear();
    compiled.set(key, (made = compileProgram(program)));
  }
  return made;
}
