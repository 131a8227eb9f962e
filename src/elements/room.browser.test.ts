import { afterEach, expect, test } from 'vitest';
import { place, placeFarDown } from './elements.fixtures';

afterEach(() => document.body.replaceChildren());

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

test.each([1000, 390])('the room that is kept is about what is taken in the end, %d pixels wide', async (width) => {
  placeFarDown();
  const column = document.body.appendChild(document.createElement('div'));
  column.style.width = `${width}px`;
  for (const tag of ['gd-norms', 'gd-learning-rate', 'gd-matrix-gradient']) {
    const element = place(tag);
    column.replaceChildren(element);
    await element.updateComplete;
    const kept = element.roomFor(element.views as string[]);
    expect(Math.abs(element.offsetHeight / kept - 1), `${tag} before it computes`).toBeLessThan(0.05);
    for (const controls of ['shown', 'none'] as const)
      for (const views of [element.views as string[], ...(element.views as string[]).map((view) => [view])]) {
        Object.assign(element, { views, controls });
        await element.settled;
        await twoFrames();
        const taken = element.offsetHeight;
        const off = element.roomFor(views) / taken - 1;
        // Figures without controls have no heights of their own in narrow columns.
        expect(Math.abs(off), `${tag} ${views.join(' ')} ${controls}`).toBeLessThan(controls === 'shown' ? 0.1 : 0.2);
      }
  }
});
