import { expect, test } from 'vitest';
import { newAddress } from './old-address';

const names = ['norms', 'wide-minima', 'conv1d'];

test('an address of one page with all experiments leads to the page of the one that it is about, with its settings', () => {
  expect(newAddress('', '#norms', names)).toBe('experiments/norms.html');
  expect(newAddress('?wide-minima.seed=7&wide-minima.learning-rates=0.1+0.2', '', names)).toBe(
    'experiments/wide-minima.html?seed=7&learning-rates=0.1+0.2',
  );
  expect(newAddress('?norms.p=4&conv1d.noise=0.1', '#conv1d', names)).toBe('experiments/conv1d.html?noise=0.1');
});

test('other addresses lead nowhere else', () => {
  expect(newAddress('', '', names)).toBeUndefined();
  expect(newAddress('?utm=1', '#experiments', names)).toBeUndefined();
});
