/** Below the picture, in pixels. */
const MARGIN = 8;
/** No panel is made lower than this. */
const LEAST = 72;

const PROPERTY = '--gd-chart-height';

/**
 * Keeps the first picture of an element in sight, with all plots that stand one below the other where there is room for them, above what lies over the lower edge of the window, on pages that ask
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
    const [first, ...others] = picture.querySelectorAll('.gd-plot');
    if (!first) return;
    const lowest = innerHeight - covered() - MARGIN - scrollY;
    const below = others.filter((plot) => boxOf(plot).top >= boxOf(first).bottom);
    const capOfAll = capFor([first, ...below], lowest);
    const cap = capOfAll >= LEAST ? capOfAll : Math.max(LEAST, capFor([first], lowest));
    if (cap === Infinity) return;
    picture.style.setProperty(PROPERTY, `${Math.floor(cap)}px`);
    redraw();
  }
}

const boxOf = (element: Element) => element.getBoundingClientRect();

/** The scale of colours that stands below a plot, or the plot itself. */
const lastOf = (plot: Element): Element =>
  plot.parentElement!.querySelector(':scope > .gd-plot + :is(.gd-ramp-key, :has(> .gd-ramp-key))') ?? plot;

/** The panels of a plot; one without axes is its own panel. */
function heightsOf(plot: Element): number[] {
  const panels = [...plot.querySelectorAll('.gd-clip-box')].map((panel) => Number(panel.getAttribute('height')));
  return panels.length > 0 ? panels : [plot.clientHeight];
}

/** How tall panels may be so that plots, one below the other, end above there: the tallest lose first. */
function capFor(plots: readonly Element[], lowest: number): number {
  const excess = boxOf(lastOf(plots.at(-1)!)).bottom - lowest;
  if (excess <= 0) return Infinity;
  const sorted = plots.flatMap(heightsOf).sort((a, b) => b - a);
  let [sum, cap] = [0, 0];
  for (const [i, height] of sorted.entries()) {
    sum += height;
    cap = (sum - excess) / (i + 1);
    if (cap >= (sorted[i + 1] ?? 0)) break;
  }
  return cap;
}
