import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

type StructLayout = { size: number; fields: Record<string, { offset: number; type: string }> };

/**
 * Imports a `.wgsl` file as a `ShaderSource`: its text, its name and the byte layout of its structs.
 * The layout is found by reflection here, at build time, so that a page does not carry the reflection library.
 */
export function wgsl(): Plugin {
  return {
    name: 'descent-lab:wgsl',
    async load(id) {
      const path = id.split('?')[0];
      if (!path.endsWith('.wgsl')) return null;
      this.addWatchFile(path);
      const source = readFileSync(path, 'utf8');
      return `export default ${JSON.stringify({ name: basename(path), source, structs: await structLayouts(source) })};`;
    },
  };
}

async function structLayouts(source: string): Promise<Record<string, StructLayout>> {
  // webgpu-utils reads these names when it is imported, and Node has no WebGPU.
  const globals = globalThis as Record<string, unknown>;
  globals.GPUShaderStage ??= { VERTEX: 1, FRAGMENT: 2, COMPUTE: 4 };
  globals.Float16Array ??= class {};
  const { makeShaderDataDefinitions } = await import('webgpu-utils');
  const layouts: Record<string, StructLayout> = {};
  for (const [name, struct] of Object.entries(makeShaderDataDefinitions(source).structs)) {
    const fields: StructLayout['fields'] = {};
    for (const [field, { offset, type }] of Object.entries(struct.fields))
      fields[field] = { offset, type: String((type as { type?: unknown }).type ?? 'struct') };
    layouts[name] = { size: struct.size, fields };
  }
  return layouts;
}
