import type { SoftmaxUpdateParameters } from './parameters';

const list = (values: readonly number[]) => `[${values.join(', ')}]`;

/** NumPy that prints the update that is shown, by plain descent, with the current values. */
export function numpy({ weights, input, label, learningRate, step }: SoftmaxUpdateParameters): string {
  return `import numpy as np

W = np.array([${weights.map(list).join(', ')}], float)  # features x classes
x = np.array(${list(input)}, float)
c, rate, step = ${label}, ${learningRate}, ${step}

def forward(W):
    z = W.T @ x
    e = np.exp(z - z.max())  # the greatest logit taken off: nothing overflows
    return z, e / e.sum(), np.log(e.sum()) + z.max() - z[c]

updated = W
for k in range(step):
    W = updated
    z, P, loss = forward(W)
    gradient = np.outer(x, P - np.eye(len(z))[c])
    updated = W - rate * gradient
_, P_after, loss_after = forward(updated)
for name, value in [("logits", z), ("probabilities", P), ("loss", loss), ("gradient", gradient),
                    ("updated", updated), ("probabilities after", P_after), ("loss after", loss_after)]:
    print(name, value, sep="\\n")
`;
}
