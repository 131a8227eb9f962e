let ruler: CanvasRenderingContext2D | null = null;

/** How wide a text is in pixels. */
export type Measure = (text: string, size?: number, weight?: number) => number;

/** Measures texts in the typeface of an element, without laying them out: also while it is hidden. */
export function measureIn(element: Element): Measure {
  const family = getComputedStyle(element).fontFamily || 'sans-serif';
  ruler ??= document.createElement('canvas').getContext('2d');
  return (text, size = 11, weight = 400) => {
    if (!ruler) return text.length * size * 0.6;
    ruler.font = `${weight} ${size}px ${family}`;
    return ruler.measureText(text).width;
  };
}

/** The text, or as much of its beginning as fits into a width, with an ellipsis. */
export function shortened(measure: Measure, text: string, width: number, size?: number, weight?: number): string {
  if (measure(text, size, weight) <= width) return text;
  let [fits, tooMany] = [0, text.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`, size, weight) <= width) fits = middle;
    else tooMany = middle;
  }
  return fits > 0 ? `${text.slice(0, fits).trimEnd()}…` : '';
}
