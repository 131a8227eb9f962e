import { afterEach, expect, test } from 'vitest';
import { allInside, inside, place as placeAny, type AnyElement } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdSurface } from '../../generated/elements';

const place = async (attributes: Record<string, string>) => {
  const quick = { engine: 'cpu', loading: 'eager', starts: '60', iterations: '12' };
  const element = placeAny('gd-surface', { ...quick, ...attributes }) as AnyElement & GdSurface;
  await element.settled;
  return element;
};

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

const press = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

test('the runs follow the rate in the very update, and the result once it rests', async () => {
  const element = await place({ views: 'contours', start: '0 0', iteration: '12' });
  const events: string[] = [];
  for (const type of ['gd-start', 'gd-result']) element.addEventListener(type, () => events.push(type));
  const pathOf = () => inside(element, '.gd-paths path').getAttribute('d');
  const seen = [pathOf()];
  const slider = inside<HTMLInputElement>(element, '.rate-track input');
  for (const share of [0.3, 0.5, 0.7]) {
    slider.value = String(Math.round(1000 * share));
    slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await element.updateComplete;
    seen.push(pathOf());
    expect(element.result!.runs[0].learningRate).toBe(0.1);
  }
  expect(new Set(seen).size).toBe(4);
  await element.settled;
  expect(element.result!.runs[0].learningRate).toBe(element.learningRate);
  expect(element.learningRate).not.toBe(0.1);
  expect(events).toEqual(['gd-start', 'gd-result']);
});

test('the sentence below the lines of equal loss has the range of their axes', async () => {
  const element = await place({ views: 'contours', objective: 'x^2 + y^2' });
  const told = inside(element, '.summary').textContent!;
  const number = (text: string) => Number(text.replace('−', '-'));
  const [from, to] = /x from (\S+) to ([^\s,]+),/.exec(told)!.slice(1).map(number);
  const at = (x: number) => {
    const tick = allInside(element, '.gd-x text').find(({ textContent }) => number(textContent!) === x)!;
    const { left, right } = tick.getBoundingClientRect();
    return (left + right) / 2;
  };
  const width = Number(inside(element, '.gd-clip-box').getAttribute('width'));
  // Places of ticks, in pixels, and four digits of each end: within five pixels.
  expect((to - from) * (at(1) - at(0))).toBeCloseTo(width, -1);
  const { xLow, xHigh } = element.result!.parameters;
  expect(to - from).toBeGreaterThan(xHigh - xLow);
});

test('of a constant loss it is said that its gradient is 0 everywhere', async () => {
  const element = await place({ views: 'surface contours basins rates loss', objective: '3' });
  const told = allInside(element, '.summary').map(({ textContent }) => textContent!);
  for (const text of told.slice(0, 2)) expect(text).toContain('The gradient is 0 at: every place.');
  for (const text of told.slice(0, 3)) expect(text).toContain('standing still 100');
});

test('the relief turns by keys, and nothing is computed anew', async () => {
  const element = await place({ views: 'surface' });
  const { result } = element;
  const pixels = () => inside<HTMLCanvasElement>(element, 'canvas').toDataURL();
  const before = pixels();
  press(inside(element, '.gd-hit'), 'ArrowRight');
  press(inside(element, '.gd-hit'), 'ArrowUp');
  await element.settled;
  expect([element.turn, element.tilt]).toEqual([25, 43]);
  expect(pixels()).not.toBe(before);
  expect(element.result).toBe(result);
});

test('at a place of the contours the gradient is read, with its parts, and a run starts from there', async () => {
  const element = await place({ views: 'contours', objective: 'x^2 + 2y^2', start: '1 1' });
  const hit = inside<SVGRectElement>(element, '.gd-hit');
  hit.dispatchEvent(new FocusEvent('focus'));
  press(hit, 'ArrowLeft');
  press(hit, 'ArrowRight');
  const lines = inside(element, '.gd-readout').textContent;
  expect(lines).toContain('loss 3 at (1, 1)');
  expect(lines).toContain('∂f/∂x = 2');
  expect(lines).toContain('∂f/∂y = 4');
  press(hit, 'ArrowUp');
  press(hit, 'Enter');
  await element.settled;
  expect((element.start as number[])[1]).toBeGreaterThan(1);
  expect(element.result!.runs[0].trajectory[0]).toEqual(element.start);
});

test('a preset brings its own window, rate and start', async () => {
  const element = await place({ views: 'contours' });
  const buttons = [...element.shadowRoot!.querySelectorAll('button')];
  buttons.find(({ textContent }) => textContent.trim() === 'Two linear layers')!.click();
  await element.settled;
  expect(element.result!.valleys).toHaveLength(2);
  expect(element.result!.parameters).toMatchObject({ xLow: -3, xHigh: 3, learningRate: 0.3, start: [2.4, -0.6] });
});

test.each([390, 800, 1200])(
  'minima are named wherever there is room, and no name stands on another text, at %i pixels',
  async (width) => {
    document.body.style.width = `${width}px`;
    const himmelblau = { objective: '(x^2+y-11)^2+(x+y^2-7)^2', 'learning-rate': '0.02' };
    for (const view of ['surface', 'contours']) {
      const element = await place({ views: view, ...himmelblau });
      const texts = allInside(element, `[data-view=${view}] :is(.gd-names, .gd-edges) text`);
      const boxes = texts.map((text) => text.getBoundingClientRect());
      boxes.forEach((a, i) =>
        boxes.slice(i + 1).forEach((b, k) => {
          const overlap = a.left < b.right && b.left < a.right && a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2;
          expect(overlap, `${texts[i].textContent} and ${texts[i + 1 + k].textContent}`).toBe(false);
        }),
      );
      // In the relief the fourth minimum lies behind the edge of the block, and on a telephone others have no room.
      const names = texts.map(({ textContent }) => textContent!).filter((text) => text.startsWith('minimum'));
      expect(names.length, view).toBeGreaterThanOrEqual(width < 500 ? 2 : view === 'surface' ? 3 : 4);
      document.body.replaceChildren();
    }
    document.body.style.width = '';
  },
);
