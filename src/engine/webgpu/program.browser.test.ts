import { expect, test } from 'vitest';
import { currentGpu } from './device';
import { compile, locate } from './program';
import { packStruct } from './structs';

const driver = {
  name: 'driver',
  source: 'alias real = f32;\n@compute @workgroup_size(1) fn main() { _ = gradient(1.0); }',
};

test('a line of the joined text is found in its part', () => {
  const parts = [
    { name: 'one', source: 'a\nb\n' },
    { name: 'two', source: 'c' },
  ];
  expect([1, 2, 3].map((line) => locate(parts, line))).toEqual([
    { name: 'one', line: 1 },
    { name: 'one', line: 2 },
    { name: 'two', line: 1 },
  ]);
});

test('a message of the compiler names the part and its line', async () => {
  const { device } = await currentGpu();
  const broken = {
    name: 'gradient of the objective',
    source: '\nfn gradient(theta: real) -> real {\n  return thetta;\n}\n',
  };
  await expect(compile(device, [driver, broken])).rejects.toThrow(/gradient of the objective, line 3: .*thetta/);
});

test('a program is compiled once', async () => {
  const { device } = await currentGpu();
  const gradient = { name: 'gradient', source: 'fn gradient(theta: real) -> real { return theta; }' };
  expect(compile(device, [driver, gradient])).toBe(compile(device, [driver, gradient]));
});

test('a struct is written in full and with known fields only', () => {
  const shader = {
    name: 'x.wgsl',
    source: '',
    structs: { S: { size: 8, fields: { a: { offset: 4, type: 'u32' }, b: { offset: 0, type: 'f32' } } } },
  };
  expect(Array.from(new Uint32Array(packStruct(shader, 'S', { a: 7, b: 1 })))).toEqual([0x3f800000, 7, 0, 0]);
  expect(() => packStruct(shader, 'S', { a: 7 })).toThrow('misses its field b');
  expect(() => packStruct(shader, 'S', { a: 7, b: 1, c: 0 })).toThrow('no field c');
});
