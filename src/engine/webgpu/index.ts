import { EngineUnavailable, type Engine, type EngineInfo } from '../contract';

export async function createEngine(): Promise<Engine & { readonly info: EngineInfo }> {
  throw new EngineUnavailable('the WebGPU engine is still to be written');
}
