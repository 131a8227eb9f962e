import { drag, select, tickStep, type D3DragEvent } from 'd3';
import { set } from '../dom';
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
  /** How far an arrow key moves one, in the units of the axes; a hundredth of an axis without it. */
  step?: number;
  /** In place of `step`: handles stand only at multiples of a round number, about this many along an axis; so 0 is exactly 0. */
  stops?: number;
  /** A handle was moved; draw again with its new place. Without it they stand still. */
  onMove?(index: number, x: number, y: number): void;
  /** A pointer takes hold of a handle. */
  onGrab?(index: number): void;
  /** It was let go of. */
  onDrop?(index: number): void;
}

/** Points that are dragged, or moved by arrow keys (Shift: ten times as far). */
export function handles(options: HandlesOptions): Mark {
  const { name = 'gd-handles', panel, handles, along, step, stops, onMove, onGrab, onDrop } = options;
  return {
    name,
    panel,
    isInteractive: true,
    draw(group, { x, y }) {
      const move = (index: number, px: number, py: number) => {
        const { x: stillX, y: stillY } = handles[index];
        const place = (scale: Scale, pixels: number) => stopped(scale, inverted(scale, pixels), stops);
        onMove?.(index, along === 'y' ? stillX : place(x, px), along === 'x' ? stillY : place(y, py));
      };
      const next = (scale: Scale, value: number, times: number) =>
        times === 0 ? value : stopped(scale, stepped(scale, value, times, stops ? stopOf(scale, stops) : step), stops);
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
            'aria-valuemin': low,
            'aria-valuemax': high,
            'aria-valuenow': along === 'y' ? handle.y : handle.x,
            'aria-valuetext': handle.text,
            'aria-orientation': along === 'y' ? 'vertical' : undefined,
          });
          this.onkeydown = (event) => {
            const keys: Record<string, readonly [number, number]> = {
              ArrowLeft: [-1, 0],
              ArrowRight: [1, 0],
              ArrowUp: [0, 1],
              ArrowDown: [0, -1],
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

function stepped(scale: Scale, value: number, times: number, step: number | undefined): number {
  const [low, high] = scale.domain();
  if (step !== undefined) return Math.max(low, Math.min(high, value + times * step));
  const [from, to] = scale.range();
  return inverted(scale, scale(value) + (times * (to - from)) / 100);
}

/** The round number that handles stand at multiples of. */
function stopOf(scale: Scale, stops: number): number {
  const [low, high] = scale.domain();
  return tickStep(low, high, stops);
}

function stopped(scale: Scale, value: number, stops: number | undefined): number {
  if (stops === undefined) return value;
  const stop = stopOf(scale, stops);
  // Without the noise of the last digits.
  return Number((Math.round(value / stop) * stop).toPrecision(12));
}
