import { afterEach, expect, test } from 'vitest';
import { chartBox } from './charts.fixtures';
import { inksOf, parseColor, resolveColors, type RGB } from './colors';
import { color, listOutcomes } from './palette';

afterEach(() => document.body.replaceChildren());

const luminance = (rgb: RGB) => {
  const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: RGB, b: RGB) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

test.each(['light', 'dark'])('every colour stands out from the surface on a %s page, and muted text can be read', (scheme) => {
  const box = chartBox(300);
  const host = (box.getRootNode() as ShadowRoot).host as HTMLElement;
  host.style.colorScheme = scheme;
  host.style.color = scheme === 'light' ? '#1b1e24' : '#e8eaee';
  const outcomes = listOutcomes(Array.from({ length: 6 }, (_, i) => ({ theta: i, label: `${i}` })));
  const inks = inksOf(box, outcomes);
  inks.outcomes.forEach((ink, i) => expect(contrast(ink, inks.surface), outcomes[i].color).toBeGreaterThanOrEqual(3));
  const series = ['--gd-series-signal', '--gd-series-observed', '--gd-series-recovery', '--gd-series-negative'];
  resolveColors(box, series.map(color)).forEach((css, i) => expect(contrast(parseColor(css).slice(0, 3) as unknown as RGB, inks.surface), series[i]).toBeGreaterThanOrEqual(3));
  const [maximum, accent, muted] = resolveColors(box, ['--gd-maximum', '--gd-accent', '--gd-muted'].map(color)).map(parseColor);
  for (const ink of [maximum, accent]) expect(contrast(ink.slice(0, 3) as unknown as RGB, inks.surface)).toBeGreaterThanOrEqual(4.5);
  const blended = muted.slice(0, 3).map((value, i) => value * muted[3] + inks.surface[i] * (1 - muted[3])) as unknown as RGB;
  expect(contrast(blended, inks.surface)).toBeGreaterThanOrEqual(4.5);
});

test('a page sets a colour by its custom property, on any ancestor', () => {
  const box = chartBox(300);
  document.body.style.setProperty('--gd-minimum-1', 'rgb(1, 2, 3)');
  expect(inksOf(box, listOutcomes([{ theta: 0, label: 'a' }])).outcomes[0]).toEqual([1, 2, 3]);
  document.body.style.removeProperty('--gd-minimum-1');
});
