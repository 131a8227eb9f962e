import type { ShaderSource } from './shader-source';

/** The bytes of a struct of 32-bit scalars, laid out as the shader has it. Every field must be given, and no other. */
export function packStruct(shader: ShaderSource, name: string, values: Record<string, number>): ArrayBuffer {
  const layout = shader.structs[name];
  if (!layout) throw new Error(`${shader.name} has no struct ${name}`);
  const unknown = Object.keys(values).find((field) => !(field in layout.fields));
  if (unknown) throw new Error(`${name} in ${shader.name} has no field ${unknown}`);
  // A uniform binding is a multiple of 16 bytes long.
  const bytes = new DataView(new ArrayBuffer(Math.ceil(layout.size / 16) * 16));
  for (const [field, { offset, type }] of Object.entries(layout.fields)) {
    const value = values[field];
    if (value === undefined) throw new Error(`${name} in ${shader.name} misses its field ${field}`);
    if (type === 'f32') bytes.setFloat32(offset, value, true);
    else if (type === 'u32') bytes.setUint32(offset, value, true);
    else throw new Error(`${name} in ${shader.name}: cannot write ${field}, a ${type}`);
  }
  return bytes.buffer as ArrayBuffer;
}
