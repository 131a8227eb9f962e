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
    const outcomes = listOutcomes(Array.from({ length: 40 }, (_, i) => ({ theta: i, label: `${i}` })));
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

/** As eyes see colours that lack a kind of cone, in linear light (Machado, Oliveira and Fernandes, 2009). */
const EYES = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seenBy(matrix: readonly number[], [r, g, b]: RGB): [number, number, number] {
  const linear = [r, g, b].map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  const seen = [0, 3, 6].map((row) => {
    const light = matrix[row] * linear[0] + matrix[row + 1] * linear[1] + matrix[row + 2] * linear[2];
    const part = Math.min(1, Math.max(0, light));
    return part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
  });
  const { l, a, b: yellow } = lab(`rgb(${seen.map((part) => Math.round(255 * part)).join(', ')})`);
  return [l, a, yellow];
}

test.each(['light', 'dark'])('on a %s page eight minima have colours that every eye tells apart', (scheme) => {
  const box = chartRoot(chartBox(300));
  ((box.getRootNode() as ShadowRoot).host as HTMLElement).style.colorScheme = scheme;
  const names = Array.from({ length: 8 }, (_, i) => `--gd-minimum-${i + 1}`);
  const inks = inksOf(box, names);
  for (const [eye, matrix] of Object.entries(EYES)) {
    const seen = inks.map((ink) => seenBy(matrix, ink));
    seen.forEach((a, i) =>
      seen.slice(i + 1).forEach((b, j) => {
        const apart = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
        expect(apart, `${names[i]} and ${names[i + 1 + j]}, ${eye}`).toBeGreaterThan(eye === 'all' ? 20 : 10);
      }),
    );
  }
});

test.each(['light', 'dark'])(
  'on a %s page no colour of an outcome is that of another one, however many minima there are, and the usual ones are told apart by every eye',
  (scheme) => {
    const box = chartRoot(chartBox(300));
    ((box.getRootNode() as ShadowRoot).host as HTMLElement).style.colorScheme = scheme;
    const outcomes = listOutcomes(Array.from({ length: 120 }, (_, i) => ({ theta: i, label: `${i}` })));
    const inks = inksOf(
      box,
      outcomes.map((outcome) => outcome.color),
    );
    expect(new Set(inks.map((ink) => ink.join())).size).toBe(outcomes.length);
    const usual = outcomes.flatMap(({ kind, color }, i) =>
      i < 2 || kind !== 'minimum' ? [{ color, ink: inks[i] }] : [],
    );
    for (const [eye, matrix] of Object.entries(EYES))
      usual.forEach((one, i) =>
        usual.slice(i + 1).forEach((other) => {
          const [a, b] = [one, other].map(({ ink }) => seenBy(matrix, ink));
          expect(
            Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]),
            `${one.color} and ${other.color}, ${eye}`,
          ).toBeGreaterThan(7);
        }),
      );
  },
);
