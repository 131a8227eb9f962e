import { color } from './kit/palette';

/** What charts need besides what all share that draw series: a signal, a loss or an error over iterations, outcomes over rates. */
export const seriesStyles = `
.gd-chart .gd-series { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
.gd-chart .gd-series.gd-heavy { stroke-width: 2; }
.gd-chart .gd-series.gd-thin { stroke-width: 1; }
.gd-chart .gd-series.gd-under-line { stroke-width: 2.25; }
.gd-chart .gd-series.gd-over-line { stroke-width: 1.25; }
.gd-chart .gd-series.gd-points { stroke-width: 3; stroke-linecap: round; stroke-opacity: 0.8; }
.gd-chart .gd-series.gd-validation { stroke-width: 2; }
.gd-chart .gd-series.gd-training { stroke-width: 1.25; stroke-dasharray: 4 2.5; }
.gd-chart .gd-axis-zero { fill: none; stroke: ${color('--gd-axis')}; stroke-width: 1; shape-rendering: crispEdges; }
.gd-chart .gd-between-rates { fill: currentColor; fill-opacity: 0.08; }
.gd-chart .gd-sentence { margin: 6px 0 0; max-width: 88ch; }
.gd-chart .gd-kinds { display: flex; flex-wrap: wrap; gap: 2px 14px; margin-inline-end: 14px; }
.gd-chart .gd-sentence:empty { display: none; }
`;
