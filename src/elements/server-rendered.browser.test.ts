import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { takeEscapedErrors } from './escaped-errors';
import { inside, type AnyElement } from './elements.fixtures';

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('of a page that React rendered on a server, attributes hold from the first line on, nothing differs when React takes over, and what it renders later is followed', async () => {
  const lesson = (vector: string, label: string) =>
    createElement('p', null, createElement('gd-norms', { vector, views: 'bars', controls: 'none' }), label);
  document.body.innerHTML = `<div>${renderToString(lesson('3 4', 'before'))}</div>`;
  const element = document.querySelector<AnyElement>('gd-norms')!;
  element.loading = 'eager';
  await element.settled;
  expect(element.vector).toEqual([3, 4]);
  const names = element.getAttributeNames().sort();
  expect(names).toEqual(['controls', 'vector', 'views']);

  const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  const differs = vi.fn();
  const root = hydrateRoot(document.body.firstElementChild!, lesson('3 4', 'before'), { onRecoverableError: differs });
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(document.querySelector('gd-norms')).toBe(element);
  root.render(lesson('5 12', 'after'));
  await expect.poll(() => document.body.textContent).toContain('after');
  await element.settled;
  expect(element.vector).toEqual([5, 12]);
  expect(inside(element, 'figcaption').textContent).toContain('13');
  expect(differs).not.toHaveBeenCalled();
  for (const complaint of complaints) {
    expect(complaint).not.toHaveBeenCalled();
    complaint.mockRestore();
  }
  root.unmount();
});
