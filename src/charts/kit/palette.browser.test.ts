import { lab } from 'd3';
import { afterEach, expect, test } from 'vitest';
import { chartBox } from '../charts.fixtures';
import { chartRoot } from './chart';
import { inksOf, parseColor, resolveColors, type RGB } from './colors';
import { listOutcomes } from '../outcome';
import { color, rateColors, scaleColor } from './palette';

afterEach(() => document.body.replaceChildren());

const luminance = (rgb: RGB) => {
  const [r, g, b] = rgb.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: RGB, b: RGB) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

test.each(['light', 'dark'])(
  'every colour stands out from the surface on a %s page, and muted text can be read',
  (scheme) => {
    const box = chartRoot(chartBox(300));
    const host = (box.getRootNode() as ShadowRoot).host as HTMLElement;
    host.style.colorScheme = scheme;
    host.style.color = scheme === 'light' ? '#1b1e24' : '#e8eaee';
    const outcomes = listOutcomes(Array.from({ length: 6 }, (_, i) => ({ theta: i, label: `${i}` })));
    const [surface, ...inks] = inksOf(box, ['--gd-surface', ...outcomes.map((outcome) => outcome.color)]);
    inks.forEach((ink, i) => expect(contrast(ink, surface), outcomes[i].color).toBeGreaterThanOrEqual(3));
    const series = ['--gd-series-signal', '--gd-series-observed', '--gd-series-recovery', '--gd-series-negative'];
    resolveColors(box, series.map(color)).forEach((css, i) =>
      expect(contrast(parseColor(css).slice(0, 3) as unknown as RGB, surface), series[i]).toBeGreaterThanOrEqual(3),
    );
    const [maximum, accent, muted] = resolveColors(box, ['--gd-maximum', '--gd-accent', '--gd-muted'].map(color)).map(
      parseColor,
    );
    for (const ink of [maximum, accent])
      expect(contrast(ink.slice(0, 3) as unknown as RGB, surface)).toBeGreaterThanOrEqual(4.5);
    const blended = muted
      .slice(0, 3)
      .map((value, i) => value * muted[3] + surface[i] * (1 - muted[3])) as unknown as RGB;
    expect(contrast(blended, surface)).toBeGreaterThanOrEqual(4.5);
  },
);

test('a page sets a colour by its custom property, on any ancestor', () => {
  const box = chartRoot(chartBox(300));
  document.body.style.setProperty('--gd-minimum-1', 'rgb(1, 2, 3)');
  expect(inksOf(box, ['--gd-minimum-1'])[0]).toEqual([1, 2, 3]);
  document.body.style.removeProperty('--gd-minimum-1');
});

test.each(['light', 'dark'])(
  'learning rates have colours in order on a %s page: each stands out, and lightness rises with the rate',
  (scheme) => {
    const box = chartRoot(chartBox(300));
    ((box.getRootNode() as ShadowRoot).host as HTMLElement).style.colorScheme = scheme;
    const rates = Array.from({ length: 12 }, (_, i) => 2 ** -i);
    const [surface] = inksOf(box, ['--gd-surface']);
    const inks = resolveColors(box, rateColors(rates).map(color))
      .map((css) => parseColor(css).slice(0, 3) as unknown as RGB)
      .reverse();
    inks.forEach((ink, i) => {
      expect(contrast(ink, surface), `${i}`).toBeGreaterThanOrEqual(3);
      if (i > 0) expect(luminance(ink), `${i}`).toBeGreaterThan(luminance(inks[i - 1]));
    });
  },
);

test('the colours of a table’s numbers change by steps that look alike', () => {
  const box = chartRoot(chartBox(300));
  const shades = resolveColors(
    box,
    Array.from({ length: 25 }, (_, i) => scaleColor(i / 24)),
  ).map((css) => {
    const [r, g, b] = parseColor(css);
    return lab(`rgb(${r}, ${g}, ${b})`);
  });
  const lightness = shades.slice(1).map(({ l }, i) => l - shades[i].l);
  const mean = lightness.reduce((sum, step) => sum + step, 0) / 24;
  for (const step of lightness) {
    expect(step).toBeGreaterThan(0.5 * mean);
    expect(step).toBeLessThan(1.5 * mean);
  }
});
