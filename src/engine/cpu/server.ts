import type { ServerOptions } from '../../workers/server';
import { LargeArrays } from './large-arrays';
import type { Reply, Request } from './messages';
import type { WorkerKernel, WorkerKernels } from './worker-kernel';

/** A kernel as seen from here, without a look into tasks and parts. */
type AnyKernel = WorkerKernel<unknown, unknown>;

interface Running {
  id: number;
  order: number;
  kernel: AnyKernel;
  steps: Generator<number, unknown>;
  milliseconds: number;
}

/**
 * Computes jobs in turns, a time slice each, so that a long one does not hold up a short one and none needs longer
 * than a slice to be cancelled. The same code serves in a worker and, where there are no workers, on the page.
 *
 * @param kernels those that it is to know, by name
 * @returns what handles the page's requests
 */
export function createServer(
  kernels: WorkerKernels,
  { reply, sliceMilliseconds, pause }: ServerOptions<Reply>,
): (request: Request) => void {
  let jobs: Running[] = [];
  const large = new Map<number, LargeArrays>();
  let working = false;

  function work(): void {
    const job = jobs.shift();
    working = job !== undefined;
    if (!job) return;
    try {
      const began = performance.now();
      let next: IteratorResult<number, unknown>;
      do next = job.steps.next();
      while (!next.done && performance.now() - began < sliceMilliseconds);
      job.milliseconds += performance.now() - began;
      if (next.done) {
        reply(
          { type: 'part', id: job.id, part: next.value, milliseconds: job.milliseconds },
          job.kernel.transfer(next.value),
        );
      } else {
        reply({ type: 'share', id: job.id, share: next.value }, []);
        jobs.push(job);
      }
    } catch (error) {
      reply({ type: 'error', id: job.id, message: error instanceof Error ? error.message : String(error) }, []);
    }
    pause(work);
  }

  return (request) => {
    if (request.type === 'wake') return;
    if (request.type === 'cancel') {
      jobs = jobs.filter(({ order }) => order !== request.order);
      large.delete(request.order);
      return;
    }
    if (request.type === 'keep') {
      if (!large.has(request.order)) large.set(request.order, new LargeArrays());
      large.get(request.order)!.add(request.piece);
      return;
    }
    const { id, order, task, from, to } = request.job;
    large.get(order)?.putInto(task);
    const kernel = kernels[request.job.kernel] as AnyKernel;
    jobs.push({ id, order, kernel, steps: kernel.run(task, from, to), milliseconds: 0 });
    if (working) return;
    working = true;
    pause(work);
  };
}
