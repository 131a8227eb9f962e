/** `descent-lab/operators`: linear operators that are applied and transposed without ever being formed, and descent over them. */
export { operatorOn } from '../engine/operator';
export { Conv1d } from '../math/conv1d';
export { DenseMatrix } from '../math/dense-matrix';
export { boxFilter, differenceFilter, gaussianFilter } from '../math/filters';
export { gradientDescent, type LeastLoss, type LinearOperator } from '../math/gradient-descent';
export { losses } from '../math/losses';
export { signalAt, testSignals } from '../math/signals';
