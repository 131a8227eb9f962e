import type { ExperimentElement } from '../../elements/experiment-element';

/** An experiment's element, as the lab's pages use it. */
export type LabElement = ExperimentElement;

/** A parameter's present value. */
export const valueOf = (element: HTMLElement, name: string): unknown =>
  (element as unknown as Record<string, unknown>)[name];

/** The names of the views that are shown. */
export const viewsOf = (element: HTMLElement): readonly string[] => {
  const views = valueOf(element, 'views');
  return Array.isArray(views) ? (views as string[]) : String(views).split(/\s+/);
};
