import { afterEach, describe, expect, test } from 'vitest';
import { basinsData, chartBox, histogramData, landscapeData, outcomesData } from '../charts.fixtures';
import { basins } from '../basins';
import { chartToPNG, chartToSVG } from './export';
import { histogram } from '../histogram';
import { landscape } from '../landscape';
import { outcomes } from '../outcomes';

afterEach(() => document.body.replaceChildren());

const charts = {
  landscape: (box: HTMLElement) => landscape.draw(box, landscapeData()),
  histogram: (box: HTMLElement) => histogram.draw(box, histogramData()),
  outcomes: (box: HTMLElement) => outcomes.draw(box, outcomesData()),
  basins: (box: HTMLElement) => basins.draw(box, basinsData()),
};

function exported(draw: (box: HTMLElement) => void) {
  const box = chartBox(600);
  draw(box);
  const source = chartToSVG(box);
  return { box, source, picture: new DOMParser().parseFromString(source, 'image/svg+xml') };
}

describe('an exported chart', () => {
  test.each(Object.keys(charts) as (keyof typeof charts)[])(
    'of %s parses, stands alone and says what the page says',
    (name) => {
      const { box, source, picture } = exported(charts[name]);
      expect(picture.querySelector('parsererror')).toBeNull();
      expect(picture.documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
      expect(source).not.toMatch(/var\(|light-dark|class=|style=|foreignObject|<button/);
      const words = [...picture.querySelectorAll('text')].map((text) => text.textContent);
      for (const text of box.querySelectorAll('svg text, .gd-label, td'))
        if (text.textContent) expect(words).toContain(text.textContent.trimEnd());
    },
  );

  test('has as many bars as the page', () => {
    const { box, picture } = exported(charts.histogram);
    const fill = getComputedStyle(box.querySelector('.gd-bars rect')!).fill.replaceAll(' ', '');
    const bars = [...picture.querySelectorAll('rect')].filter(
      (rect) => rect.getAttribute('fill') === fill && Number(rect.getAttribute('height')) > 20,
    );
    expect(bars.length).toBe(1);
  });

  test('embeds canvases as images', () => {
    const { picture } = exported(charts.basins);
    expect(picture.querySelector('image')!.getAttribute('href')).toMatch(/^data:image\/png;base64,/);
  });

  test('shows a label as text even if it looks like markup', () => {
    const data = landscapeData();
    const evil = '"><script>alert(1)</script>&amp;';
    const { picture } = exported((box) =>
      landscape.draw(box, { ...data, outcomes: data.outcomes.map((outcome) => ({ ...outcome, label: evil })) }),
    );
    expect(picture.querySelector('parsererror')).toBeNull();
    expect(picture.querySelector('script')).toBeNull();
    expect([...picture.querySelectorAll('text')].some((text) => text.textContent === evil)).toBe(true);
  });

  test('becomes a PNG of twice its size that is not blank', async () => {
    const box = chartBox(600);
    charts.outcomes(box);
    const image = await createImageBitmap(await chartToPNG(box));
    expect(image.width).toBe(2 * (600 + 2 * 16));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colors = new Set<number>();
    for (let i = 0; i < data.length; i += 4) colors.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    expect(colors.size).toBeGreaterThan(20);
  });
});
