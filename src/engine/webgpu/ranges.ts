import type { Buffers } from './buffers';
import type { Program } from './program';
import type { ShaderSource } from './shader-source';
import { packStruct } from './structs';

/** Where parts of a uniform buffer may begin: at multiples of this many bytes, on every device. */
const ALIGNMENT = 256;

/** One dispatch of an iteration. */
export interface RangedPass {
  readonly program: Program;
  /** What is bound besides the range, in the given iteration; it may differ between even and odd ones, and no more. */
  readonly buffers: (iteration: number) => Record<string, GPUBuffer>;
}

/** The ranges of the dispatches of one slice, in parts of one buffer; what is bound to them is bound once. */
export class Ranges {
  private readonly buffer: GPUBuffer;
  private readonly bindings = new Map<RangedPass, GPUBindGroup[]>();

  /**
   * @param shader that declares a struct `Range` and a variable `range`
   * @param count of ranges in one slice, at most
   */
  constructor(
    private readonly buffers: Buffers,
    private readonly shader: ShaderSource,
    count: number,
  ) {
    this.buffer = buffers.uniform('ranges', new ArrayBuffer(count * ALIGNMENT));
  }

  write(ranges: readonly Record<string, number>[]): void {
    const bytes = new Uint8Array(ranges.length * ALIGNMENT);
    ranges.forEach((range, i) => bytes.set(new Uint8Array(packStruct(this.shader, 'Range', range)), i * ALIGNMENT));
    this.buffers.write(this.buffer, bytes.buffer);
  }

  bind(pass: RangedPass, iteration: number, range: number): GPUBindGroup {
    const known = this.bindings.get(pass) ?? [];
    this.bindings.set(pass, known);
    return (known[2 * range + (iteration % 2)] ??= pass.program.bind({
      ...pass.buffers(iteration),
      range: { buffer: this.buffer, offset: range * ALIGNMENT, size: 16 },
    } as Record<string, GPUBuffer | GPUBufferBinding>));
  }
}
