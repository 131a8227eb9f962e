import { workgroups } from './batches';
import type { Program } from './program';

/**
 * Appends a pass in which one program runs.
 *
 * @param invocations how many; or a buffer that says how many workgroups
 */
export function dispatch(
  encoder: GPUCommandEncoder,
  { pipeline }: Program,
  bindings: GPUBindGroup,
  invocations: number | GPUBuffer,
): void {
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bindings);
  if (typeof invocations === 'number') pass.dispatchWorkgroups(workgroups(invocations));
  else pass.dispatchWorkgroupsIndirect(invocations, 0);
  pass.end();
}
