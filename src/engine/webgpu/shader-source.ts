/** A `.wgsl` file as the build delivers it: its text, and the byte layout of its structs found by reflection. */
export interface ShaderSource {
  name: string;
  source: string;
  structs: Record<string, { size: number; fields: Record<string, { offset: number; type: string }> }>;
}
