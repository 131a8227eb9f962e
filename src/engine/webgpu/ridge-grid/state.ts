import type { LabelledRows, RidgeGridTask } from '../../ridge-grid';
import type { Buffers } from '../buffers';
import { packStruct } from '../structs';
import { TreeSums } from '../tree-sums';
import { packSettings, type Layout } from './layout';
import { shaders, type RidgeGridPrograms } from './programs';

/** Rows whose squares one invocation of `shaders/ridge-errors.wgsl` adds up. */
const ROWS = 4;
/** About the most numbers that a slice needs for its epochs, unless one epoch needs more. */
const MOST_NUMBERS = 2 ** 22;

/** Rows on the GPU, and what finds the error over them. */
export interface LoadedRows {
  readonly design: GPUBuffer;
  readonly targets: GPUBuffer;
  /** Invocations that share the rows. */
  readonly invocations: number;
  readonly squares: GPUBuffer;
  readonly sums: TreeSums;
  /** Epochs x places: the sums of squares. */
  readonly totals: GPUBuffer;
}

/** What a grid in training has on the GPU. */
export class RidgeGridState {
  readonly grid: GPUBuffer;
  readonly weights: GPUBuffer;
  readonly batches: GPUBuffer;
  readonly diverged: GPUBuffer;
  /** The orders of the rows in the epochs of a slice. */
  readonly orders: GPUBuffer;
  readonly residuals: GPUBuffer;
  readonly settings: GPUBuffer;
  /** Marks x the weights of all tiles. */
  readonly kept: GPUBuffer;
  /** The most epochs that a slice touches. */
  readonly mostEpochs: number;
  training!: LoadedRows;
  validation: LoadedRows | undefined;

  constructor(
    readonly buffers: Buffers,
    readonly task: RidgeGridTask,
    readonly layout: Layout,
    readonly programs: RidgeGridPrograms,
  ) {
    const { columns, training, batches, bound, marks } = task;
    const { tiles, tilesPerBatch, tileNumbers, places, longest } = layout;
    const rows = training.targets.length;
    this.grid = buffers.uniform(
      'grid',
      packStruct(shaders.grid, 'Grid', { columns, rows, tiles: tilesPerBatch, longest, bound }),
    );
    this.weights = buffers.storage('weights', tiles * tileNumbers);
    this.batches = buffers.data('batch sizes', Uint32Array.from(batches));
    this.diverged = buffers.storage('diverged', places);
    const perEpoch = Math.max(rows, places * Math.ceil(Math.max(rows, task.validation?.targets.length ?? 0) / ROWS));
    this.mostEpochs = Math.max(1, Math.min(task.epochs + 1, Math.floor(MOST_NUMBERS / perEpoch)));
    this.orders = buffers.storage('orders of the rows', this.mostEpochs * rows);
    this.residuals = buffers.storage('residuals', places * longest);
    this.settings = buffers.data('settings', packSettings(task, layout));
    this.kept = buffers.storage('kept weights', marks.length * tiles * tileNumbers);
  }

  /** What every program is given. */
  get common(): Record<string, GPUBuffer> {
    const { grid, weights, batches, diverged, orders: order } = this;
    return { grid, weights, batches, diverged, order };
  }

  /** Hands over the rows; to be waited for before anything is computed. */
  async load(signal: AbortSignal | undefined): Promise<void> {
    this.training = await this.#loadRows('training', this.task.training, signal);
    if (this.task.validation) this.validation = await this.#loadRows('validation', this.task.validation, signal);
  }

  async #loadRows(label: string, { design, targets }: LabelledRows, signal?: AbortSignal): Promise<LoadedRows> {
    const { buffers, layout, task, programs } = this;
    const rows = {
      design: buffers.storage(`${label} design`, design.length),
      targets: buffers.storage(`${label} targets`, targets.length),
    };
    await buffers.writeSamples(rows.design, design, 0, { signal });
    await buffers.writeSamples(rows.targets, targets, 0, { signal });
    const invocations = Math.ceil(targets.length / ROWS);
    const mostRows = this.mostEpochs * layout.places;
    const squares = buffers.storage(`${label} squares`, mostRows * invocations);
    const totals = buffers.storage(`${label} errors`, layout.places * (task.epochs + 1));
    const sums = new TreeSums(buffers, programs.sums, squares, invocations, mostRows, totals);
    return { ...rows, invocations, squares, sums, totals };
  }
}
