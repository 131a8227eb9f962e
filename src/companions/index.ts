import { GdSlider } from './slider';
import { GdTask } from './task';
import { GdValue } from './value';

export type { CompanionEvents } from './events';
export { GdSlider, GdTask, GdValue };

/** The elements that stand beside experiments, in running text. */
export const companions = { 'gd-slider': GdSlider, 'gd-task': GdTask, 'gd-value': GdValue } as const;

declare global {
  interface HTMLElementTagNameMap {
    'gd-slider': GdSlider;
    'gd-task': GdTask;
    'gd-value': GdValue;
  }
}
