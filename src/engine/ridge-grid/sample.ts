import type { LabelledRows, RidgeGridTask } from './task';
import { multiplyAdds } from './runs';

/** Fewer epochs, then fewer rows: the grid itself decides how well an engine is used, and stays. */
export function sampleRidgeGrid(task: RidgeGridTask, work: number): RidgeGridTask {
  const perEpoch = workOf({ ...task, epochs: 1 });
  const epochs = Math.max(1, Math.min(task.epochs, Math.round(work / perEpoch)));
  const share = Math.min(1, work / perEpoch);
  const first = ({ design, targets }: LabelledRows): LabelledRows => {
    const rows = Math.max(1, Math.ceil(share * targets.length));
    return { design: design.subarray(0, rows * task.columns), targets: targets.subarray(0, rows) };
  };
  return {
    ...task,
    training: first(task.training),
    validation: task.validation && first(task.validation),
    epochs,
    marks: [],
  };
}

/** Work is counted in iterates of a formula: this many multiply-adds take as long. */
export function workOf(task: RidgeGridTask): number {
  return multiplyAdds(task) / 8;
}
