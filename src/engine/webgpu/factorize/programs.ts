import combine from '../../../../shaders/factorize-combine.wgsl';
import entries from '../../../../shaders/factorize-entries.wgsl';
import errors from '../../../../shaders/factorize-errors.wgsl';
import learn from '../../../../shaders/factorize-learn.wgsl';
import side from '../../../../shaders/factorize-side.wgsl';
import step from '../../../../shaders/factorize-step.wgsl';
import { learningOf, vectorOf } from './vector';
import { compile, type Program } from '../program';
import { compileSums } from '../tree-sums';

export const shaders = { side };

export interface FactorizePrograms {
  readonly learnRows: Program;
  readonly learnColumns: Program;
  readonly combine: Program;
  readonly findErrors: Program;
  readonly sums: Program;
}

/** The programs for vectors of this many blocks. */
export async function compileFactorize(device: GPUDevice, blocks: number): Promise<FactorizePrograms> {
  const learning = [learn, entries, step, side, vectorOf(blocks), learningOf(blocks)];
  const [learnRows, learnColumns, combining, findErrors, sums] = await Promise.all([
    compile(device, learning, { counts: 1 }),
    compile(device, learning, { counts: 0 }),
    compile(device, [combine, step, side], { blocks }),
    compile(device, [errors, entries, side, vectorOf(blocks)]),
    compileSums(device),
  ]);
  return { learnRows, learnColumns, combine: combining, findErrors, sums };
}
