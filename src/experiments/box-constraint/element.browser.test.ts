import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';

type Element = HTMLElementTagNameMap['gd-box-constraint'];

async function place(attributes: Record<string, string> = {}): Promise<Element> {
  const element = placeAny('gd-box-constraint', { loading: 'eager', ...attributes }) as unknown as Element;
  await element.settled;
  return element;
}

const inView = (element: Element, view: string, selector: string) =>
  inside<SVGElement & HTMLElement>(element, `[data-view=${view}] ${selector}`);

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('keys move the start in the map, and every picture follows', async () => {
  const element = await place();
  const views = ['map', 'landscape', 'descent', 'boundary'];
  const before = await Promise.all(views.map((view) => element.exportSVG(view)));
  inView(element, 'map', '.gd-start circle').focus();
  await userEvent.keyboard('{ArrowRight}');
  const result = await element.settled;
  expect(result.phi[0]).toBe(element.start);
  expect(element.start).toBeGreaterThan(0);
  for (const [i, view] of views.entries()) expect(await element.exportSVG(view), view).not.toBe(before[i]);
});

test.each(['(theta-2)^2/2', 'ln(theta)', '5', '1/theta', 'abs(theta)', '-theta^2', 'theta^4'])(
  '%s is drawn, and nothing is drawn at a place that is not a number',
  async (objective) => {
    const element = await place({ objective, 'learning-rate': '3' });
    expect(element.state).toBe('done');
    const shown = ['map', 'landscape', 'descent', ...(element.result!.optimum === null ? [] : ['boundary'])];
    for (const view of shown) expect((await element.exportSVG(view)).includes('NaN'), view).toBe(false);
  },
);
