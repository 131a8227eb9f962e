import { expect, vi } from 'vitest';
import type { RunOptions } from '../contract';
import { currentGpu } from './device';

/** Runs something while the page's device is destroyed under it; it must not show it, neither by its result nor by its progress. */
export async function runLosingTheDevice<Result>(run: (options: RunOptions) => Promise<Result>): Promise<Result> {
  const gpu = await currentGpu();
  const fractions: number[] = [];
  const result = await run({
    onProgress: (fraction) => {
      fractions.push(fraction);
      if (fraction > 0.3) gpu.device.destroy();
    },
  });
  expect((await currentGpu()) === gpu).toBe(false);
  expect(fractions.every((fraction, i) => fraction > (fractions[i - 1] ?? 0))).toBe(true);
  expect(fractions.at(-1)).toBe(1);
  return result;
}

/** The buffers that are made and not destroyed from now on, until mocks are restored; each must have a label. */
export function watchBuffers(): ReadonlySet<GPUBuffer> {
  const alive = new Set<GPUBuffer>();
  const create = GPUDevice.prototype.createBuffer;
  const destroy = GPUBuffer.prototype.destroy;
  vi.spyOn(GPUDevice.prototype, 'createBuffer').mockImplementation(function (this: GPUDevice, descriptor) {
    expect(descriptor.label).toBeTruthy();
    const buffer = create.call(this, descriptor);
    alive.add(buffer);
    return buffer;
  });
  vi.spyOn(GPUBuffer.prototype, 'destroy').mockImplementation(function (this: GPUBuffer) {
    alive.delete(this);
    return destroy.call(this);
  });
  return alive;
}
