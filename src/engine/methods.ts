import * as chooser from './chooser';
import * as exported from './computations';
import type { Computation, Engine, RunOptions } from './contract';
import type { Computations, EngineEntry } from './engine';
import type { EnginePreference } from './engines';

/** A method for each computation, as they were before `run`. */
type Methods = {
  /** @deprecated Use `run` with the computation. */
  readonly [Name in keyof Computations]: Computations[Name] extends Computation<infer Task, infer Result>
    ? (task: Task, options?: RunOptions) => Promise<Result>
    : never;
};

export type ChosenEngine = chooser.ChosenEngine & Methods;

/**
 * An engine that follows a preference; see `ChosenEngine`. Loads nothing until it is asked to run something.
 *
 * @throws {RangeError} for an engine that does not exist
 * @example
 * const { counts } = await chooseEngine('auto').run(descend, task);
 */
export function chooseEngine(preference: EnginePreference, table?: readonly EngineEntry[]): ChosenEngine {
  const engine = chooser.chooseEngine(preference, table);
  const methods = Object.entries(exported).flatMap(([name, value]) =>
    // The tasks' limits are exported beside the computations.
    typeof value === 'object' ? [[name, methodOf(engine, value as unknown as Computation<unknown, unknown>)]] : [],
  );
  return Object.assign(engine, Object.fromEntries(methods) as Methods);
}

function methodOf<Task, Result>(engine: Engine, computation: Computation<Task, Result>) {
  return (task: Task, options?: RunOptions) => engine.run(computation, task, options);
}
