import type { LinearLayersParameters } from './parameters';

const list = (values: readonly number[]) => `[${values.join(', ')}]`;
const rows = (matrix: readonly (readonly number[])[]) => `[${matrix.map(list).join(', ')}]`;

const ACTIVATIONS = { none: 'h', relu: 'np.maximum(0, h)', tanh: 'np.tanh(h)' } as const;

/** NumPy that prints what both layers give, and what the one layer of the products does, with the current values. */
export function numpy({ w1, b1, w2, b2, input, activation }: LinearLayersParameters): string {
  return `import numpy as np

W1, b1 = np.array(${rows(w1)}, float), np.array(${list(b1)}, float)
W2, b2 = np.array(${rows(w2)}, float), np.array(${list(b2)}, float)
x = np.array(${list(input)}, float)
h = W1 @ x + b1
h = ${ACTIVATIONS[activation]}
product, bias = W2 @ W1, W2 @ b1 + b2
print("hidden", h)
print("output of both layers", W2 @ h + b2)
print("output of the one", product @ x + bias)
print("W2 W1", product, "bias", bias, "rank", np.linalg.matrix_rank(product), sep="\\n")
`;
}
