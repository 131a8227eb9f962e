import errors from '../../../../shaders/ridge-errors.wgsl';
import grid from '../../../../shaders/ridge-grid.wgsl';
import predict from '../../../../shaders/ridge-predict.wgsl';
import update from '../../../../shaders/ridge-update.wgsl';
import { compile, type Program } from '../program';
import { compileSums } from '../tree-sums';

export const shaders = { grid };

export interface RidgeGridPrograms {
  readonly predict: Program;
  readonly update: Program;
  readonly errors: Program;
  readonly sums: Program;
}

export async function compileRidgeGrid(device: GPUDevice): Promise<RidgeGridPrograms> {
  const [predicting, updating, finding, sums] = await Promise.all([
    compile(device, [predict, grid]),
    compile(device, [update, grid]),
    compile(device, [errors, grid]),
    compileSums(device),
  ]);
  return { predict: predicting, update: updating, errors: finding, sums };
}
