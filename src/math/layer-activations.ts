/** What a layer does to each of its outputs. */
export interface Activation {
  value: (x: number) => number;
  /** The slope, from x and the value there; at the kink of relu it is 0. */
  slope: (x: number, value: number) => number;
}

/** Activations by name; `none` leaves a layer linear. */
export const layerActivations = {
  none: { value: (x) => x, slope: () => 1 },
  relu: { value: (x) => Math.max(0, x), slope: (x) => (x > 0 ? 1 : 0) },
  tanh: { value: Math.tanh, slope: (_, value) => 1 - value * value },
} as const satisfies Record<string, Activation>;

export type LayerActivation = keyof typeof layerActivations;
export const LAYER_ACTIVATIONS = Object.keys(layerActivations) as readonly LayerActivation[];
