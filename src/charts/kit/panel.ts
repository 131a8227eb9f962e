import type { Interval, Scale, ScaleKind } from './scales';
import type { Measure } from './text';

export interface Axis {
  domain: Interval;
  /** The part of the domain that has ticks; all of it without it. */
  ticked?: Interval;
  /** Linear without it. */
  scale?: ScaleKind;
  title?: string;
  /** The values of the ticks; round ones without it. */
  ticks?: readonly number[];
  /** Whole numbers only. */
  isWhole?: boolean;
  /** How a tick is written. */
  format?(value: number): string;
  /** About how many pixels there are to a tick. */
  spacing?: number;
  /** Lines across the panel at the ticks. */
  grid?: boolean;
}

/** What marks draw in: a rectangle of the chart with scales, in the chart's own pixels. */
export interface Panel {
  /** The chart's element, for colours. */
  root: HTMLElement;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
  /** For `clip-path`: cuts off what is outside. */
  clip: string;
  measure: Measure;
}

/** Something that is drawn in a panel. */
export interface Mark {
  /** The class of its group. */
  name: string;
  /** Where it is drawn; the first panel without it. */
  panel?: Panel;
  /** Cut off at the panel's edges. */
  clip?: boolean;
  /** Above the area that takes the pointer: for marks that are focused, pressed or dragged. */
  isInteractive?: boolean;
  draw?(group: SVGGElement, panel: Panel): void;
  /** In place of `draw`, for images and thousands of dots. */
  paint?(context: CanvasRenderingContext2D, panel: Panel): void;
}

export type Height = number | readonly [least: number, share: number, most: number];

export interface PanelOptions {
  y: Axis;
  /** In pixels, or as a share of the chart's width with its bounds; a page may cap it by `--gd-chart-height`. */
  height: Height;
  /** Room between the title and the panel, in pixels, for labels; may depend on where x lies. */
  room?: number | ((across: Pick<Panel, 'x' | 'left' | 'right' | 'measure'>) => number);
  /** A note at the right of the title's line. */
  note?: string;
}

export interface FrameOptions extends Partial<PanelOptions> {
  width?: number;
  x: Axis & {
    /** Pixels kept free at both ends. */ inset?: number;
    /** Between the last panel and the axis. */ gap?: number;
  };
  /** Panels one below the other, in place of the one that `y` and `height` describe. */
  panels?: readonly PanelOptions[];
  /** A unit is as long across as it is up: the domain that has too much room covers more. */
  isEqual?: boolean;
  /** Room beside the panel at the right, in pixels. */
  aside?: number;
  /** The chart in words, or what gives them once the axes are laid out. */
  summary: string | (() => string);
}

export interface Frame extends Panel {
  /** The box that readouts are placed in. */
  plot: HTMLElement;
  width: number;
  height: number;
  panels: readonly Panel[];
  /** The marks, in their order from below, and how the frame is read by pointer and keys. */
  draw(marks: readonly Mark[], reader?: Reader): void;
}

/** Makes the area of a frame one that is read by pointer and by keys. Called again, it takes new data and keeps its place. */
export type Reader = (hit: SVGRectElement, frame: Frame) => void;
