declare module '*.wgsl' {
  const shader: import('./engine/webgpu/shader-source').ShaderSource;
  export default shader;
}
