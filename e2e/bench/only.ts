import { chooseEngine, type ChosenEngine } from '../../src/engine/chooser';
import { engines, type EngineKind } from '../../src/engine/engines';

/** One engine alone: where it cannot be had, nothing else computes. */
export function only(kind: EngineKind): ChosenEngine {
  return chooseEngine(
    kind,
    engines.filter((entry) => entry.kind === kind),
  );
}
