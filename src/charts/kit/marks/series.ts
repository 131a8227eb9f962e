import type { Mark, Panel } from '../panel';
import { dotsPath, isDense, linePath } from '../envelope';
import { color } from '../palette';
import { set } from '../dom';

export interface SeriesOptions {
  panel?: Panel;
  values: ArrayLike<number>;
  /** The place of the first value on the axis; the others follow one by one. */
  offset?: number;
  /** Single values where there is room for them, or a line; a heavy line is what the picture is about. */
  mark: 'dots' | 'line' | 'heavy';
  color: string;
  series?: string;
  isFaded?: boolean;
}

/** Where a line is all ups and downs, what lies under another one has to be the wider to be seen. */
const DENSE_LOOKS = { dots: 'gd-thin', line: 'gd-under-line', heavy: 'gd-over-line' };

/** What each path shows at present. */
const shown = new WeakMap<SVGPathElement, { values: ArrayLike<number>; place: string }>();

/** Up to millions of values in a row: each pixel keeps its extremes. What is as it was is left as it is. */
export function series({
  panel,
  values,
  offset = 0,
  mark,
  color: ink,
  series: label,
  isFaded = false,
}: SeriesOptions): Mark {
  return {
    name: 'gd-series-line',
    panel,
    clip: true,
    draw(group, { x, y, top, bottom }) {
      const stretch = { values, offset, x, y, top, bottom };
      const dense = isDense(stretch);
      const isDots = mark === 'dots' && !dense;
      const look = isDots ? 'gd-points' : dense ? DENSE_LOOKS[mark] : mark === 'heavy' ? 'gd-heavy' : '';
      if (!group.firstElementChild) group.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
      const path = group.firstElementChild as SVGPathElement;
      set(path, { class: `gd-series ${look}${isFaded ? ' gd-faded' : ''}`, 'data-series': label });
      path.style.stroke = color(ink);
      const place = [x.range(), x.domain(), y.range(), y.domain(), offset, isDots].join(' ');
      const last = shown.get(path);
      if (last?.values === values && last.place === place) return;
      shown.set(path, { values, place });
      set(path, { d: isDots ? dotsPath(stretch) : linePath(stretch) });
    },
  };
}
