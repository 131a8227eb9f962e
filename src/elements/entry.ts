import type { PropertyValues, ReactiveControllerHost } from 'lit';
import type { AnyExperiment } from '../experiments/experiment';
import type { AnyParameter } from '../experiments/parameters/parameter';
import type { Views } from '../experiments/view';
import type { Exports } from './parts/saving';
import type { Heights } from './room';
import type { ElementState } from './state';

/** The element as its parts see it. */
export interface Host extends ReactiveControllerHost, HTMLElement, Exports {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly hasUpdated: boolean;
  controls: 'shown' | 'none';
  loading: 'lazy' | 'eager';
  sync: string;
  answers: 'shown' | 'hidden';
  readonly parameterList: readonly AnyParameter[];
  /** About how high it will be with these views. */
  roomFor(views: readonly string[], isBare?: boolean): number;
  /** Draws at once. */
  drawNow(): void;
  /** Marks the state for style sheets: `:state(running)`. */
  showState(state: ElementState): void;
}

/** What an element shows once its experiment's code is there; `Shell` is it. */
export interface Shown extends Omit<Exports, 'exportJSON'> {
  move(name: string, value: unknown): void;
  exportJSON(view: string): string;
  readonly experiment: AnyExperiment;
  readonly parameterList: readonly AnyParameter[];
  readonly parameters: object | undefined;
  readonly state: ElementState;
  readonly result: object | undefined;
  readonly error: Error | undefined;
  readonly progress: number;
  readonly notice: string | undefined;
  readonly settled: Promise<object>;
  run(): Promise<object>;
  cancel(): void;
  connected(): void;
  disconnected(): void;
  /** A property's value as it is kept: a text is parsed. */
  adopt(name: string, value: unknown): unknown;
  willUpdate(changed: PropertyValues): void;
  render(): unknown;
  updated(): void;
  setUp(attributes: Readonly<Record<string, string>>): void;
}

/** An experiment's code. */
export interface LoadedExperiment {
  experiment: AnyExperiment;
  views: Views;
}

/** What is known of an experiment before its code is loaded; see `src/generated`. */
export interface Entry {
  /** kebab-case; the tag is `gd-` and this name. */
  name: string;
  /** The default of every parameter, by property name; the common ones included. */
  defaults: Readonly<Record<string, unknown>>;
  /** The properties that take data. */
  data: readonly string[];
  /** In tens of pixels. */
  heights: Heights;
  /** Fetches the experiment's code, and makes what an element shows. */
  load: () => Promise<(host: Host) => Shown>;
}
