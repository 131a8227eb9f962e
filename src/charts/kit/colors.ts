import { color } from './palette';

export type RGB = readonly [number, number, number];

let paint: CanvasRenderingContext2D | null = null;

/** Any CSS colour that a browser computes, as red, green, blue (0 to 255) and alpha (0 to 1). */
export function parseColor(css: string): [number, number, number, number] {
  paint ??= canvas1x1();
  if (!paint) return [0, 0, 0, 1];
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = '#000';
  paint.fillStyle = css;
  paint.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

function canvas1x1(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  return canvas.getContext('2d', { willReadFrequently: true });
}

/**
 * CSS colours as they come out in `container`: custom properties, `light-dark()` and the page's scheme are only known
 * to an element that lives there, so a hidden one is asked.
 */
export function resolveColors(container: Element, css: readonly string[]): string[] {
  const probe = document.createElement('span');
  probe.hidden = true;
  // Where a person forces colours, those of data stay, as in SVG.
  probe.style.setProperty('forced-color-adjust', 'none');
  container.append(probe);
  const style = getComputedStyle(probe);
  const resolved = css.map((value) => {
    probe.style.color = value;
    return style.color;
  });
  probe.remove();
  return resolved;
}

/** Colours by the names of their custom properties, as numbers: for images. */
export function inksOf(container: Element, names: readonly string[]): RGB[] {
  return resolveColors(container, names.map(color)).map((css) => parseColor(css).slice(0, 3) as unknown as RGB);
}

/** Between two colours, by `share` of the second, in the space that screens use. */
export function mix(first: RGB, second: RGB, share: number): RGB {
  return [0, 1, 2].map((i) => first[i] + (second[i] - first[i]) * share) as unknown as RGB;
}
