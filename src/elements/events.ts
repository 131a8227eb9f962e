import type { EngineInfo } from '../engine/contract';

/** What an experiment's element tells the page, by the event's type. All bubble and are composed. */
export interface ExperimentEvents {
  'gd-start': CustomEvent<{ parameters: object }>;
  /** How much is done, from 0 to 1. */
  'gd-progress': CustomEvent<{ progress: number }>;
  /** Computed and drawn; `engine` where one computed. */
  'gd-result': CustomEvent<{ parameters: object; result: object; engine?: EngineInfo }>;
  'gd-error': CustomEvent<Error>;
  /** A control moved a parameter. */
  'gd-change': CustomEvent<{ name: string; value: unknown; parameters: object }>;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface of the DOM is widened this way
  interface HTMLElementEventMap extends ExperimentEvents {}
}
