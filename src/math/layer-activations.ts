/** What a layer does to each of its outputs. */
export interface Activation {
  value: (x: number) => number;
  /** The slope, from x; at the kink of relu it is 0. */
  slope: (x: number) => number;
}

/** Activations by name; `none` leaves a layer linear. */
export const layerActivations = {
  none: { value: (x) => x, slope: () => 1 },
  relu: { value: (x) => Math.max(0, x), slope: (x) => (x > 0 ? 1 : 0) },
  tanh: { value: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2 },
} as const satisfies Record<string, Activation>;

export type LayerActivation = keyof typeof layerActivations;
export const LAYER_ACTIVATIONS = Object.keys(layerActivations) as readonly LayerActivation[];
