declare module '*.wgsl' {
  const shader: import('./shader-source').ShaderSource;
  export default shader;
}
