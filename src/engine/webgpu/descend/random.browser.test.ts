import { expect, test } from 'vitest';
import random from '../../../../shaders/random.wgsl';
import startsShader from '../../../../shaders/starts.wgsl';
import { threefry } from '../../../math/random';
import { startAt } from '../../../math/starts';
import { Buffers } from '../buffers';
import { workgroups } from '../batches';
import { currentGpu } from '../device';
import { compile, type Part } from '../program';
import { packStruct } from '../structs';

/** Runs a part with an entry point that fills `words`, and gives these back. */
async function fill(parts: Part[], count: number, uniforms: Record<string, ArrayBuffer>): Promise<Uint32Array> {
  const { device } = await currentGpu();
  const program = await compile(device, parts);
  const buffers = new Buffers(device);
  const words = buffers.storage('words', count);
  const bound = Object.fromEntries(
    Object.entries(uniforms).map(([name, struct]) => [name, buffers.uniform(name, struct)]),
  );
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(program.pipeline);
  pass.setBindGroup(0, program.bind({ words, ...bound }));
  pass.dispatchWorkgroups(workgroups(count));
  pass.end();
  const read = buffers.copies(encoder, 'words', [{ buffer: words, words: count }]);
  device.queue.submit([encoder.finish()]);
  const [result] = await read();
  buffers.destroy();
  return result;
}

test.each([
  [0, 1],
  [7, 1],
  [0xffffffff, 0xffffffff],
  [0x13198a2e, 0x03707344],
])('random words of key (%i, %i) are those of the processor, bit for bit', async (first, second) => {
  const count = 8192;
  const main = {
    name: 'test',
    source: `@group(0) @binding(5) var<storage, read_write> words: array<u32>;
      @compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
        let both = threefry(vec2u(${first}u, ${second}u), vec2u(id.x / 2u, 0xfffffff0u + id.x));
        words[id.x] = both[id.x % 2u];
      }`,
  };
  const words = await fill([main, random], count, {});
  for (let i = 0; i < count; i++)
    expect(words[i]).toBe(threefry([first, second], [i >>> 1, (0xfffffff0 + i) >>> 0])[i % 2]);
});

test.each([
  { low: -5, high: 20, seed: 1 },
  { low: 0.1, high: 0.3, seed: 4294967295 },
  { low: -1e20, high: 3e7, seed: 0 },
])('random starts from $low to $high are those of the processor, bit for bit', async ({ low, high, seed }) => {
  const count = 8192;
  const main = {
    name: 'test',
    source: `@group(0) @binding(5) var<storage, read_write> words: array<u32>;
      @compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) { words[id.x] = bitcast<u32>(start_at(id.x)); }`,
  };
  const struct = packStruct(startsShader, 'Starts', {
    count,
    sampling: 0,
    low,
    span: Math.fround(high) - Math.fround(low),
    seed,
    zero: 0,
  });
  const words = await fill([main, startsShader, random], count, { starts: struct });
  const thetas = new Float32Array(words.slice().buffer);
  for (let i = 0; i < count; i++) expect(thetas[i]).toBe(startAt({ sampling: 'random', count, low, high, seed }, i));
});
