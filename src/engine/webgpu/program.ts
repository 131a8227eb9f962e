/** A piece of WGSL under a name that a person recognizes. */
export interface Part {
  readonly name: string;
  readonly source: string;
}

/** A compute program and what it takes. */
export interface Program {
  readonly pipeline: GPUComputePipeline;
  /** Binds buffers, or parts of them, by the names of the shader's variables; each must be given, and no other. */
  bind: (buffers: Readonly<Record<string, GPUBuffer | GPUBufferBinding>>) => GPUBindGroup;
}

/** Programs that are kept per device: a formula that is being typed makes a new one with every letter. */
const MEMORY = 48;
const programs = new WeakMap<GPUDevice, Map<string, Promise<Program>>>();

/**
 * The program that the parts make when they are joined; WGSL does not mind their order. Compiled once per device.
 *
 * @param constants values of the parts' `override` constants
 * @throws {Error} naming the part and its line, if the compiler refuses it
 */
export function compile(
  device: GPUDevice,
  parts: readonly Part[],
  constants: Readonly<Record<string, number>> = {},
): Promise<Program> {
  const known = programs.get(device) ?? new Map<string, Promise<Program>>();
  programs.set(device, known);
  const code = join(parts);
  const key = JSON.stringify(constants) + code;
  let program = known.get(key);
  known.delete(key);
  program ??= build(device, parts, code, constants);
  known.set(key, program);
  if (known.size > MEMORY) known.delete(known.keys().next().value!);
  return program;
}

function join(parts: readonly Part[]): string {
  return parts.map(({ source }) => withNewline(source)).join('');
}

function withNewline(source: string): string {
  return source.endsWith('\n') ? source : `${source}\n`;
}

/** Which part a line of the joined text belongs to, and which line of the part it is; lines count from 1. */
export function locate(parts: readonly Part[], line: number): { name: string; line: number } {
  let offset = 0;
  for (const { name, source } of parts) {
    const lines = withNewline(source).split('\n').length - 1;
    if (line <= offset + lines) return { name, line: line - offset };
    offset += lines;
  }
  return { name: 'end of program', line: line - offset };
}

async function build(
  device: GPUDevice,
  parts: readonly Part[],
  code: string,
  constants: Readonly<Record<string, number>>,
): Promise<Program> {
  const label = parts.map(({ name }) => name).join(' + ');
  // A refused module is told about by its messages; the scope keeps it from being reported as uncaptured, too.
  device.pushErrorScope('validation');
  const module = device.createShaderModule({ label, code });
  const scope = device.popErrorScope();
  const { messages } = await module.getCompilationInfo();
  const refused = await scope;
  const errors = messages
    .filter(({ type }) => type === 'error')
    .map(({ lineNum, message }) => {
      const { name, line } = locate(parts, lineNum);
      return `${name}, line ${line}: ${message}`;
    });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  if (refused) throw new Error(`${label}: ${refused.message}`);

  const variables = findVariables(code);
  const layout = device.createBindGroupLayout({
    label,
    entries: variables.map(({ binding, type }) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } })),
  });
  const pipeline = await device.createComputePipelineAsync({
    label,
    layout: device.createPipelineLayout({ label, bindGroupLayouts: [layout] }),
    compute: { module, constants },
  });
  const bind = (buffers: Readonly<Record<string, GPUBuffer | GPUBufferBinding>>) => {
    const unknown = Object.keys(buffers).find((name) => !variables.some((variable) => variable.name === name));
    if (unknown) throw new Error(`${label} has no variable ${unknown}`);
    const entries = variables.map(({ name, binding }) => {
      const bound = buffers[name];
      if (!bound) throw new Error(`${label} misses its variable ${name}`);
      return { binding, resource: bound instanceof GPUBuffer ? { buffer: bound } : bound };
    });
    return device.createBindGroup({ label, layout, entries });
  };
  return { pipeline, bind };
}

interface Variable {
  name: string;
  binding: number;
  type: GPUBufferBindingType;
}

/** The buffers that a shader declares, all in group 0. */
function findVariables(code: string): Variable[] {
  const declaration =
    /@group\(0\)\s*@binding\((\d+)\)\s*var<\s*(uniform|storage)\s*(?:,\s*(read|read_write)\s*)?>\s*(\w+)/g;
  return Array.from(code.matchAll(declaration), ([, binding, space, access, name]) => ({
    name,
    binding: Number(binding),
    type: space === 'uniform' ? 'uniform' : access === 'read_write' ? 'storage' : 'read-only-storage',
  }));
}
