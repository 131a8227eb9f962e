import { color } from './kit/palette';

/** The style that charts share; the element that shows one adopts it in its shadow root. */
export const chartStyles = `
.gd-chart { position: relative; color: ${color('--gd-text')}; font-size: 12px; line-height: 1.35; min-width: 0; }
.gd-chart svg { display: block; overflow: visible; max-width: 100%; font: inherit; }
.gd-chart svg text { fill: currentColor; font-size: 12px; font-variant-numeric: tabular-nums; }
.gd-chart .gd-plot { position: relative; }
.gd-chart .gd-layer { position: absolute; inset: 0 auto auto 0; }
.gd-chart canvas.gd-layer, .gd-chart .gd-run { pointer-events: none; }

.gd-chart .gd-axis text { font-size: 11px; fill: ${color('--gd-muted')}; }
.gd-chart .gd-axis line, .gd-chart .gd-axis path { fill: none; stroke: ${color('--gd-axis')}; stroke-width: 1; }
.gd-chart .gd-grid line { stroke: ${color('--gd-grid')}; stroke-width: 1; }
.gd-chart .gd-axis line, .gd-chart .gd-grid line, .gd-chart .gd-crisp { shape-rendering: crispEdges; }
.gd-chart text.gd-title { font-size: 12px; fill: ${color('--gd-muted')}; }
.gd-chart text.gd-name { font-size: 11px; }
.gd-chart text.gd-note { font-size: 11px; fill: ${color('--gd-muted')}; }
.gd-chart text.gd-strong { font-weight: 600; }
.gd-chart text.gd-halo { paint-order: stroke; stroke: ${color('--gd-surface')}; stroke-width: 4px; stroke-linejoin: round; }

.gd-chart .gd-curve { fill: none; stroke: ${color('--gd-maximum')}; stroke-width: 1.5; stroke-linejoin: round; }
.gd-chart .gd-frame { fill: none; stroke: ${color('--gd-axis')}; }
.gd-chart .gd-threshold { fill: none; stroke: currentColor; stroke-width: 1.25; stroke-dasharray: 5 3; }
.gd-chart .gd-hair { fill: none; stroke: currentColor; stroke-width: 1; stroke-dasharray: 2 2; pointer-events: none; }
.gd-chart .gd-selected { fill: none; stroke: currentColor; stroke-width: 2; }
.gd-chart .gd-under { fill: none; stroke: ${color('--gd-surface')}; stroke-width: 4; opacity: 0.75; }
.gd-chart .gd-plate { fill: ${color('--gd-surface')}; opacity: 0.86; }
.gd-chart .gd-faded { opacity: 0.22; }
.gd-chart g.gd-faded { opacity: 1; }
.gd-chart g.gd-faded > :not(text) { opacity: 0.22; }
.gd-chart .gd-ink { fill: currentColor; }
.gd-chart .gd-surface-fill { fill: ${color('--gd-surface')}; }

.gd-chart .gd-hit { fill: transparent; stroke: none; pointer-events: all; }
.gd-chart .gd-hit[tabindex] { cursor: crosshair; outline: none; }
.gd-chart .gd-hit:focus-visible { stroke: ${color('--gd-accent')}; stroke-width: 2; }
.gd-chart .gd-mark { cursor: pointer; outline: none; }
.gd-chart .gd-mark:focus-visible .gd-mark-ring { stroke: ${color('--gd-accent')}; stroke-width: 2.5; }
.gd-chart .gd-mark-ring { fill: transparent; stroke: none; }

.gd-chart .gd-key { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 0 0 6px; padding: 0; list-style: none; }
.gd-chart .gd-key-item { display: inline-flex; align-items: center; gap: 6px; min-height: 24px; padding: 0 2px; margin: 0; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; text-align: start; }
.gd-chart button.gd-key-item { cursor: pointer; }
.gd-chart .gd-key-item.gd-faded { opacity: 1; color: ${color('--gd-muted')}; }
.gd-chart .gd-key-item.gd-faded .gd-swatch { opacity: 0.3; }
.gd-chart .gd-swatch { flex: none; width: 11px; height: 11px; border-radius: 2px; }
.gd-chart .gd-share { font-variant-numeric: tabular-nums; }

.gd-chart .gd-panels { display: grid; gap: 14px; }
.gd-chart .gd-panel { position: relative; }
.gd-chart .gd-panel-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; margin: 0; }
.gd-chart .gd-panel-pick { margin: 0 0 0 -6px; padding: 2px 6px; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; font-size: 13px; font-weight: 600; cursor: pointer; min-height: 24px; }
.gd-chart .gd-panel-pick:hover { background: ${color('--gd-grid')}; }
.gd-chart .gd-panel-pick[aria-pressed=true] { box-shadow: inset 0 -2px ${color('--gd-accent')}; border-radius: 4px 4px 0 0; }
.gd-chart .gd-quiet { color: ${color('--gd-muted')}; font-size: 12px; }
.gd-chart .gd-panel-body { display: flex; flex-wrap: wrap; align-items: flex-start; }
.gd-chart table.gd-counts { border-collapse: collapse; font-size: 12px; font-variant-numeric: tabular-nums; }
.gd-chart .gd-counts th, .gd-chart .gd-counts td { padding: 0 0 0 12px; font-weight: 400; text-align: end; white-space: nowrap; }
.gd-chart .gd-counts th { padding-left: 0; text-align: start; }
.gd-chart .gd-counts .gd-percentage { min-width: 48px; }
.gd-chart .gd-counts tr.gd-none { color: ${color('--gd-muted')}; }

.gd-chart .gd-readout { position: absolute; z-index: 2; box-sizing: border-box; max-width: min(100%, 280px); padding: 5px 9px; border: 1px solid ${color('--gd-axis')}; border-radius: 6px; background: ${color('--gd-surface')}; color: ${color('--gd-text')}; font-size: 12px; font-variant-numeric: tabular-nums; pointer-events: none; white-space: pre-line; }
.gd-chart .gd-readout[hidden] { display: none; }
.gd-chart .gd-readout p { display: flex; align-items: center; gap: 6px; margin: 0; }

.gd-chart .gd-zoom { position: absolute; z-index: 1; box-sizing: border-box; touch-action: pan-y; cursor: grab; outline: none; user-select: none; -webkit-user-select: none; }
.gd-chart .gd-zoom:active { cursor: grabbing; }
.gd-chart .gd-zoom:focus-visible { outline: 2px solid ${color('--gd-accent')}; outline-offset: 1px; }
.gd-chart .gd-tools { display: flex; gap: 4px; }
.gd-chart .gd-tool { display: inline-grid; place-items: center; width: 30px; height: 30px; padding: 0; border: 1px solid ${color('--gd-axis')}; border-radius: 6px; background: ${color('--gd-surface')}; color: ${color('--gd-text')}; font: inherit; cursor: pointer; }
.gd-chart .gd-tool svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.gd-chart .gd-tool:hover:not(:disabled) { background: color-mix(in srgb, currentColor 10%, ${color('--gd-surface')}); }
.gd-chart .gd-tool:disabled { opacity: 0.4; cursor: default; }
.gd-chart .gd-bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px; margin-bottom: 6px; }
.gd-chart .gd-bar .gd-key { margin: 0; }
.gd-chart .gd-rate-bar { justify-content: flex-start; gap: 2px 14px; }
.gd-chart .gd-rate-bar .gd-key { display: contents; }
.gd-chart .gd-strength { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0 6px; font-size: 11px; }
.gd-chart .gd-ramp { display: inline-flex; }
.gd-chart .gd-ramp span { width: 14px; height: 11px; }
.gd-chart .gd-hint { position: absolute; z-index: 2; display: grid; place-items: center; background: color-mix(in srgb, ${color('--gd-surface')} 78%, transparent); font-size: 14px; font-weight: 600; pointer-events: none; animation: gd-hint 1.6s ease-in both; }
.gd-chart .gd-hint[hidden] { display: none; }
@keyframes gd-hint { 0%, 70% { opacity: 1; } 100% { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .gd-chart .gd-hint { animation-timing-function: step-end; } }

.gd-chart :is(button, .gd-key-item):focus-visible { outline: 2px solid ${color('--gd-accent')}; outline-offset: 1px; }
.gd-chart .gd-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
