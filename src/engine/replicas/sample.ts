import { MOST_REPLICAS, type ReplicasTask } from './task';

/** More replicas or fewer, of few iterations where few are wanted. */
export function sampleReplicas(task: ReplicasTask, work: number): ReplicasTask {
  const iterations = Math.max(1, Math.min(task.iterations, work));
  const each = task.learningRates.length * iterations * task.batch;
  const replicas = Math.max(
    1,
    Math.min(Math.round(work / each), Math.floor(MOST_REPLICAS / task.learningRates.length)),
  );
  return { ...task, iterations, replicas, every: Math.max(task.every, Math.ceil(iterations / 16)) };
}
