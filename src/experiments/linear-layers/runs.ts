import { twoLayerRun, twoLayerStep, type TwoLayerTask } from '../../math/two-layer-descent';

/** The run from one start, and beside it descent on one weight that begins with the same product. */
export function runFrom(task: TwoLayerTask, [first, second]: readonly number[]) {
  const { activation, learningRate, iterations } = task;
  const w1 = [first];
  const w2 = [second];
  const single = [second * activation.value(first)];
  for (let k = 0; k < iterations; k++) {
    const [next1, next2] = twoLayerStep(task, w1[k], w2[k]);
    w1.push(next1);
    w2.push(next2);
    single.push(single[k] - learningRate * (single[k] - 1));
  }
  return {
    w1,
    w2,
    single,
    product: w1.map((w, k) => w2[k] * activation.value(w)),
    ...twoLayerRun(task, first, second),
  };
}
