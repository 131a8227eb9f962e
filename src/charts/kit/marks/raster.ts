import type { Mark, Panel } from '../panel';
import type { Interval } from '../scales';

export interface RasterOptions {
  name?: string;
  panel?: Panel;
  /** What the image covers, in the units of the axes: an older image moves and stretches until a new one comes. */
  x: Interval;
  y: Interval;
  /** The image is made again only where one of these is another value. */
  key: readonly unknown[];
  /** The image at its own resolution, its first row on top. */
  image(): ImageData;
}

interface Made {
  key: readonly unknown[];
  canvas: HTMLCanvasElement;
}

/** The images of each chart, by the names of their marks. */
const images = new WeakMap<HTMLElement, Map<string, Made>>();

/** An image of one value a pixel. */
export function raster({ name = 'gd-raster', panel, x: across, y: up, key, image }: RasterOptions): Mark {
  return {
    name,
    panel,
    clip: true,
    paint(context, { root, x, y }) {
      const ofChart = images.get(root) ?? new Map<string, Made>();
      images.set(root, ofChart);
      let made = ofChart.get(name);
      if (!made || key.length !== made.key.length || key.some((part, i) => !Object.is(part, made!.key[i]))) {
        const pixels = image();
        const canvas = made?.canvas ?? document.createElement('canvas');
        Object.assign(canvas, { width: pixels.width, height: pixels.height });
        canvas.getContext('2d')?.putImageData(pixels, 0, 0);
        ofChart.set(name, (made = { key, canvas }));
      }
      const [left, right, top, bottom] = [x(across[0]), x(across[1]), y(up[1]), y(up[0])];
      // Blocks of a coarse image are shown as the blocks they are; one that nearly fits is fitted smoothly.
      context.imageSmoothingEnabled = ((right - left) * (globalThis.devicePixelRatio || 1)) / made.canvas.width < 2;
      context.imageSmoothingQuality = 'high';
      context.drawImage(made.canvas, left, top, right - left, bottom - top);
    },
  };
}
