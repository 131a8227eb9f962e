import type { Message } from '../messages';
import type * as exported from './computations';
import { EngineUnavailable, type Computation, type EngineInfo, type RunOptions } from './contract';
import { engineMessages as say } from './messages';

/** Computes the tasks of one computation on one engine. The tasks were checked before. */
export type Kernel<Task, Result> = (task: Task, options: RunOptions) => Promise<Result>;

/** All computations by name. */
export type Computations = {
  readonly [
    Name in keyof typeof exported as (typeof exported)[Name] extends { validate: unknown } ? Name : never
  ]: (typeof exported)[Name];
};

/** An engine's kernels by the names of their computations, each loaded on demand. An engine need not have one for each. */
export type Kernels = {
  readonly [Name in keyof Computations]?: Computations[Name] extends Computation<infer Task, infer Result>
    ? () => Promise<Kernel<Task, Result>>
    : never;
};

/** An engine that has come up. */
export interface StartedEngine {
  readonly info: EngineInfo;
  /** See `Kernels`. */
  readonly kernels: { readonly [computation: string]: (() => Promise<Kernel<never, unknown>>) | undefined };
  /** Whether it is a graphics processor that the main processor acts for, which is seldom worth while. */
  readonly isEmulated?: boolean;
  /** Gives back what it holds while nothing runs; its next run takes it anew. Left out by engines that hold nothing. */
  readonly release?: () => Promise<void>;
}

/** One line of a table of engines. */
export interface EngineEntry {
  readonly kind: string;
  /** The engine's name in a sentence: "Computed on ...". */
  readonly name: Message | string;
  readonly precision: EngineInfo['precision'];
  /** Why this page cannot have the engine, as far as that is known without loading it. */
  readonly missing?: () => Message | string | undefined;
  readonly load: () => Promise<{ createEngine: () => Promise<StartedEngine> }>;
}

/**
 * Computes a task that was checked, on an engine that has a kernel for it.
 *
 * @throws {EngineUnavailable} if the kernel cannot be loaded, or cannot compute this task here
 */
export async function compute<Task, Result>(
  { kernels }: StartedEngine,
  { name }: Computation<Task, Result>,
  task: NoInfer<Task>,
  options: RunOptions = {},
): Promise<Result> {
  const kernel = await kernels[name]!().catch(() => {
    throw new EngineUnavailable(say('notLoaded'));
  });
  return (kernel as Kernel<Task, unknown>)(task, options) as Promise<Result>;
}
