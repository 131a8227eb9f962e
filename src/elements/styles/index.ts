import { baseStyles } from './base';
import { figureStyles } from './figures';
import { layoutStyles } from './layout';
import { messageStyles } from './messages';
import { panelStyles } from './panel';
import { printStyles } from './print';
import { toolStyles } from './tools';

/** The look that every element shares. Colours come from the charts' `--gd-*` properties, so a page themes both at once. */
export const elementStyles = [
  baseStyles,
  panelStyles,
  messageStyles,
  figureStyles,
  toolStyles,
  layoutStyles,
  printStyles,
];
