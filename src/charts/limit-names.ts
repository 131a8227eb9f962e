import type { OptimizerName } from '../math/optimizers';
import { defineWords } from '../words/words';
import { formatLimit } from './kit/format';

const say = /* @__PURE__ */ defineWords('limits', {
  gd: '2/f″',
  momentum: '2(1 + β)/f″',
  nesterov: '2(1 + β)/((1 + 2β)f″)',
});

/** The largest learning rate at which an optimizer can settle in a minimum, as a formula; undefined where theory sets none. */
export function limitFormula(optimizer: OptimizerName): string | undefined {
  return optimizer === 'gd' || optimizer === 'momentum' || optimizer === 'nesterov' ? say(optimizer) : undefined;
}

/** That formula and its value, rounded down: `2/f″ = 0.09949`. */
export const limitText = (rate: number, optimizer: OptimizerName = 'gd'): string =>
  `${limitFormula(optimizer)} = ${formatLimit(rate)}`;
