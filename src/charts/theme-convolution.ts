import { color } from './kit/palette';

/** What the charts of a convolution need besides what all charts share. */
export const convolutionStyles = `
.gd-chart .gd-sticks line { stroke-width: 1.5; }
.gd-chart .gd-card { display: flex; flex-wrap: wrap; gap: 24px 56px; align-items: flex-start; }
.gd-chart .gd-card svg { flex: none; }
.gd-chart .gd-costs { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
.gd-chart .gd-costs :is(th, td) { padding: 7px 0 7px 12px; border-bottom: 1px solid ${color('--gd-grid')}; text-align: end; font-weight: 400; }
.gd-chart .gd-costs td { white-space: nowrap; }
.gd-chart .gd-costs .gd-cell0 { width: 30%; }
.gd-chart .gd-costs th { color: ${color('--gd-muted')}; }
.gd-chart .gd-costs :is(th, td):first-child { padding-left: 0; text-align: start; }
.gd-chart .gd-costs .gd-cell2 { font-weight: 600; }
.gd-chart .gd-costs .gd-cell3 { color: ${color('--gd-muted')}; }
.gd-chart .gd-adjoint { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 20px 0 0; font-size: 13px; font-variant-numeric: tabular-nums; }
.gd-chart .gd-adjoint div { display: contents; }
.gd-chart .gd-adjoint dt { color: ${color('--gd-muted')}; }
.gd-chart .gd-adjoint dd { margin: 0; }
`;
