/**
 * What the charts draw: plain data. An outcome is an index into `outcomes`, which lists the minima from left to
 * right, then bounded, then diverged.
 */

/** One way a run can end. */
export interface Outcome {
  kind: 'minimum' | 'bounded' | 'diverged';
  /** In words, e.g. `sharp minimum`, `bounded`. */
  label: string;
  /** The same in English, for exported data; the label without it. */
  name?: string;
  /** The name of the custom property that holds its colour, e.g. `--gd-minimum-1`; see `outcomeColor`. */
  color: string;
  /** Where a minimum lies. */
  theta?: number;
}

/** What every chart takes. */
export interface ChartData {
  outcomes: readonly Outcome[];
  /** The index of the outcome that stands out; the others fade. */
  highlighted?: number;
  /** The width to draw at, in CSS pixels; the container's own without it. */
  width?: number;
  /** The name of the iterate, e.g. `θ`; that is also the default. */
  variable?: string;
  /** An outcome was pointed at or focused, in the key or the picture; undefined when it is left. */
  onHoverOutcome?(outcome: number | undefined): void;
  onPickOutcome?(outcome: number): void;
}

/** A minimum or maximum of the function. */
export interface StationaryMark {
  theta: number;
  value: number;
  curvature: number;
  kind: 'minimum' | 'maximum';
  /** The largest learning rate that descent can settle with: 2/f″ (minima only). */
  threshold: number;
  /** The outcome of converging here (minima only). */
  outcome?: number;
}

export interface LandscapeData extends ChartData {
  /** The function over the domain, ascending in theta; values may be non-finite. */
  curve: { theta: ArrayLike<number>; value: ArrayLike<number> };
  domain: { low: number; high: number };
  stationary: readonly StationaryMark[];
  /** Where every member is at the shown iteration, and how its run ends. */
  population?: { theta: ArrayLike<number>; value: ArrayLike<number>; outcome: ArrayLike<number> };
  /** One run, from its start to step `upTo`: the positions it has been at. */
  trajectory?: { theta: ArrayLike<number>; value: ArrayLike<number>; upTo: number };
  /** The shown iteration, and how many there are. */
  iteration: number;
  iterations: number;
  learningRate: number;
  /** The picture was pressed at this theta: follow the run that starts there. */
  onPickStart?(theta: number): void;
}

export interface HistogramPanel {
  learningRate: number;
  /** How many runs there were. */
  total: number;
  bins: { low: number; high: number; count: number };
  /** Per outcome except diverged, bins + 2 numbers: how many ended below the range, in each bin, above the range. */
  counts: readonly ArrayLike<number>[];
  /** Per outcome, how many runs ended so. */
  totals: readonly number[];
  /** The median iteration at which converged runs had settled; null where none converged. */
  medianIterations: number | null;
}

export interface HistogramData extends ChartData {
  panels: readonly HistogramPanel[];
  /** Where the minima are, ascending. */
  minima: readonly number[];
  /** The index of the panel that the other pictures show. */
  selected?: number;
  onPick?(panel: number): void;
}

/** At which learning rate a minimum is left: as predicted by 2/f″, and as it was measured. */
export interface ThresholdMark {
  outcome: number;
  predicted: number;
  measured?: number | null;
}

export interface OutcomesData extends ChartData {
  /** Ascending. */
  learningRates: ArrayLike<number>;
  /** Per outcome, the fraction of runs at each learning rate. */
  fractions: readonly ArrayLike<number>[];
  thresholds: readonly ThresholdMark[];
  /** The learning rates that have a histogram of their own. */
  listed: readonly number[];
  /** The learning rate that the other pictures show. */
  selected?: number;
  onPick?(learningRate: number): void;
}

/** A rectangle over iterate (or start) and learning rate. */
export interface RasterWindow {
  low: number;
  high: number;
  rateLow: number;
  rateHigh: number;
}

/** What the two zoomable pictures share. */
export interface RasterData extends ChartData {
  /** What is to be seen. */
  window: RasterWindow;
  /** What the image covers; it may lag behind the window while it is being computed. */
  imageWindow: RasterWindow;
  /** The whole picture: zooming out ends here. */
  home: RasterWindow;
  thresholds: readonly ThresholdMark[];
  /** One start and learning rate, marked in the picture. */
  picked?: { start?: number; learningRate: number };
  /** A sharper image is on its way. */
  busy?: boolean;
  onPick?(start: number, learningRate: number): void;
  /** The visitor asks for another window: draw again with it, and with a new image when there is one. Without it the picture is a still one. */
  onWindow?(window: RasterWindow): void;
}

export interface BasinsData extends RasterData {
  /** The size of the image: its columns are starts, its rows learning rates. */
  columns: number;
  rows: number;
  /** Per pixel, lowest learning rate first, lowest start first: the outcome, and the iteration at which that stood. */
  labels: Uint8Array;
  dates: Uint32Array;
  /** How many iterations every run had. */
  iterations: number;
}

export interface BifurcationData extends RasterData {
  columns: number;
  bins: number;
  /** Columns x (bins + 2), lowest learning rate first: the last iterates below, in each bin and above the image window. */
  density: ArrayLike<number>;
  /** Where the minima are, ascending. */
  minima: readonly number[];
}

/** One kind of chart: the picture, what it shows in words, and its numbers as columns. */
export interface Chart<D> {
  draw(container: HTMLElement, data: D & { width?: number }): void;
  summarize(data: D): string;
  table(data: D): Record<string, ArrayLike<number | string>>;
}
