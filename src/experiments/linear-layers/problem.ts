import { layerActivations } from '../../math/layer-activations';
import { added, product as productOf, rankOf, times, type Rows } from '../../math/matrices';
import type { LinearLayersParameters } from './parameters';

/** Rows and columns. */
export type Shape = readonly [rows: number, columns: number];

export interface LinearLayersResult {
  /** The values that it was computed from. */
  parameters: LinearLayersParameters;
  /** What the first layer gives for the input, after its activation. */
  hidden: number[];
  /** What both layers give. */
  output: number[];
  /** W₂W₁, the weights of the one layer that does what both do without an activation. */
  product: number[][];
  /** W₂b₁ + b₂, its bias. */
  bias: number[];
  /** What that one layer gives for the input. */
  single: number[];
  /** The rank of the product. */
  rank: number;
  /** Rows and columns of each matrix. */
  shapes: { w1: Shape; w2: Shape; product: Shape };
}

export interface LinearLayersProblem {
  parameters: LinearLayersParameters;
  /** What the first layer gives before its activation. */
  sums: number[];
  /** Both layers, and the one. */
  apply(x: readonly number[]): { hidden: number[]; output: number[]; single: number[] };
  result: LinearLayersResult;
}

const sizeOf = (a: Rows): Shape => [a.length, a[0].length];

/** Works out both layers for the input, and the one layer that replaces them. */
export function prepare(p: LinearLayersParameters): LinearLayersProblem {
  const { w1, b1, w2, b2, input } = p;
  const { value } = layerActivations[p.activation];
  const product = productOf(w2, w1);
  const bias = added(times(w2, b1), b2);
  const apply = (x: readonly number[]) => {
    const hidden = added(times(w1, x), b1).map(value);
    return { hidden, output: added(times(w2, hidden), b2), single: added(times(product, x), bias) };
  };
  return {
    parameters: p,
    sums: added(times(w1, input), b1),
    apply,
    result: {
      parameters: p,
      ...apply(input),
      product,
      bias,
      rank: rankOf(product),
      shapes: { w1: sizeOf(w1), w2: sizeOf(w2), product: sizeOf(product) },
    },
  };
}
