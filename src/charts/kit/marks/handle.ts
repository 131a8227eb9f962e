import { drag, leastIndex, select, tickStep, type D3DragEvent } from 'd3';
import { set } from '../dom';
import { plainDigits } from '../format';
import type { Mark, Panel } from '../panel';
import type { Scale } from '../scales';
import { paint } from '../palette';

export interface Handle {
  /** In the units of the axes. */
  x: number;
  y: number;
  /** What it is, for screen readers, and what it stands at in words. */
  label: string;
  text?: string;
  color?: string;
  /** In pixels; 7 without it. */
  radius?: number;
}

export interface HandlesOptions {
  name?: string;
  panel?: Panel;
  handles: readonly Handle[];
  /** The directions in which they move. */
  along: 'x' | 'y' | 'both';
  /** Handles stand only at multiples of this; an arrow key moves one by as much. */
  step?: number;
  /**
   * In place of `step`: multiples of a round number, about this many along an axis, so 0 is exactly 0; or these numbers,
   * ascending. Without both, a key goes a hundredth of an axis.
   */
  stops?: number | readonly number[];
  /** A handle was moved; draw again with its new place. Without it they stand still. */
  onMove?(index: number, x: number, y: number): void;
  /** Delete or a double click on a handle. Without it they stay. */
  onRemove?(index: number): void;
  /** A pointer takes hold of a handle. */
  onGrab?(index: number): void;
  /** It was let go of. */
  onDrop?(index: number): void;
}

/** Points that are dragged, or moved by keys as sliders are (arrows with Shift, as Page keys: ten times as far), and perhaps removed. */
export function handles(options: HandlesOptions): Mark {
  const { name = 'gd-handles', panel, handles, along, step, stops } = options;
  const { onMove, onRemove, onGrab, onDrop } = options;
  const stopOf = (scale: Scale): Stop =>
    step ?? (typeof stops === 'number' ? tickStep(scale.domain()[0], scale.domain()[1], stops) : stops);
  return {
    name,
    panel,
    isInteractive: true,
    draw(group, { x, y }) {
      const move = (index: number, px: number, py: number) => {
        const { x: stillX, y: stillY } = handles[index];
        const place = (scale: Scale, pixels: number) => stopped(inverted(scale, pixels), stopOf(scale));
        onMove?.(index, along === 'y' ? stillX : place(x, px), along === 'x' ? stillY : place(y, py));
      };
      const next = (scale: Scale, value: number, times: number) =>
        times === 0 ? value : stopped(stepped(scale, value, times, stopOf(scale)), stopOf(scale));
      const focused = [...group.children].indexOf((group.getRootNode() as Document | ShadowRoot).activeElement!);
      const circles = select(group)
        .selectAll<SVGCircleElement, Handle>('circle')
        .data(handles)
        .join('circle')
        .attr('class', 'gd-handle')
        .attr('cx', (d) => x(d.x))
        .attr('cy', (d) => y(d.y))
        .attr('r', (d) => d.radius ?? 7)
        .style('fill', (d) => paint(d.color ?? '--gd-accent'))
        .each(function (handle, index) {
          if (!onMove) {
            for (const attribute of ['role', 'tabindex']) this.removeAttribute(attribute);
            return;
          }
          const axis = along === 'y' ? y : x;
          const [low, high] = axis.domain();
          set(this, {
            role: 'slider',
            tabindex: 0,
            'aria-label': handle.label,
            'aria-valuemin': plainDigits(low),
            'aria-valuemax': plainDigits(high),
            'aria-valuenow': plainDigits(along === 'y' ? handle.y : handle.x),
            'aria-valuetext': handle.text,
            'aria-orientation': along === 'y' ? 'vertical' : undefined,
          });
          this.ondblclick = onRemove ? () => onRemove(index) : null;
          this.onkeydown = (event) => {
            if (onRemove && (event.key === 'Delete' || event.key === 'Backspace')) {
              event.preventDefault();
              onRemove(index);
              return;
            }
            const keys: Record<string, readonly [number, number]> = {
              ArrowLeft: [-1, 0],
              ArrowRight: [1, 0],
              ArrowUp: [0, 1],
              ArrowDown: [0, -1],
              PageUp: [0, 10],
              PageDown: [0, -10],
              Home: [-Infinity, 0],
              End: [Infinity, 0],
            };
            if (!Object.hasOwn(keys, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            const times = event.shiftKey ? 10 : 1;
            const [across, up] =
              along === 'both' ? keys[event.key] : Array(2).fill(keys[event.key][0] + keys[event.key][1]);
            onMove(
              index,
              along === 'y' ? handle.x : next(x, handle.x, across * times),
              along === 'x' ? handle.y : next(y, handle.y, up * times),
            );
            onDrop?.(index);
          };
        });
      // The last one was removed: those before it keep the focus.
      if (focused >= handles.length) circles.nodes().at(-1)?.focus();
      if (!onMove) {
        circles.on('.drag', null);
        return;
      }
      type Dragged = D3DragEvent<SVGCircleElement, Handle, { x: number; y: number }>;
      const indexOf = (circle: SVGCircleElement) => circles.nodes().indexOf(circle);
      circles.call(
        drag<SVGCircleElement, Handle>()
          .container(group)
          .subject((_event, handle) => ({ x: x(handle.x), y: y(handle.y) }))
          .on('start', function () {
            this.focus({ preventScroll: true });
            onGrab?.(indexOf(this));
          })
          .on('drag', function (event: Dragged) {
            move(indexOf(this), event.x, event.y);
          })
          .on('end', function () {
            onDrop?.(indexOf(this));
          }),
      );
    },
  };
}

/** The value at a place, kept on its axis. */
function inverted(scale: Scale, pixels: number): number {
  const [from, to] = scale.range();
  return scale.invert(Math.max(Math.min(from, to), Math.min(Math.max(from, to), pixels)));
}

/** Where a handle stands: at multiples of a number, or at some numbers. */
type Stop = number | readonly number[] | undefined;

function stepped(scale: Scale, value: number, times: number, step: Stop): number {
  const [low, high] = scale.domain();
  if (typeof step === 'object') {
    // From between two stops a key goes to the next one.
    const from = times > 0 ? step.findLastIndex((stop) => stop <= value) : step.findIndex((stop) => stop >= value);
    return step[Math.max(0, Math.min(step.length - 1, (from < 0 && times < 0 ? step.length : from) + times))];
  }
  if (step !== undefined) return Math.max(low, Math.min(high, value + times * step));
  const [from, to] = scale.range();
  return inverted(scale, scale(value) + (times * (to - from)) / 100);
}

function stopped(value: number, stop: Stop): number {
  if (typeof stop === 'object') return stop[leastIndex(stop, (one) => Math.abs(one - value))!];
  // Without the noise of the last digits.
  return stop ? Number((Math.round(value / stop) * stop).toPrecision(12)) : value;
}
