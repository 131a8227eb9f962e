/** An element's heights once it is drawn with its defaults, where its pictures are about 390, 690 and 1000 wide. */
export interface Heights {
  /** What an element of several pictures has once; in the end the height of the box of controls that stands beside them. */
  around: readonly [narrow: number, middle: number, panel: number];
  /** With this view alone; `wide` is that of a bare figure. */
  views: Readonly<Record<string, readonly [narrow: number, middle: number, wide: number]>>;
}

/** A bare figure is about so much lower than one with controls. */
export const BARE = 0.9;
/** From this width on the box of controls stands beside the pictures, and takes so much of it. */
const BESIDE = 940;
const PANEL = 308;
/** The controls of a picture, and the gap to the next one, in tens of pixels. */
const TOOLS = 6;

/**
 * About how high an element is, in pixels, that shows these views in a column of this width.
 * @param heights in tens of pixels
 */
export function roomFor({ around, views }: Heights, shown: readonly string[], width: number, isBare: boolean): number {
  const isBeside = !isBare && width >= BESIDE;
  const across = isBeside ? width - PANEL : width;
  const column = across <= 560 ? 0 : across < 850 ? 1 : 2;
  const once = column < 2 ? around[column] : isBare ? 0 : -TOOLS;
  const pictures = shown.reduce((sum, view) => sum + views[view][column] - once, 0);
  if (isBare) return 10 * (column === 2 ? pictures : BARE * pictures);
  const beside = pictures + around[Math.min(column, 1)];
  if (isBeside) return 10 * Math.max(beside, around[2]);
  return 10 * (width <= 560 ? beside : beside + around[2] / 2);
}
