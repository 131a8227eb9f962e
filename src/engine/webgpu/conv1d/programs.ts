import against from '../../../../shaders/conv1d-against.wgsl';
import along from '../../../../shaders/conv1d-along.wgsl';
import apply from '../../../../shaders/conv1d-apply.wgsl';
import fused from '../../../../shaders/conv1d-fused.wgsl';
import objective from '../../../../shaders/conv1d-objective.wgsl';
import productAgainst from '../../../../shaders/conv1d-product-against.wgsl';
import productAlong from '../../../../shaders/conv1d-product-along.wgsl';
import range from '../../../../shaders/conv1d-range.wgsl';
import slopes from '../../../../shaders/conv1d-slopes.wgsl';
import small from '../../../../shaders/conv1d-small.wgsl';
import taps from '../../../../shaders/conv1d-taps.wgsl';
import tile from '../../../../shaders/conv1d-tile.wgsl';
import update from '../../../../shaders/conv1d-update.wgsl';
import huber from '../../../../shaders/huber.wgsl';
import square from '../../../../shaders/square.wgsl';
import type { Conv1dDescentTask } from '../../conv1d-descent';
import { compile, type Program } from '../program';

export const shaders = { apply, objective, range, small };
const losses = { huber, square };
type Loss = Conv1dDescentTask['loss'];

export function compileApply(device: GPUDevice, transpose: boolean): Promise<Program> {
  return compile(
    device,
    transpose ? [apply, productAgainst, against, tile, taps] : [apply, productAlong, along, tile, taps],
  );
}

export function compileFused(device: GPUDevice, loss: Loss): Promise<Program> {
  return compile(device, [fused, objective, losses[loss], range, tile, taps]);
}

export function compileSlopes(device: GPUDevice, loss: Loss): Promise<Program> {
  return compile(device, [slopes, objective, losses[loss], range, along, tile, taps]);
}

export function compileUpdate(device: GPUDevice, loss: Loss): Promise<Program> {
  return compile(device, [update, objective, losses[loss], range, against, tile, taps]);
}

export function compileSmall(device: GPUDevice, loss: Loss): Promise<Program> {
  return compile(device, [small, objective, losses[loss], along, against, tile, taps]);
}
