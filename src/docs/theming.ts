import type { Html } from './page';

/** What is set in examples, so that it is seen at once. */
export const PINK = '#d81b60';

/** Custom properties that show in one element. */
export const groups = {
  look: {
    title: 'Text, surfaces and controls',
    tag: 'gd-wide-minima',
    text: 'These hold for every element, its controls and its charts.',
    html: '<gd-wide-minima starts="200" iterations="100" learning-rates="0.05 0.3" views="landscape histogram outcomes"></gd-wide-minima>',
  },
  outcomes: {
    title: 'Outcomes of descent',
    tag: 'gd-wide-minima',
    text: 'Minima from left to right; after the eighth, each has another hue. In the last picture the next step raises the loss.',
    html: `<gd-wide-minima
  objective="x^2/400 + 2cos(2x)" low="-12.6" high="12.6" rate-low="0.01"
  starts="200" iterations="100" learning-rates="0.05 0.4" selected-start="2.2"
  views="landscape histogram basins bifurcation" controls="none"
></gd-wide-minima>
<gd-wide-minima
  objective="x^2/400 + 2cos(2x)" low="-12.6" high="12.6" rate-low="0.01"
  starts="200" iterations="100" learning-rates="0.05 0.4" selected-rate="0.4" selected-start="1.7"
  views="landscape" controls="none"
></gd-wide-minima>`,
  },
  series: {
    title: 'Signals',
    tag: 'gd-conv1d',
    text: 'A signal, what is observed of it, and what descent makes of that. The same colours tell factors apart in <code>gd-matrix-factorization</code>.',
    html: '<gd-conv1d length="256" filter="0.5 -1 0.25" iterations="30"></gd-conv1d>',
  },
  rates: {
    title: 'Learning rates',
    tag: 'gd-matrix-factorization',
    text: 'Up to twelve rates from the least to the greatest; fewer are spread over the twelve colours.',
    html: `<gd-matrix-factorization
  ratings="synthetic" users="30" items="20" observed="300" rank="2" epochs="20"
  learning-rate="0.001 0.002 0.003 0.004 0.005 0.006 0.007 0.008 0.009 0.01 0.011 0.012"
  views="errors rates table items" controls="none"
></gd-matrix-factorization>`,
  },
  scale: {
    title: 'Tables of numbers',
    tag: 'gd-matrix-factorization',
    text: 'From the least number of a table to its greatest; what lies between two colours is mixed from them. The table above shows them all; this is the sheet’s.',
    html: '<gd-matrix-factorization views="step valley"></gd-matrix-factorization>',
  },
} as const satisfies Record<string, { title: string; tag: string; text: Html; html: string }>;

export type Group = keyof typeof groups;

interface Tried {
  what: Html;
  group: Group;
  /** What the example sets it to, where a colour will not do. */
  value?: string;
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
const numbered = (name: string, count: number, what: (ordinal: string) => string, group: Group) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i): [string, Tried] => [
      `--gd-${name}-${i + 1}`,
      { what: what(ORDINALS[i]), group },
    ]),
  );

/** Every custom property, by name. */
export const colours: Record<string, Tried> = {
  '--gd-text': { what: 'all text, in charts too; where it is not set, the page’s', group: 'look' },
  '--gd-muted': { what: 'text of less weight: hints, labels of axes', group: 'look' },
  '--gd-accent': { what: 'what can be acted on, or is chosen: buttons, sliders, focus', group: 'look' },
  '--gd-on-accent': { what: 'text on the accent: of the button that leads on', group: 'scale' },
  '--gd-surface': {
    what: 'the ground of fields, menus and read-outs, and the halo of labels in charts',
    group: 'look',
  },
  '--gd-panel': { what: 'the ground of the box of controls', group: 'look' },
  '--gd-border': { what: 'borders of the box of controls, of fields and buttons', group: 'look' },
  '--gd-axis': { what: 'axes and their ticks', group: 'look' },
  '--gd-grid': { what: 'grid lines', group: 'look' },
  '--gd-error': { what: 'the border of a message, and of a field whose value is refused', group: 'look' },
  '--gd-font': { what: 'the typeface of all text', group: 'look', value: 'Georgia, serif' },
  '--gd-font-size': { what: 'the size of all text outside of the charts', group: 'look', value: '18px' },
  '--gd-chart-height': {
    what: 'how tall a chart’s panel is at most, in pixels; with `window`, the first picture ends above the lower edge of the window',
    group: 'look',
    value: '160px',
  },
  '--gd-font-mono': {
    what: 'the typeface of formulas and lists of numbers in their fields',
    group: 'look',
    value: '"Courier New", monospace',
  },
  ...numbered('minimum', 8, (ordinal) => `runs that end in the ${ordinal} minimum`, 'outcomes'),
  '--gd-elsewhere': { what: 'runs that end in a minimum outside the range', group: 'outcomes' },
  '--gd-cycling': { what: 'runs that jump in a cycle', group: 'outcomes' },
  '--gd-moving': { what: 'runs that still move', group: 'outcomes' },
  '--gd-falling': { what: 'runs still going downhill where no minimum lies ahead', group: 'outcomes' },
  '--gd-wandering': { what: 'runs that wander, chaotic', group: 'outcomes' },
  '--gd-still': { what: 'runs that stand still where no minimum holds them', group: 'outcomes' },
  '--gd-left': { what: 'runs that leave the domain of the function', group: 'outcomes' },
  '--gd-bounded': {
    what: 'what is not in the foreground; runs that still move, where they have no colour of their own',
    group: 'outcomes',
  },
  '--gd-diverged': { what: 'runs that diverge, and marks of divergence in every chart', group: 'outcomes' },
  '--gd-falls': { what: 'a step that lowers the loss', group: 'outcomes' },
  '--gd-rises': { what: 'a step that raises it', group: 'outcomes' },
  '--gd-maximum': { what: 'the curve of a function, its maxima, and lines of theory', group: 'outcomes' },
  '--gd-series-signal': { what: 'the signal', group: 'series' },
  '--gd-series-observed': { what: 'the observation; an item’s factors', group: 'series' },
  '--gd-series-recovery': { what: 'the recovery, and single curves; a user’s factors', group: 'series' },
  '--gd-series-negative': { what: 'negative weights; residuals', group: 'series' },
  ...numbered('rate', 12, (ordinal) => `the ${ordinal} of twelve rates`, 'rates'),
  ...numbered('scale', 7, (ordinal) => `the ${ordinal} of seven steps from the least to the greatest`, 'scale'),
};

/** Every part that is no figure's own, by name: on which element its example shows, and what that sets. */
export const parts: Record<string, { on: string; css: string }> = {
  base: { on: 'gd-conv1d', css: 'padding: 12px; background: rgb(216 27 96 / 0.08);' },
  panel: { on: 'gd-wide-minima', css: 'border-radius: 0; border-color: #d81b60;' },
  controls: { on: 'gd-wide-minima', css: 'gap: 24px;' },
  more: { on: 'gd-wide-minima', css: 'display: none;' },
  views: { on: 'gd-wide-minima', css: 'gap: 80px;' },
  view: { on: 'gd-conv1d', css: 'padding-block: 12px; border-block-start: 3px solid #d81b60;' },
  'view-title': { on: 'gd-conv1d', css: 'font-family: Georgia, serif; font-size: 1.4em;' },
  chart: { on: 'gd-conv1d', css: 'background: rgb(216 27 96 / 0.08);' },
  status: { on: 'gd-wide-minima', css: 'font-style: italic;' },
  message: { on: 'gd-wide-minima', css: 'background: #d81b60; color: white;' },
  bar: { on: 'gd-wide-minima', css: 'position: static;' },
  rate: { on: 'gd-wide-minima', css: 'background: rgb(216 27 96 / 0.08);' },
  transport: { on: 'gd-conv1d', css: 'justify-content: flex-end; background: rgb(216 27 96 / 0.08);' },
  'signal-file': { on: 'gd-conv1d', css: 'display: none;' },
  'data-files': { on: 'gd-absolute-error', css: 'font-style: italic;' },
  player: { on: 'gd-conv1d', css: 'font-weight: 700;' },
  source: { on: 'gd-matrix-factorization', css: 'padding: 8px; border: 1px solid #d81b60;' },
  stepper: { on: 'gd-matrix-factorization', css: 'font-size: 1.3em;' },
  'valley-slider': { on: 'gd-matrix-factorization', css: 'background: rgb(216 27 96 / 0.08);' },
};
