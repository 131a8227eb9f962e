import { afterEach, expect, test, vi } from 'vitest';
import { views } from '../experiments/norms/views';
import { alertIn, allInside, inside, place } from './elements.fixtures';
import { takeEscapedErrors } from './escaped-errors';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

const pressed = (element: HTMLElement, text: string) =>
  allInside(element, 'button').find(({ textContent }) => textContent.trim() === text)!;

test('where a picture cannot be drawn, it and the words below it stay those of before, and no other picture is kept back', async () => {
  const element = place('gd-norms', { loading: 'eager', vector: '3 -4', views: 'bars balls' });
  element.style.setProperty('--gd-chart-height', 'window');
  await element.settled;
  const standing = () => ['.chart', '.summary'].map((part) => inside(element, `[data-view=bars] ${part}`).innerHTML);
  const before = standing();
  expect(before[1]).toContain('(3, −4)');
  const { draw } = views.bars.chart;
  vi.spyOn(views.bars.chart, 'draw').mockImplementation((container, data) => {
    draw(container, data);
    if ((data as { vector: readonly number[] }).vector.includes(7)) throw new RangeError('no such picture');
  });
  element.setAttribute('vector', '7 1');
  element.setAttribute('p', '0.5');
  await expect(element.settled).rejects.toThrow('no such picture');
  expect(element.state).toBe('failed');
  expect(alertIn(element)).toContain('no such picture');
  expect(standing()).toEqual(before);
  expect(inside(element, '[data-view=balls] .summary').textContent).toContain('(p = 0.5)');
  element.setAttribute('vector', '8 1');
  await element.settled;
  expect(inside(element, '[data-view=bars] .summary').textContent).toContain('(8, 1)');
});

test('numbers that are entered together are taken or refused together: nothing shows a mixture', async () => {
  const element = place('gd-activations', { loading: 'eager', logits: '1e9 -1e9 0', views: 'jacobian' });
  await element.settled;
  const standing = () => ['.chart', '.summary'].map((part) => inside(element, part).innerHTML);
  const before = standing();
  pressed(element, 'Add 1000 to every logit').click();
  await expect(element.settled).rejects.toThrow('1000001000');
  expect([(element.parameters as { logits: number[] }).logits, standing()]).toEqual([[1e9, -1e9, 0], before]);
});
