import type { FactorizeTask } from '../../factorize';
import type { Buffers } from '../buffers';
import { BLOCK, COLUMN_ROLES, packVectors, ROW_ROLES, unpackFactors, type Roles, type VectorLayout } from './layout';
import type { LoadedLists } from './lists';
import { shaders } from './programs';
import { KeptFrames, type TakeFrame } from '../kept-frames';
import { packStruct } from '../structs';

/** The most numbers that shares of the objective of one slice take, unless one epoch needs more. */
const MOST_SHARES = 2 ** 22;
/** The most whole epochs of a slice. */
const MOST_EPOCHS = 256;
/** `rates` in `shaders/factorize-step.wgsl`. */
const ROOM_FOR_RATES = 64;

/** The known entries on the GPU, in both orders, and those held out. */
export interface LoadedTable {
  readonly byRow: LoadedLists;
  readonly byColumn: LoadedLists;
  readonly validation?: LoadedLists;
}

/** Numbers in a row of shares, for one learning rate in one epoch. */
export function widthsOf(
  { byRow, byColumn, validation }: { [Key in keyof LoadedTable]: Pick<LoadedLists, 'segments'> },
  blocks: number,
) {
  const ridges = (lists: Pick<LoadedLists, 'segments'>) => lists.segments.count + blocks * lists.segments.cutLists;
  return {
    squares: byRow.segments.count,
    held: validation?.segments.count ?? 0,
    ridges: ridges(byRow) + ridges(byColumn),
    rowRidges: ridges(byRow),
  };
}

/** What factorizations at some learning rates have on the GPU. */
export class FactorizeState {
  /** U and V, rates x rows or columns x blocks, twice: those of even and those of odd epochs. */
  readonly u: readonly [GPUBuffer, GPUBuffer];
  readonly v: readonly [GPUBuffer, GPUBuffer];
  readonly partials: GPUBuffer;
  readonly rates: GPUBuffer;
  readonly rowSide: GPUBuffer;
  readonly columnSide: GPUBuffer;
  readonly heldSide: GPUBuffer;
  readonly widths: ReturnType<typeof widthsOf>;
  /** How many whole epochs a slice may make. */
  readonly mostEpochs: number;
  /** Shares of one slice: epochs x rates x their width. */
  readonly squares: GPUBuffer;
  readonly ridges: GPUBuffer;
  readonly held: GPUBuffer;
  /** Their sums, epochs x rates. The ridge's are one epoch ahead: who learns knows the next one's factors. */
  readonly totals: { readonly squares: GPUBuffer; readonly ridges: GPUBuffer; readonly held: GPUBuffer };
  /** Kept: the first rate's U and V. */
  readonly frames: KeptFrames;

  constructor(
    readonly device: GPUDevice,
    readonly buffers: Buffers,
    readonly task: FactorizeTask,
    readonly layout: VectorLayout,
    readonly table: LoadedTable,
    take: TakeFrame,
  ) {
    const { learningRates, initial, epochs, every, ridge } = task;
    const { blocks } = layout;
    const rates = learningRates.length;
    this.widths = widthsOf(table, blocks);
    const { squares, ridges, held, rowRidges } = this.widths;
    this.mostEpochs = Math.max(
      1,
      Math.min(MOST_EPOCHS, epochs + 1, Math.floor(MOST_SHARES / (rates * Math.max(squares, ridges, held)))),
    );

    const twice = (label: string, packed: Float32Array<ArrayBuffer>): [GPUBuffer, GPUBuffer] => {
      const pair: [GPUBuffer, GPUBuffer] = [
        buffers.storage(`${label} of even epochs`, rates * packed.length),
        buffers.storage(`${label} of odd epochs`, rates * packed.length),
      ];
      for (let rate = 0; rate < rates; rate++) buffers.write(pair[0], packed, 4 * packed.length * rate);
      return pair;
    };
    this.u = twice('U', packVectors(initial.u, layout, ROW_ROLES));
    this.v = twice('V', packVectors(initial.v, layout, COLUMN_ROLES));
    this.partials = buffers.storage(
      'partial gradients',
      BLOCK * blocks * rates * Math.max(1, table.byRow.segments.slots, table.byColumn.segments.slots),
    );
    this.rates = buffers.uniform('learning rates', packRates(learningRates));
    this.rowSide = buffers.uniform('rows', this.packSide(table.byRow, 'row', ROW_ROLES, squares, 0));
    this.columnSide = buffers.uniform('columns', this.packSide(table.byColumn, 'column', COLUMN_ROLES, 0, rowRidges));
    this.heldSide = buffers.uniform(
      'held out',
      this.packSide(table.validation ?? table.byRow, 'row', ROW_ROLES, held, 0),
    );

    const shares = (label: string, width: number) =>
      buffers.storage(`shares of ${label}`, this.mostEpochs * rates * width);
    this.squares = shares('squared errors', squares);
    this.ridges = shares('the ridge', ridges);
    this.held = shares('squared errors of what is held out', held);
    const totals = (label: string, more = 0) => buffers.storage(label, rates * (epochs + 1 + more));
    this.totals = {
      squares: totals('squared errors'),
      ridges: totals('ridge', 1),
      held: totals('squared errors of what is held out'),
    };
    let norm = 0;
    for (const factors of [initial.u, initial.v]) for (const factor of factors) norm += factor * factor;
    buffers.write(this.totals.ridges, new Float32Array(rates).fill((ridge / 2) * norm));

    const numbers = initial.u.length + initial.v.length;
    this.frames = new KeptFrames(
      device,
      buffers,
      every,
      epochs,
      this.rowNumbers + this.columnNumbers,
      (frame, packed) => take(frame, unpackFactors(packed, layout, new Float32Array(numbers))),
    );
  }

  private get rowNumbers(): number {
    return BLOCK * this.layout.blocks * this.task.ratings.rows;
  }

  private get columnNumbers(): number {
    return BLOCK * this.layout.blocks * this.task.ratings.columns;
  }

  private packSide(
    { segments }: LoadedLists,
    side: 'row' | 'column',
    { constant }: Roles,
    squares: number,
    firstRidge: number,
  ): ArrayBuffer {
    const { ratings, ridge, bound } = this.task;
    const { blocks, biases } = this.layout;
    const [own, other] = side === 'row' ? [ratings.rows, ratings.columns] : [ratings.columns, ratings.rows];
    return packStruct(shaders.side, 'Side', {
      own_stride: blocks * own,
      other_stride: blocks * other,
      slots: segments.slots,
      squares,
      ridges: this.widths.ridges,
      first_ridge: firstRidge,
      first_cut_ridge: firstRidge + segments.count,
      constant: biases > 0 ? constant : BLOCK * blocks,
      ridge,
      ridge_weight: Math.sqrt(ridge / 2),
      // A little beyond, so that rounding does not bring it back.
      largest_square: 2.02 * bound,
      largest_ridge: 1.01 * bound,
    });
  }

  /** Where the first rate's factors of an epoch are. */
  factors(epoch: number): { buffer: GPUBuffer; words: number }[] {
    return [
      { buffer: this.u[epoch % 2], words: this.rowNumbers },
      { buffer: this.v[epoch % 2], words: this.columnNumbers },
    ];
  }

  /** The totals, epochs x rates. */
  async readTotals(): Promise<{ squares: Float32Array; ridges: Float32Array; held: Float32Array }> {
    const words = this.task.learningRates.length * (this.task.epochs + 1);
    const [squares, ridges, held] = await this.read(
      'totals',
      [this.totals.squares, this.totals.ridges, this.totals.held].map((buffer) => ({ buffer, words })),
    );
    return { squares, ridges, held };
  }

  /** One rate's last vectors. */
  async readVectors(rate: number): Promise<{ u: Float32Array; v: Float32Array }> {
    const [u, v] = await this.read(
      'factors',
      this.factors(this.task.epochs).map(({ buffer, words }) => ({ buffer, words, from: rate * words })),
    );
    return { u, v };
  }

  private async read(
    label: string,
    sources: { buffer: GPUBuffer; words: number; from?: number }[],
  ): Promise<Float32Array[]> {
    const encoder = this.device.createCommandEncoder({ label });
    const read = this.buffers.copies(encoder, label, sources);
    this.device.queue.submit([encoder.finish()]);
    return (await read()).map((words) => new Float32Array(words.buffer, words.byteOffset, words.length));
  }
}

function packRates(rates: readonly number[]): ArrayBuffer {
  const packed = new Float32Array(4 * ROOM_FOR_RATES);
  rates.forEach((rate, i) => (packed[4 * i] = rate));
  return packed.buffer;
}
