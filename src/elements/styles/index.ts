import { unsafeCSS } from 'lit';
import { paletteStyles } from '../../charts/kit/palette';
import formulas from '../../formula/tex.css?inline';
import base from './base.css?inline';
import data from './data.css?inline';
import figures from './figures.css?inline';
import formulaField from './formula-field.css?inline';
import layout from './layout.css?inline';
import messages from './messages.css?inline';
import panel from './panel.css?inline';
import print from './print.css?inline';
import tools from './tools.css?inline';

/** The look that every element shares. Colours come from the charts' `--gd-*` properties, so a page themes both at once. */
export const elementStyles = unsafeCSS(
  [paletteStyles, base, panel, formulaField, messages, figures, tools, layout, data, formulas, print].join('\n'),
);
