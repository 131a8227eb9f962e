import type { EngineInfo } from '../contract';

/** The iterates themselves, for a few chosen starts. */
export interface TraceTask {
  /** The objective f as formula text in one variable. */
  objective: string;
  learningRate: number;
  /** Explicit starting points. */
  starts: readonly number[];
  iterations: number;
  /** Keep iterates 0, every, 2 every, ... up to `iterations`. */
  every: number;
  /** A run is frozen at its first iterate beyond the bound, or outside of the domain of the objective. */
  bound: number;
}

export interface TraceResult {
  engine: EngineInfo;
  /** Frames x starts, the frame slowest; frame k holds iterate k * every. */
  iterates: Float32Array | Float64Array;
  frames: number;
}
