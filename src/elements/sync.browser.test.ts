import { afterEach, expect, test } from 'vitest';
import type { GdBoxConstraint, GdClassificationLoss, GdLearningRate } from '../generated/elements';
import { place } from './elements.fixtures';

afterEach(() => document.body.replaceChildren());

const rates = (attributes: Record<string, string> = {}) =>
  place('gd-learning-rate', { views: 'descent', sync: 'lecture', ...attributes }) as unknown as GdLearningRate;
const box = (attributes: Record<string, string> = {}) =>
  place('gd-box-constraint', { views: 'map', sync: 'lecture', ...attributes }) as unknown as GdBoxConstraint;
const loss = () =>
  place('gd-classification-loss', { views: 'loss', sync: 'lecture' }) as unknown as GdClassificationLoss;

test('what is set in one element of a group is set in the others, and drawn; elsewhere nothing moves', async () => {
  const [first, second, third, other] = [rates(), box(), loss(), box({ sync: 'another' })];
  await Promise.all([first, second, third, other].map((one) => one.settled));
  const before = other.learningRate;
  first.selectedRate = 0.25;
  await first.updateComplete;
  expect([second.learningRate, third.learningRate, other.learningRate]).toEqual([0.25, 0.25, before]);
  expect((await second.settled).parameters.learningRate).toBe(0.25);
  second.iterations = 7;
  await second.updateComplete;
  expect([first.iterations, other.iterations]).toEqual([7, 100]);
});

test('attributes hold until something is set; one that comes later takes what was set', async () => {
  const [first, second] = [rates({ 'selected-rate': '0.5' }), box({ 'learning-rate': '3' })];
  await Promise.all([first.settled, second.settled]);
  expect([first.selectedRate, second.learningRate]).toEqual([0.5, 3]);
  second.learningRate = 2;
  await second.updateComplete;
  const third = box();
  await third.settled;
  expect([first.selectedRate, third.learningRate]).toEqual([2, 2]);
  third.sync = '';
  await third.updateComplete;
  third.learningRate = 1;
  await third.updateComplete;
  expect(second.learningRate).toBe(2);
});

test('a value that another element does not take stays where it was', async () => {
  const [first, second] = [rates(), box()];
  await Promise.all([first.settled, second.settled]);
  const before = second.learningRate;
  first.selectedRate = -1;
  await first.updateComplete;
  expect(second.learningRate).toBe(before);
  expect(second.state).toBe('done');
});
