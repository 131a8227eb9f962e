import { afterEach, expect, test } from 'vitest';
import { chartBox, histogramData, outcomesData } from '../charts.fixtures';
import { histogram } from '../histogram';
import { outcomes } from '../outcomes';
import { chartToPNG, chartToSVG } from './export';

afterEach(() => document.body.replaceChildren());

const TRANSFORMS = [
  ['scaled', 'transform: scale(0.6); transform-origin: 0 0'],
  ['turned', 'transform: rotate(90deg); transform-origin: 300px 200px'],
  ['slightly turned', 'transform: rotate(7deg) scale(1.3); transform-origin: 40px 20px'],
  ['zoomed', 'zoom: 1.5'],
] as const;

/** A box of the page under a style of an ancestor. */
function styled(style: string): HTMLElement {
  const box = chartBox(600);
  const host = (box.getRootNode() as ShadowRoot).host as HTMLElement;
  const around = document.createElement('div');
  around.style.cssText = `width: 600px; ${style}`;
  host.before(around);
  around.append(host);
  return box;
}

test.each(TRANSFORMS)('what the pointer is on is what is read, in a chart that is %s', (_, style) => {
  const box = styled(style);
  outcomes.draw(box, outcomesData());
  const area = box.querySelector<SVGPathElement>('.gd-areas path')!;
  const hit = box.querySelector<SVGRectElement>('.gd-hit')!;
  const [x, y, width] = ['x', 'y', 'width'].map((name) => Number(hit.getAttribute(name)));
  // The place on the screen of a point of the chart, by a shape that stands there.
  const mark = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ x: x + 0.75 * width - 1, y: y + 19, width: 2, height: 2 }))
    mark.setAttribute(name, String(value));
  area.parentElement!.append(mark);
  const { left, top, width: wide, height: tall } = mark.getBoundingClientRect();
  hit.dispatchEvent(new PointerEvent('pointermove', { clientX: left + wide / 2, clientY: top + tall / 2 }));
  // Three quarters of a logarithmic axis from 0.001 to 5.
  const read = Number(/learning rate ([\d.]+)/.exec(box.querySelector('.gd-readout')!.textContent!)![1]);
  expect(Math.log(read / (0.001 * 5000 ** 0.75))).toBeCloseTo(0, 1);
});

test.each(TRANSFORMS)('a chart that is %s is saved as if it were not', async (_, style) => {
  const plain = chartBox(600);
  const box = styled(style);
  for (const place of [plain, box]) {
    outcomes.draw(place, outcomesData());
    const second = document.createElement('div');
    place.append(second);
    histogram.draw(second, histogramData());
  }
  const parsed = [plain, box].map((place) => new DOMParser().parseFromString(chartToSVG(place), 'image/svg+xml'));
  const sizes = parsed.map(({ documentElement: root }) => [root.getAttribute('width'), root.getAttribute('height')]);
  expect(sizes[1]).toEqual(sizes[0]);
  const [expected, found] = parsed.map((picture) =>
    [...picture.querySelectorAll('svg > g > :is(text, rect, g, image)')].map((element) => ({
      text: element.localName === 'text' ? element.textContent : '',
      place: element.getAttribute('transform')?.match(/-?[\d.]+(e-?\d+)?/g) ?? [
        element.getAttribute('x'),
        element.getAttribute('y'),
      ],
    })),
  );
  expect(found.map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
  found.forEach(({ place, text }, i) =>
    place.forEach((value, j) =>
      expect(Math.abs(Number(value) - Number(expected[i].place[j])), `${text} ${i}`).toBeLessThan(1.5),
    ),
  );
  const [image, same] = await Promise.all(
    [box, plain].map(async (place) => createImageBitmap(await chartToPNG(place))),
  );
  expect([image.width, image.height]).toEqual([same.width, same.height]);
});
