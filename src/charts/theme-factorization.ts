import { color } from './kit/palette';

/** What the charts of a factorization need besides what all charts share. */
export const factorizationStyles = `
.gd-chart .gd-step { display: grid; gap: 20px 20px; align-items: start; justify-content: space-between; grid-template-areas: 'before working after' 'descent working hazard'; grid-template-rows: auto 1fr; }
.gd-chart .gd-step.gd-stacked { justify-content: start; grid-template-areas: 'before after' 'working working' 'descent descent' 'hazard hazard'; grid-template-rows: auto; }
.gd-chart .gd-before { grid-area: before; }
.gd-chart .gd-working { grid-area: working; }
.gd-chart .gd-after { grid-area: after; }
.gd-chart .gd-descent { grid-area: descent; }
.gd-chart .gd-worked { width: 100%; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
.gd-chart .gd-worked :is(th, td) { padding: 2px 0; font-weight: 400; text-align: start; vertical-align: baseline; }
.gd-chart .gd-worked .gd-group-title { padding: 9px 0 3px; border-bottom: 1px solid ${color('--gd-grid')}; font-size: 12px; color: ${color('--gd-muted')}; }
.gd-chart .gd-worked tbody:first-of-type .gd-group-title { padding-top: 0; }
.gd-chart .gd-worked tr:nth-child(2) :is(th, td) { padding-top: 5px; }
.gd-chart .gd-worked span { white-space: pre; }
.gd-chart .gd-worked .gd-numbers span { white-space: pre-wrap; }
.gd-chart .gd-worked .gd-name { padding-inline-end: 8px; white-space: nowrap; }
.gd-chart .gd-worked .gd-formula { padding-inline-end: 8px; white-space: nowrap; }
.gd-chart .gd-worked .gd-result { padding-inline-start: 8px; text-align: end; white-space: nowrap; font-weight: 600; }
.gd-chart .gd-hazard { grid-area: hazard; max-width: 86ch; margin: 0; font-size: 12px; line-height: 1.4; color: ${color('--gd-muted')}; }
.gd-chart .gd-cell-box { fill: ${color('--gd-surface')}; stroke: ${color('--gd-axis')}; }
.gd-chart .gd-unknown .gd-cell-box { fill: none; stroke-dasharray: 3 3; }
.gd-chart svg text.gd-rating { font-size: 19px; font-weight: 600; }
.gd-chart .gd-unknown text.gd-rating, .gd-chart .gd-unknown text.gd-product { fill: ${color('--gd-muted')}; }
.gd-chart svg text.gd-factor { font-size: 14px; }
.gd-chart .gd-small text.gd-factor { font-size: 12.5px; }
.gd-chart .gd-cramped text.gd-product, .gd-chart .gd-cramped text.gd-residual { font-size: 11px; }
.gd-chart .gd-move { stroke-width: 3; }
.gd-chart .gd-valley { display: flex; gap: 20px 44px; align-items: flex-start; }
.gd-chart .gd-valley.gd-stacked { flex-direction: column; }
.gd-chart .gd-valley svg { flex: none; }
.gd-chart :is(.gd-scale-bar, .gd-sizes-bar) { justify-content: flex-start; }
.gd-chart .gd-item-names { pointer-events: none; }
.gd-chart .gd-even-ramp span { width: 6px; }
.gd-chart .gd-unknown { fill: ${color('--gd-surface')}; stroke: ${color('--gd-grid')}; stroke-width: 1; }
`;
