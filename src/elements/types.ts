import type { EnginePreference } from '../engine/engines';
import type { Experiment } from '../experiments/experiment';
import type { ExperimentElement } from './experiment-element';

/** What an experiment's element has besides the members that all elements have. */
export type ElementOf<E> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the other types are inferred or of no interest here
  E extends Experiment<infer P, any, infer Run, infer Data>
    ? Omit<ExperimentElement, 'parameters' | 'result' | 'settled' | 'run' | 'describes'> &
        P &
        Data & {
          engine: EnginePreference;
          readonly parameters: P | undefined;
          readonly result: Run['result'] | undefined;
          readonly settled: Promise<Run['result']>;
          readonly describes: E | undefined;
          run(): Promise<Run['result']>;
        }
    : never;

/** The class of an experiment's element. */
export type ClassOf<E> = (new () => ElementOf<E>) & { readonly observedAttributes: string[] };
