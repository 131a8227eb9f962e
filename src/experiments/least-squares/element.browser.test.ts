import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';

type Element = HTMLElementTagNameMap['gd-least-squares'];

async function place(attributes: Record<string, string> = {}): Promise<Element> {
  const quick = { loading: 'eager', engine: 'cpu', starts: '60', iterations: '60' };
  const element = placeAny('gd-least-squares', { ...quick, ...attributes }) as unknown as Element;
  await element.settled;
  return element;
}

const inView = (element: Element, view: string, selector: string) =>
  inside<SVGElement & HTMLElement>(element, `[data-view=${view}] ${selector}`);

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('keys move the rate in the picture of rates, and plane and modes follow', async () => {
  const element = await place({ views: 'plane modes rates' });
  const before = await Promise.all(['plane', 'modes'].map((view) => element.exportSVG(view)));
  inView(element, 'rates', '.gd-rate circle').focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}');
  await element.settled;
  expect(element.selectedRate).toBeGreaterThan(2 / 3);
  expect(inView(element, 'plane', 'figcaption').textContent).toContain('0 of 60 runs converged and 60 diverged');
  for (const [i, view] of ['plane', 'modes'].entries()) expect(await element.exportSVG(view)).not.toBe(before[i]);
});

test.each<Record<string, string>>([
  { design: 'random 9 7', axes: 'eigenvectors', across: '2', up: '5' },
  { design: '1 1; 2 2', 'learning-rates': '0.1 0.3' },
  { design: '0 0; 0 0' },
  { design: '1; 2' },
  { optimizer: 'adam', schedule: 'cosine', 'learning-rates': '0.5' },
])('%o is drawn, and nothing at a place that is not a number', async (attributes) => {
  const element = await place(attributes);
  expect(element.state).toBe('done');
  for (const view of ['plane', 'modes', 'rates', 'exceptional', 'recurrence']) {
    if (!element.shadowRoot!.querySelector(`[data-view=${view}] svg.gd-layer`)) continue;
    expect((await element.exportSVG(view)).includes('NaN'), view).toBe(false);
  }
});

test('while it plays, another rate halts the old runs until the new ones are there', async () => {
  const element = await place({ views: 'plane', iterations: '2000' });
  inside(element, '.play').click();
  await expect.poll(() => element.iteration).toBeGreaterThan(0);
  element.selectedRate = 0.01;
  await element.updateComplete;
  const halted = element.iteration;
  const shown: number[] = [];
  while (element.state === 'running') {
    shown.push(element.iteration);
    await new Promise(requestAnimationFrame);
  }
  expect(shown.length).toBeGreaterThan(0);
  expect(new Set(shown)).toEqual(new Set([halted]));
  await expect.poll(() => element.iteration).toBeGreaterThan(halted);
  inside(element, '.play').click();
});
