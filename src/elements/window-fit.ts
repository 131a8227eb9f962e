/** Below the picture, in pixels. */
const MARGIN = 8;
/** No panel is made lower than this. */
const LEAST = 72;

const PROPERTY = '--gd-chart-height';

/**
 * Keeps the first picture of an element in sight, above what lies over the lower edge of the window, on pages that ask
 * for it by `--gd-chart-height: window`. What stands around a picture is known once it is drawn: then it is drawn again.
 */
export class WindowFit {
  #fitted = '';

  /**
   * @param picture the box of a picture that has just been drawn
   * @param covered how much of the window is covered at its lower edge, in pixels
   */
  fit(picture: HTMLElement, name: string, covered: () => number, redraw: () => void): void {
    const key = `${name} ${picture.clientWidth}`;
    if (key === this.#fitted || !picture.hasChildNodes()) return;
    this.#fitted = key;
    if (picture.style.getPropertyValue(PROPERTY)) {
      picture.style.removeProperty(PROPERTY);
      redraw();
    }
    if (getComputedStyle(picture).getPropertyValue(PROPERTY).trim() !== 'window') return;
    const plot = picture.querySelector('.gd-plot');
    if (!plot) return;
    const excess = lastOf(plot).getBoundingClientRect().bottom + scrollY - (innerHeight - covered() - MARGIN);
    if (excess <= 0) return;
    // Without axes, the picture is its one panel.
    const panels = [...plot.querySelectorAll('.gd-clip-box')].map((panel) => Number(panel.getAttribute('height')));
    const cap = capFor(panels.length > 0 ? panels : [plot.clientHeight], excess);
    picture.style.setProperty(PROPERTY, `${Math.max(LEAST, Math.floor(cap))}px`);
    redraw();
  }
}

/** The scale of colours that stands below a plot, or the plot itself. */
const lastOf = (plot: Element): Element =>
  plot.parentElement!.querySelector(':scope > .gd-plot + :is(.gd-ramp-key, :has(> .gd-ramp-key))') ?? plot;

/** How tall panels may be so that together they lose so much: the tallest lose first. */
function capFor(heights: readonly number[], excess: number): number {
  const sorted = heights.toSorted((a, b) => b - a);
  let [sum, cap] = [0, 0];
  for (const [i, height] of sorted.entries()) {
    sum += height;
    cap = (sum - excess) / (i + 1);
    if (cap >= (sorted[i + 1] ?? 0)) break;
  }
  return cap;
}
