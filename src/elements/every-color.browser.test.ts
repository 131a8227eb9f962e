import { cdp } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { allInside, place, subjects, type AnyElement } from './elements.fixtures';

afterEach(async () => {
  await emulate({});
  document.body.replaceChildren();
});

const emulate = (features: Record<string, string>) =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });

const backgrounds = (element: AnyElement, selector: string) =>
  allInside(element, selector).map((one) => getComputedStyle(one).backgroundColor);

/** The colours that tell data apart: those of keys, and the pixels of canvases; shades that begin with the text's colour are counted. */
const colorsOf = (element: AnyElement) => ({
  keys: backgrounds(element, '.gd-swatch, .gd-track span'),
  shades: new Set(backgrounds(element, '.gd-ramp span')).size,
  canvases: allInside<HTMLCanvasElement>(element, 'canvas').map((canvas) => canvas.toDataURL()),
});

describe.each(subjects)('$tag', ({ tag, quick }) => {
  test('where a person forces colours, those that mean something stay', async () => {
    const element = place(tag, quick);
    await element.settled;
    const before = colorsOf(element);
    element.remove();
    await emulate({ 'forced-colors': 'active' });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const forced = place(tag, quick);
    await forced.settled;
    expect(colorsOf(forced)).toEqual(before);
    const pressed = allInside(forced, 'button[aria-pressed]');
    const looks = (isPressed: boolean) =>
      pressed
        .filter((button) => (button.getAttribute('aria-pressed') === 'true') === isPressed)
        .map((button) => getComputedStyle(button).backgroundColor);
    for (const look of looks(true)) expect(looks(false)).not.toContain(look);
  });
});
