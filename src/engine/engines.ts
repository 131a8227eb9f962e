import type { EngineEntry } from './engine';
import { engineMessages as say } from './messages';
import { whyNoWebGPU } from './why-no-webgpu';

/**
 * The engines there are, the most wanted first. The last one runs everywhere.
 * Nothing else knows how many there are: another engine is a folder and a line here.
 */
export const engines = [
  {
    kind: 'webgpu',
    name: say('webgpu'),
    precision: 'float32',
    missing: () => whyNoWebGPU(),
    load: () => import('./webgpu'),
  },
  { kind: 'cpu', name: say('cpu'), precision: 'float64', load: () => import('./cpu') },
] as const satisfies readonly EngineEntry[];

export type EngineKind = (typeof engines)[number]['kind'];
export type EnginePreference = 'auto' | EngineKind;

/** The kinds of engines, the most wanted first. */
export const engineKinds: readonly EngineKind[] = engines.map(({ kind }) => kind);
