import { set } from './dom';
import { append, setColor } from './export-svg';

/** What a picture says of itself when it is saved. */
export interface Caption {
  title: string;
  /** What is computed, one formula a line. */
  formula: string;
  /** Which values it was computed with. */
  settings: string;
}

/** Free all around, so that no text touches an edge. */
export const MARGIN = 16;
export const LINES = { title: { size: 15, height: 22 }, small: { size: 12, height: 17 } };

/** Writes a text, in as many lines as it takes, from a height on, and returns the height below it. */
export function textWriter(root: Element, container: HTMLElement, width: number) {
  const style = getComputedStyle(container);
  const context = document.createElement('canvas').getContext('2d');
  return (text: string, top: number, { size, height }: { size: number; height: number }, isBold = false): number => {
    const weight = isBold ? '600' : '400';
    if (context) context.font = `${weight} ${size}px ${style.fontFamily}`;
    const fits = (line: string) => (context?.measureText(line).width ?? 0) <= width;
    const lines = text.split('\n').flatMap((line) => wrapped(line, fits));
    lines.forEach((line, i) => {
      const copy = append(root, 'text', { x: MARGIN, y: top + i * height + size });
      set(copy, { 'font-family': style.fontFamily, 'font-size': `${size}px`, 'font-weight': weight });
      setColor(copy, 'fill', style.color);
      copy.textContent = line;
    });
    return top + lines.length * height;
  };
}

function wrapped(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
