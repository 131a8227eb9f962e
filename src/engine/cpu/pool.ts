import { engineMessages as say } from '../messages';
import { CodedError } from '../../messages';
import { afterMessages } from '../../workers/after-messages';
import type { EngineInfo, RunOptions } from '../contract';
import { pack, PIECE_BYTES } from './large-arrays';
import type { Job, Reply, WorkerName } from './messages';
import { cut, isLeft, type Order } from './order';
import type { AnyPlan, Collector, Plan } from './plan';
import { startOnPage, startWorker, type JobServer } from './start-worker';

/** A job should take so long: short enough for smooth progress, long enough that handing it out costs nothing. */
const JOB_MILLISECONDS = 40;
const FIRST_JOB = 512;
const SMALLEST_JOB = 64;
/** While one job is computed, the next one waits beside it. */
const JOBS_AHEAD = 2;
const IDLE_MILLISECONDS = 10_000;

interface Assignment {
  job: Job;
  order: Order;
  share: number;
}

interface Member {
  server: JobServer;
  assignments: Map<number, Assignment>;
  /** How many pieces of the large arrays of an order were sent there. */
  supplied: Map<Order, number>;
}

/** How many workers a pool starts: one core is left to the page, where there are more than two. */
export function workerCount(cores = globalThis.navigator?.hardwareConcurrency ?? 2): number {
  return cores <= 2 ? Math.max(1, cores) : Math.min(8, cores - 1);
}

/**
 * Workers that compute tasks together. They are started when there is work, share the tasks in turns, and end when
 * there was nothing to do for a while. Where no worker can be started the page computes itself, in short slices.
 */
export class Pool {
  #members: Member[] = [];
  #orders: Order[] = [];
  #lastJob = 0;
  #lastOrder = 0;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the page is to have a turn before more of the large arrays is sent. */
  #isPageNext = false;

  constructor(
    /** How many workers there are to be; fewer once some failed, and none means that the page computes. */
    private size = workerCount(),
    private readonly start = startWorker,
    private readonly startHere = startOnPage,
  ) {}

  get info(): EngineInfo {
    const where = this.size === 0 ? 'main thread' : this.size === 1 ? '1 worker' : `${this.size} workers`;
    return { kind: 'cpu', precision: 'float64', adapter: `${where}, float64`, workers: this.size };
  }

  /** Computes a task in workers of one kind; the result does not depend on how it was cut into jobs. */
  run<Task, Part, Result, Excerpt>(
    worker: WorkerName,
    plan: Plan<Task, Part, Result, Excerpt>,
    task: Task,
    { signal, onProgress }: RunOptions = {},
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const items = plan.items(task);
      const onAbort = () => order.settle(signal!.reason);
      const order: Order = {
        id: ++this.#lastOrder,
        worker,
        plan: plan as AnyPlan,
        task,
        packed: pack(plan.excerpt ? undefined : task),
        items,
        next: 0,
        returned: [],
        finished: 0,
        itemsPerJob: plan.smallestJob ?? FIRST_JOB,
        smallestJob: plan.smallestJob ?? SMALLEST_JOB,
        largestJob: plan.largestJob?.(task) ?? Infinity,
        collector: plan.collect(task) as Collector<unknown, unknown>,
        progress: 0,
        report: (fraction) => onProgress?.(fraction),
        settle: (error) => {
          if (!this.#orders.includes(order)) return;
          signal?.removeEventListener('abort', onAbort);
          this.#withdraw(order);
          if (error === undefined) resolve(order.collector.result(this.info) as Result);
          else reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort);
      this.#orders.push(order);
      this.#handOut();
    });
  }

  /** Starts the workers: a task is on its way. */
  wake(worker: WorkerName): void {
    this.#fillUp();
    for (const { server } of this.#members) server.send({ type: 'wake', worker });
    this.#handOut();
  }

  /** Ends the workers. Tasks under way are not settled. */
  close(): void {
    for (const { server } of this.#members) server.stop();
    this.#members = [];
  }

  #handOut(): void {
    clearTimeout(this.#idleTimer);
    if (this.#orders.length === 0) {
      this.#idleTimer = setTimeout(() => this.close(), IDLE_MILLISECONDS);
      return;
    }
    this.#fillUp();
    const unsupplied = new Set<Order>();
    for (let ahead = 1; ahead <= JOBS_AHEAD; ahead++) {
      for (const member of this.#members) {
        for (const order of this.#orders) {
          let assigned = 0;
          for (const assignment of member.assignments.values()) if (assignment.order === order) assigned++;
          // Nobody takes a job ahead while others wait for what their first one needs.
          if (assigned >= ahead || (ahead > 1 && unsupplied.has(order)) || !isLeft(order)) continue;
          if (this.#supply(member, order)) this.#assign(member, order);
          else unsupplied.add(order);
        }
      }
    }
  }

  #assign(member: Member, order: Order): void {
    const range = cut(order, this.#members.length * JOBS_AHEAD);
    const { id, worker, plan, task, packed } = order;
    const whole = this.size === 0 ? task : packed.light;
    const excerpt = plan.excerpt ? plan.excerpt(task, range.from, range.to) : whole;
    const job = { id: ++this.#lastJob, order: id, kernel: plan.kernel, task: excerpt, ...range };
    member.assignments.set(job.id, { job, order, share: 0 });
    member.server.send({ type: 'run', worker, job });
  }

  /** Sends what comes next of an order's large arrays; returns whether all of them are there. The page itself has them. */
  #supply(member: Member, order: Order): boolean {
    const { id, worker, packed } = order;
    let supplied = member.supplied.get(order) ?? 0;
    if (this.size === 0 || supplied === packed.pieces.length) return true;
    if (this.#isPageNext) return false;
    for (let bytes = 0; bytes < PIECE_BYTES && supplied < packed.pieces.length; supplied++) {
      const piece = packed.pieces[supplied]();
      bytes += piece.numbers.byteLength;
      member.server.send({ type: 'keep', worker, order: id, piece }, [piece.numbers.buffer as ArrayBuffer]);
    }
    member.supplied.set(order, supplied);
    this.#isPageNext = true;
    afterMessages(() => {
      this.#isPageNext = false;
      if (this.#members.length > 0) this.#handOut();
    });
    return supplied === packed.pieces.length;
  }

  /** Starts the workers that are missing. */
  #fillUp(): void {
    while (this.#members.length < Math.max(1, this.size)) {
      const member: Member = { server: undefined!, assignments: new Map(), supplied: new Map() };
      const onReply = (reply: Reply) => this.#receive(member, reply);
      try {
        member.server =
          this.size === 0
            ? this.startHere(onReply, () => this.#fail(member))
            : this.start(onReply, () => this.#giveUp(member));
        this.#members.push(member);
      } catch {
        this.size = this.#members.length;
      }
    }
  }

  /** A worker failed: its jobs are done again by the others, or by the page if none is left. */
  #giveUp(member: Member): void {
    if (!this.#members.includes(member)) return;
    member.server.stop();
    this.#members.splice(this.#members.indexOf(member), 1);
    for (const { job, order } of member.assignments.values()) order.returned.push(job);
    this.size = this.#members.length;
    this.#handOut();
  }

  /** Not even the page can compute: what it does that with could not be loaded. The next task tries again. */
  #fail(member: Member): void {
    this.#members.splice(this.#members.indexOf(member), 1);
    for (const order of [...this.#orders]) order.settle(new CodedError(say('nobodyComputes')));
  }

  #receive(member: Member, reply: Reply): void {
    const assignment = member.assignments.get(reply.id);
    if (!assignment) return;
    const { order, job } = assignment;
    try {
      if (reply.type === 'share') {
        assignment.share = reply.share;
        this.#reportProgress(order);
        return;
      }
      member.assignments.delete(reply.id);
      if (reply.type === 'error') throw new Error(reply.message);
      const items = job.to - job.from;
      order.collector.add(reply.part, job.from);
      order.finished += items;
      const fitting = (items * JOB_MILLISECONDS) / Math.max(reply.milliseconds, JOB_MILLISECONDS / 16);
      order.itemsPerJob = Math.max(
        order.smallestJob,
        Math.min(4 * order.itemsPerJob, order.largestJob, Math.round(fitting)),
      );
      this.#reportProgress(order);
      if (order.finished === order.items) order.settle();
    } catch (error) {
      order.settle(error);
    }
    this.#handOut();
  }

  #reportProgress(order: Order): void {
    let done = order.finished;
    for (const { assignments } of this.#members) {
      for (const { order: other, job, share } of assignments.values())
        if (other === order) done += share * (job.to - job.from);
    }
    order.progress = Math.max(order.progress, Math.min(1, done / order.items));
    order.report(order.progress);
  }

  #withdraw(order: Order): void {
    this.#orders.splice(this.#orders.indexOf(order), 1);
    for (const { server, assignments, supplied } of this.#members) {
      let isInvolved = supplied.delete(order);
      for (const [id, assignment] of assignments) {
        if (assignment.order === order) isInvolved = assignments.delete(id);
      }
      if (isInvolved) server.send({ type: 'cancel', order: order.id });
    }
    this.#handOut();
  }
}
