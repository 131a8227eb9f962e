import sums from '../../../shaders/sums.wgsl';
import { workgroups } from './batches';
import type { Buffers } from './buffers';
import { compile, type Program } from './program';
import { packStruct } from './structs';

/** Numbers that one invocation adds up: see `shaders/sums.wgsl`. */
const FAN = 64;

export function compileSums(device: GPUDevice): Promise<Program> {
  return compile(device, [sums]);
}

/** Sums rows of numbers on the GPU, each row to one number, as a tree: exact to a few roundings, and the same every time. */
export class TreeSums {
  private readonly levels: { before: number; after: number; range: GPUBuffer; bindings: GPUBindGroup }[] = [];

  /**
   * @param numbers rows x `width`, overwritten on the way
   * @param mostRows that are summed at once
   * @param result where the sums of rows go
   */
  constructor(
    private readonly buffers: Buffers,
    private readonly program: Program,
    numbers: GPUBuffer,
    width: number,
    mostRows: number,
    result: GPUBuffer,
  ) {
    let from = numbers;
    let to: GPUBuffer | undefined;
    for (let before = width; ;) {
      const after = Math.ceil(before / FAN);
      const range = buffers.uniform('level of sums', new ArrayBuffer(16));
      const into: GPUBuffer = after === 1 ? result : (to ?? buffers.storage('sums', mostRows * after));
      this.levels.push({ before, after, range, bindings: program.bind({ level: range, numbers: from, sums: into }) });
      if (after === 1) return;
      to = from;
      from = into;
      before = after;
    }
  }

  /** Appends the summing of some rows; the sums go to `result` from number `offset` on. Once per submission. */
  append(pass: GPUComputePassEncoder, rows: number, offset: number): void {
    pass.setPipeline(this.program.pipeline);
    for (const { before, after, range, bindings } of this.levels) {
      this.buffers.write(range, packStruct(sums, 'Level', { rows, before, after, offset: after === 1 ? offset : 0 }));
      pass.setBindGroup(0, bindings);
      pass.dispatchWorkgroups(workgroups(rows * after));
    }
  }
}
