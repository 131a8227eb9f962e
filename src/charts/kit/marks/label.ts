import { select } from 'd3';
import type { Mark, Panel } from '../panel';
import { overlaps, placeLabels, type Box } from '../labels';

export interface Label {
  text: string;
  /** In the units of the axes; a number of pixels from the panel's edge where there is `left`, `right`, `top` or `bottom` instead. */
  x?: number;
  y?: number;
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
  /** Pixels aside from there. */
  dx?: number;
  dy?: number;
  anchor?: 'start' | 'middle' | 'end';
  /** `gd-strong`, for example. */
  look?: string;
  isFaded?: boolean;
  /** Left out where it would cover one before it: better unlabelled than unreadable. */
  yields?: boolean;
}

/** The height of a label's text, in pixels, of which a quarter is below its line. */
const LINE = 12;

/** How wide a label's text is, in pixels. */
const widthOf = ({ measure }: Panel, { text, look = '' }: Pick<Label, 'text' | 'look'>): number =>
  measure(text, 11, look.includes('gd-strong') ? 600 : 400);

/** Where a label stands: the end of its text that `anchor` names, and the box around it, in pixels; within the picture. */
function placeOf(panel: Panel, label: Label) {
  const { x, y, left, right, top, bottom } = panel;
  const { dx = 0, dy = 0, anchor = 'start' } = label;
  const px =
    label.x !== undefined ? x(label.x) : label.right !== undefined ? right - label.right : left + (label.left ?? 0);
  const py =
    label.y !== undefined ? y(label.y) : label.bottom !== undefined ? bottom - label.bottom : top + (label.top ?? 0);
  const wide = widthOf(panel, label) + 2;
  const begin = px + dx - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
  const shift = Math.max(0, -begin) + Math.min(0, right + 14 - begin - wide);
  const box: Box = { x: begin + shift, y: py + dy - 0.75 * LINE, width: wide, height: LINE };
  return { px: px + dx + shift, py: py + dy, anchor, box };
}

/** The room that a label takes, in pixels, for others to keep off. */
export const labelBox = (panel: Panel, label: Label): Box => placeOf(panel, label).box;

/** Texts at places of a panel; each stays within the picture. */
export function labels(name: string, texts: readonly Label[], panel?: Panel): Mark {
  return {
    name,
    panel,
    draw(group, inside) {
      const placed = texts
        .filter(({ text }) => text)
        .map((label) => ({ ...label, ...placeOf(inside, label) }))
        .filter(({ px, py }) => Number.isFinite(px) && Number.isFinite(py));
      const taken: Box[] = [];
      const kept = placed.filter(({ yields, box }) => {
        const hasRoom = !yields || !taken.some((other) => overlaps(box, other, 2));
        if (hasRoom) taken.push(box);
        return hasRoom;
      });
      select(group)
        .selectAll<SVGTextElement, (typeof kept)[number]>('text')
        .data(kept)
        .join('text')
        .attr('class', ({ look = '', isFaded }) => `gd-note gd-halo ${look}${isFaded ? ' gd-faded' : ''}`.trim())
        .attr('x', ({ px }) => px)
        .attr('y', ({ py }) => py)
        .attr('text-anchor', ({ anchor }) => anchor)
        .text(({ text }) => text);
    },
  };
}

/** Texts each of which finds the first free one of its places, or none: better unlabelled than unreadable. In pixels. */
export interface Placed {
  text: string;
  look?: string;
  /** Upper left corners. */
  places: readonly (readonly [x: number, y: number])[];
}

/** Between labels side by side, in pixels. */
const SPACE = 5;

export function placedLabels(
  name: string,
  panel: Panel,
  texts: readonly Placed[],
  taken: readonly Box[],
  bounds: Box = { x: panel.left, y: panel.top, width: panel.right - panel.left, height: panel.bottom - panel.top },
): { mark: Mark; boxes: (Box | undefined)[] } {
  const boxes = placeLabels(
    texts.map((label) =>
      label.text === ''
        ? []
        : label.places.map(([x, y]) => ({ x, y, width: widthOf(panel, label) + SPACE, height: 14 })),
    ),
    bounds,
    taken,
  );
  const shown = texts.flatMap(({ text, look = '' }, i) => (boxes[i] && text ? [{ text, look, box: boxes[i] }] : []));
  const mark: Mark = {
    name,
    panel,
    draw(group) {
      select(group)
        .selectAll<SVGTextElement, (typeof shown)[number]>('text')
        .data(shown)
        .join('text')
        .attr('class', ({ look }) => `gd-note gd-halo ${look}`.trim())
        .attr('x', ({ box }) => box.x)
        .attr('y', ({ box }) => box.y + 11)
        .text(({ text }) => text);
    },
  };
  return { mark, boxes };
}
