import { afterEach, describe, expect, test, vi } from 'vitest';
import { basinsData, bifurcationData, chartBox, home, overlappingTexts, pointer, press } from './charts.fixtures';
import { basins, type BasinsData } from './basins';
import type { RasterWindow } from './rate-raster';
import { bifurcation } from './bifurcation';

afterEach(async () => {
  document.body.replaceChildren();
  // After a drag, d3 swallows clicks until the next task.
  await new Promise((resolve) => setTimeout(resolve));
});

/** A picture that shows what it is asked for. */
function liveBasins(more: Partial<BasinsData> = {}) {
  const box = chartBox(600);
  const onWindow = vi.fn((window: RasterWindow) => draw(window));
  const draw = (window: RasterWindow) => basins.draw(box, { ...basinsData(window), onWindow, ...more });
  draw(home);
  return {
    box,
    onWindow,
    area: box.querySelector<SVGRectElement>('.gd-zoom')!,
    latest: () => onWindow.mock.lastCall?.[0] ?? home,
  };
}

/** A mouse event at fractions of an element's box, as d3 listens for; it is at whole pixels, 0.05 of a start apart. */
function mouse(type: string, target: Element, x: number, y: number): void {
  const box = target.getBoundingClientRect();
  const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
  target.dispatchEvent(
    new MouseEvent(type, { ...place, view: window, bubbles: true, cancelable: true, composed: true }),
  );
}

/** Fingers at fractions across an element's box, half way down. */
function touch(type: string, target: Element, fingers: number[]): TouchEvent {
  const box = target.getBoundingClientRect();
  const touches = fingers.map(
    (x, identifier) =>
      new Touch({
        identifier,
        target,
        clientX: box.left + x * box.width,
        clientY: box.top + box.height / 2,
      }),
  );
  const changed = fingers.length > 0 ? touches : [0, 1].map((identifier) => new Touch({ identifier, target }));
  const event = new TouchEvent(type, {
    touches,
    changedTouches: changed,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  target.dispatchEvent(event);
  return event;
}

function wheel(target: Element, more: WheelEventInit): WheelEvent {
  const box = target.getBoundingClientRect();
  const event = new WheelEvent('wheel', {
    deltaY: -100,
    bubbles: true,
    cancelable: true,
    clientX: box.left + box.width / 4,
    clientY: box.top + box.height / 4,
    ...more,
  });
  target.dispatchEvent(event);
  return event;
}

/** The colour of the image at fractions of the frame. */
const isOff = (button: Element) => button.getAttribute('aria-disabled') === 'true';
const colorAt = (box: Element, x: number, y: number) => {
  const canvas = box.querySelector<HTMLCanvasElement>('canvas.gd-image')!;
  const ratio = canvas.width / parseFloat(canvas.style.width);
  const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(box.querySelector('.gd-frame')!.getAttribute(name)),
  );
  const place = [left + x * (width - 1), top + y * (height - 1)].map((pixels) => Math.floor(pixels * ratio));
  return [...canvas.getContext('2d')!.getImageData(place[0], place[1], 1, 1).data];
};

describe('a zoomable picture', () => {
  test('leaves a plain wheel to the page, and says how to zoom', () => {
    const { box, area, onWindow } = liveBasins();
    expect(wheel(area, {}).defaultPrevented).toBe(false);
    expect(onWindow).not.toHaveBeenCalled();
    expect(box.querySelector('.gd-hint')!.textContent).toMatch(/wheel to zoom/);
  });

  test.each([{ ctrlKey: true }, { metaKey: true }])(
    'zooms by wheel with a modifier, and what is under the pointer stays there',
    (modifier) => {
      const { area, latest } = liveBasins();
      expect(wheel(area, modifier).defaultPrevented).toBe(true);
      const { low, high, rateLow, rateHigh } = latest();
      expect(high - low).toBeLessThan(25);
      expect(low + (high - low) / 4).toBeCloseTo(-5 + 25 / 4, 1);
      expect(rateLow * (rateHigh / rateLow) ** 0.75).toBeCloseTo(0.001 * 5000 ** 0.75, 1);
    },
  );

  test('lets one finger scroll the page up and down', () => {
    expect(getComputedStyle(liveBasins().area).touchAction).toBe('pan-y');
  });

  test('is moved and zoomed by keys, and 0 brings everything back', () => {
    const { area, latest } = liveBasins();
    press(area, '+');
    expect(latest().low).toBeCloseTo(1.25, 6);
    expect(latest().high).toBeCloseTo(13.75, 6);
    press(area, 'ArrowRight');
    expect(latest().low).toBeCloseTo(2.5, 6);
    const before = latest().rateLow;
    press(area, 'ArrowUp');
    expect(latest().rateLow).toBeGreaterThan(before);
    press(area, '+');
    press(area, '0');
    expect(latest()).toEqual(home);
    expect(press(area, 'Tab').defaultPrevented).toBe(false);
    expect(press(area, '+', { ctrlKey: true }).defaultPrevented).toBe(false);
  });

  test('is moved by dragging, and pinched by two fingers', () => {
    const { area, latest } = liveBasins();
    press(area, '+');
    const { low } = latest();
    mouse('mousedown', area, 0.5, 0.5);
    mouse('mousemove', area, 0.4, 0.5);
    mouse('mousemove', area, 0.3, 0.5);
    mouse('mouseup', area, 0.3, 0.5);
    expect(latest().low).toBeCloseTo(low + 0.2 * 12.5, 1);
    const span = latest().high - latest().low;
    expect(touch('touchstart', area, [0.4, 0.6]).defaultPrevented).toBe(false);
    expect(touch('touchmove', area, [0.4, 0.8]).defaultPrevented).toBe(true);
    touch('touchend', area, []);
    expect((latest().high - latest().low) / span).toBeCloseTo(0.5, 2);
  });

  test('leaves a single finger to the page', () => {
    const { area, onWindow } = liveBasins();
    touch('touchstart', area, [0.4]);
    expect(touch('touchmove', area, [0.6]).defaultPrevented).toBe(false);
    touch('touchend', area, []);
    expect(onWindow).not.toHaveBeenCalled();
  });

  test('has buttons that zoom, and that are disabled where they would do nothing', () => {
    const { box, latest } = liveBasins();
    const button = (name: string) => box.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`)!;
    expect(isOff(button('Zoom out'))).toBe(true);
    button('Zoom in').click();
    expect(latest().high - latest().low).toBeCloseTo(12.5, 6);
    expect(isOff(button('Zoom out'))).toBe(false);
    button('Show everything').click();
    expect(latest()).toEqual(home);
  });

  test('zooms no deeper than float32 can tell its pixels apart', () => {
    const { box, area, latest } = liveBasins();
    const zoomIn = box.querySelector<HTMLButtonElement>('[aria-label="Zoom in"]')!;
    for (let i = 0; i < 60 && !isOff(zoomIn); i++) zoomIn.click();
    expect(isOff(zoomIn)).toBe(true);
    expect(zoomIn.title).toContain('as deep as float32 tells numbers apart');
    expect(zoomIn.getAttribute('aria-label')).toBe(zoomIn.title);
    const { low, high } = latest();
    const columns = Math.round(area.getBoundingClientRect().width);
    const pixels = Array.from({ length: columns }, (_, i) => Math.fround(low + ((high - low) * (i + 0.5)) / columns));
    expect(new Set(pixels).size).toBe(columns);
    expect(high - low).toBeLessThan(0.01);
  });

  test('reports the start and rate that were picked, by click and by Enter', () => {
    const onPick = vi.fn();
    const { area } = liveBasins({ onPick });
    mouse('mousedown', area, 0.2, 0.25);
    mouse('mouseup', area, 0.2, 0.25);
    mouse('click', area, 0.2, 0.25);
    expect(onPick.mock.lastCall![0]).toBeCloseTo(0, 1);
    expect(onPick.mock.lastCall![1]).toBeCloseTo(0.001 * 5000 ** 0.75, 1);
    press(area, 'Enter');
    expect(onPick.mock.lastCall![0]).toBeCloseTo(7.5, 6);
    expect(onPick.mock.lastCall![1]).toBeCloseTo(Math.sqrt(0.005), 6);
  });

  test('a drag is no pick', () => {
    const onPick = vi.fn();
    const { area } = liveBasins({ onPick });
    mouse('mousedown', area, 0.2, 0.25);
    mouse('mousemove', area, 0.4, 0.25);
    mouse('mouseup', area, 0.4, 0.25);
    mouse('click', area, 0.4, 0.25);
    expect(onPick).not.toHaveBeenCalled();
  });

  test('puts an image that lags behind where it belongs', () => {
    const box = chartBox(600);
    basins.draw(box, basinsData());
    const [sharp, wide] = [colorAt(box, 0.2, 0.5), colorAt(box, 0.7, 0.5)];
    expect(sharp).not.toEqual(wide);
    // The boundary of the image is at start 5: at the middle of this window.
    basins.draw(box, basinsData({ ...home, low: 0, high: 10 }));
    const reddish = ([r, , b]: number[]) => r > b;
    expect([0.1, 0.45, 0.55, 0.9].map((x) => reddish(colorAt(box, x, 0.5)))).toEqual([true, true, false, false]);
  });

  test.each([320, 1100])('has no labels on one another at %i pixels', (width) => {
    const box = chartBox(width);
    basins.draw(box, basinsData());
    expect(overlappingTexts(box)).toEqual([]);
    const other = chartBox(width);
    bifurcation.draw(other, bifurcationData());
    expect(overlappingTexts(other)).toEqual([]);
  });

  test('says what is under the pointer', () => {
    const { box, area } = liveBasins();
    pointer('pointermove', area, 0.21, 0.55);
    expect(box.querySelector('.gd-readout')!.textContent).toMatch(
      /start θ = 0\.2.*sharp minimum, settled at iteration \d+/,
    );
    pointer('pointermove', area, 0.21, 0.02);
    expect(box.querySelector('.gd-readout')!.textContent).toContain('diverged at iteration');
  });
});

describe('the basins', () => {
  test('have the lowest rate at the bottom and the lowest start at the left', () => {
    const box = chartBox(600);
    basins.draw(box, basinsData());
    // Only the highest rate diverges, from every start; below, the starts left of 5 go left and the others right.
    const isPurple = ([r, g, b]: number[]) => r > g && b > g;
    const [isOrange, isBlue] = [([r, g, b]: number[]) => r > g && g > b, ([r, g, b]: number[]) => b > g && g > r];
    expect([0.2, 0.7].map((x) => isPurple(colorAt(box, x, 0.02)))).toEqual([true, true]);
    expect(isOrange(colorAt(box, 0.2, 0.98))).toBe(true);
    expect(isBlue(colorAt(box, 0.7, 0.98))).toBe(true);
  });

  test('grow stronger with the time that a run took', () => {
    const box = chartBox(600);
    const data = basinsData();
    const lightness = (date: number) => {
      basins.draw(box, { ...data, dates: new Uint32Array(200).fill(date) });
      return colorAt(box, 0.2, 0.9)
        .slice(0, 3)
        .reduce((sum, value) => sum + value, 0);
    };
    const steps = [1, 5, 25, 100, 400].map(lightness);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(new Set(steps).size).toBe(5);
  });

  test('are told in words with their numbers', () => {
    expect(basins.summarize(basinsData())).toContain(
      'sharp minimum 36\u202f%, wide minimum 54\u202f%, diverged 10\u202f%',
    );
  });
});

describe('the bifurcation', () => {
  test('leaves ink where the iterates are and none elsewhere', () => {
    const box = chartBox(600);
    bifurcation.draw(box, bifurcationData());
    const y = 1 - 15.5 / 25;
    expect(colorAt(box, 0.3, y)[3]).toBe(255);
    expect(colorAt(box, 0.3, 0.9)[3]).toBe(0);
    expect(colorAt(box, 0.9, y)[3]).toBe(0);
    expect(bifurcation.summarize(bifurcationData())).toContain(
      'At 25\u202f% of the rates every run diverged or left the domain.',
    );
  });

  test('no name of a limit stands on the line of the rate in hand, wherever that is', () => {
    const box = chartBox(600);
    for (const learningRate of [0.05, 0.09, 0.1, 0.101, 0.11, 0.15, 1.5, 2]) {
      bifurcation.draw(box, { ...bifurcationData(), picked: { learningRate } });
      const line = box.querySelector('.gd-picked .gd-selected')!.getBoundingClientRect();
      const plates = [...box.querySelectorAll('.gd-plate')].map((plate) => plate.getBoundingClientRect());
      expect([learningRate, plates.length]).toEqual([learningRate, bifurcationData().thresholds.length]);
      expect(plates.filter(({ left, right }) => line.left < right && line.right > left)).toEqual([]);
    }
  });

  test('is moved along the learning rate by left and right', () => {
    const box = chartBox(600);
    const onWindow = vi.fn();
    const window = { low: 0, high: 10, rateLow: 0.01, rateHigh: 1 };
    bifurcation.draw(box, { ...bifurcationData(window), onWindow });
    press(box.querySelector('.gd-zoom')!, 'ArrowRight');
    expect(onWindow.mock.lastCall![0].rateLow).toBeCloseTo(0.01 * 100 ** 0.1, 6);
    expect(onWindow.mock.lastCall![0].low).toBe(0);
  });
});
