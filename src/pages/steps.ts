import type { ExperimentPage, Step } from './page';

/** The attributes that set an experiment's element up for a step: its own picture is among those that are shown. */
export function attributesOf({ first }: Pick<ExperimentPage, 'first'>, { view, attributes = {} }: Step) {
  const views = first.includes(view) ? undefined : [...first, view].join(' ');
  return { ...(views && { views }), ...attributes };
}

/** The address of a step on its experiment's page: what it sets up, and its number. */
export function addressOf(page: Pick<ExperimentPage, 'first'>, step: Step, number: number): string {
  return `?${new URLSearchParams(attributesOf(page, step))}#step-${number}`;
}
