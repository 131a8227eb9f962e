import { defineWords } from '../../words/words';

/** Pictures that can be zoomed. */
export const rasterWords = /* @__PURE__ */ defineWords('raster', {
  rateTitle: 'learning rate (log scale)',
  sharpening: 'sharpening …',
  zoomable: 'zoomable picture',
  keys: '{name}. Arrow keys move, plus and minus zoom, 0 shows everything.',
  keysAndEnter: '{name}. Arrow keys move, plus and minus zoom, 0 shows everything, Enter picks the centre.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  noDeeper: 'Zoom in (this is as deep as float32 tells numbers apart)',
  home: 'Show everything',
  rateHandle: 'Learning rate in hand',
  rateText: '{rate}',
  wheelMac: '⌘ + wheel to zoom',
  wheel: 'Ctrl + wheel to zoom',
});
