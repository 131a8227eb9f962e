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

test('all begin with what an attribute says, and else with the first one’s default; one that comes later takes what was set', async () => {
  const [first, second] = [rates({ iterations: '8' }), box({ 'learning-rate': '3' })];
  await Promise.all([first.settled, second.settled]);
  expect([first, second].map(({ iterations }) => iterations)).toEqual([8, 8]);
  expect([first.selectedRate, second.learningRate]).toEqual([3, 3]);
  expect((await second.settled).parameters).toMatchObject({ learningRate: 3, iterations: 8 });
  const [one, other] = [rates({ sync: 'exercise' }), box({ sync: 'exercise' })];
  await Promise.all([one.settled, other.settled]);
  expect([other.learningRate, other.iterations]).toEqual([0.5, one.iterations]);
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
  await second.settled;
});
