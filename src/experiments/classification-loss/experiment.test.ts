import { expect, test } from 'vitest';
import { defaultsOf } from '../parameters';
import { chooseEngine } from '../../engine/chooser';
import { experiment } from './experiment';
import type { ClassificationLossParameters } from './parameters';
import { gradient } from './gradient';
import { loss } from './loss';
import { escapeOf, escapeWhileDragged } from './population';

const defaults = defaultsOf(experiment.parameters) as ClassificationLossParameters;
const resultOf = (given: Partial<ClassificationLossParameters> = {}) =>
  experiment.prepare({ ...defaults, ...given }, {}).result;
const [claim] = await experiment.claims!();

// Worked out apart from this lab, with 50 digits.
test.each([
  [0, 0.6931471805599453, -0.5, 0.25, -0.125, 4],
  [-4.59511985013459, 4.605170185988092, -0.99, 0.9801, -0.009801, 101.01010101010101],
  [-13.815509557963773, 13.815510557964274, -0.999999, 0.999998000001, -9.99998000001e-7, 1000001.000001],
])('losses, gradients and their ratio at the logit %d', (logit, entropy, slope, squared, halfSlope, ratio) => {
  const result = resultOf({ logit });
  for (const [value, expected] of [
    [result.crossEntropy, entropy],
    [result.squared, squared],
    [result.gradients.crossEntropy, slope],
    [result.gradients.halfSquared, halfSlope],
    [result.gradients.squared, 2 * halfSlope],
    [result.ratio, ratio],
  ])
    expect(Math.abs(value / expected - 1)).toBeLessThan(1e-12);
});

test('a logit of −1000 has a loss of 1000 and a gradient of −1, where squared error has none at all', () => {
  expect(resultOf({ logit: -1000 })).toMatchObject({
    crossEntropy: 1000,
    squared: 1,
    gradients: { crossEntropy: -1, halfSquared: 0, squared: 0 },
    ratio: Infinity,
  });
});

test('the answer to the sheet’s question has its number, whatever the logit', () => {
  for (const logit of [-4.595, 0, 1000]) {
    const { computed, verdict } = claim.compute(resultOf({ logit }))!;
    expect(verdict).toBe('agrees');
    expect(computed).toContain('At p = 0.01 the gradient of cross-entropy is 101.01 times');
  }
});

test('a range without extent is refused by the name of the end that was moved', () => {
  const check = (given: Partial<ClassificationLossParameters>, moved: string[]) => () =>
    experiment.check!({ ...defaults, ...given }, {}, new Set(moved));
  expect(check({ logitHigh: -8 }, ['logitHigh'])).toThrow('logit-high="-8" cannot be used');
  expect(check({ logitLow: 8 }, ['logitLow'])).toThrow('logit-low="8" cannot be used');
});

test('while the learning rate is dragged, the page finds the steps that the engine finds', async () => {
  const p = { ...defaults, logitLow: -5, learningRate: 2 };
  const [engine, page] = [await escapeOf(p, chooseEngine('cpu'), {}), escapeWhileDragged(p)];
  const nearest = (z: number) =>
    engine.logits.reduce((best, one, i, all) => (Math.abs(one - z) < Math.abs(all[best] - z) ? i : best), 0);
  page.logits.forEach((z, i) => {
    if (z > 0) expect(page.crossEntropy[i]).toBe(0);
    else
      for (const of of ['crossEntropy', 'squared'] as const) {
        const [low, high] = [engine[of][nearest(z) + 1], engine[of][nearest(z) - 1]];
        expect(page[of][i]).toBeGreaterThanOrEqual(low - 1);
        expect(page[of][i]).toBeLessThanOrEqual(high + 1);
      }
  });
});

test('what is never 0 is told in powers of ten where no number is as small', () => {
  // With 50 digits: e^1000 = 1.9700711140170469…×10⁴³⁴, and 1/e^1000 = 5.0759588975494567…×10⁻⁴³⁵; its square 2.5765358729611…×10⁻⁸⁶⁹.
  const at = (logit: number) => ({ result: resultOf({ logit }) });
  expect(gradient.summarize(at(1000))).toContain(
    'the gradient is −5.076×10⁻⁴³⁵ for cross-entropy and −2.577×10⁻⁸⁶⁹ for half the squared error: 1.97×10⁴³⁴ times less',
  );
  expect(gradient.summarize(at(-1000))).toContain(
    'p = 5.076×10⁻⁴³⁵, the gradient is −1 for cross-entropy and −5.076×10⁻⁴³⁵ for half',
  );
  // e^-740 = 4.188739880048939…×10⁻³²², of which a computer keeps two digits.
  expect(gradient.summarize(at(740))).toContain('the gradient is −4.189×10⁻³²² for');
  expect(loss.summarize(at(1000))).toContain('cross-entropy is 5.076×10⁻⁴³⁵ with slope −5.076×10⁻⁴³⁵');
  expect(loss.summarize(at(1000))).toContain('half the squared error 1.288×10⁻⁸⁶⁹ with slope −2.577×10⁻⁸⁶⁹');
});
