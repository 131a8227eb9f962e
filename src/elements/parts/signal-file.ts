import type { Progress } from '../../data/read-in-worker';
import type { SignalContent } from '../../data/signal/content';
import type { SignalReading } from '../../data/signal/signal-table';
import { LARGEST_SAMPLE, MAXIMUM_LENGTH } from '../../engine/conv1d';
import { defineWords } from '../../words/words';
import { DataFiles, type FileChoice, type NamedFile } from './data-files';
import { filesWords } from './files-words';
import type { DropHost } from './file-drop';

const say = defineWords('files', {
  choose: 'Use your own signal…',
  hint: 'sound, CSV, NumPy or plain numbers; or drop a file here',
});

/** Takes a signal from a file: a sound, CSV, NumPy's arrays, plain numbers. */
export class SignalFile extends DataFiles<SignalContent, SignalReading> {
  constructor(
    host: DropHost,
    readonly onSamples: (samples: Float64Array) => void,
  ) {
    super(host);
  }

  protected choice(): FileChoice {
    const accept = '.wav,.csv,.tsv,.txt,.dat,.gz,.mtx,.npy,.npz,audio/*,text/csv,text/plain';
    return { part: 'signal-file', choose: say('choose'), hint: say('hint'), accept, multiple: false };
  }

  protected async load([file]: readonly NamedFile[], said: SignalReading, progress: Progress): Promise<SignalContent> {
    // Few pages ever read a file: what reads one is loaded with the first.
    const { readSignalFile } = await import('../../data/signal/read-signal-file');
    progress.signal.throwIfAborted();
    return readSignalFile(file, { ...said, most: MAXIMUM_LENGTH, largest: LARGEST_SAMPLE }, progress);
  }

  protected take({ samples }: SignalContent): void {
    this.onSamples(samples);
  }

  protected renderColumns(columns: NonNullable<SignalContent['columns']>) {
    return this.renderColumn(filesWords('column'), columns, columns.column, (column) =>
      this.again({ ...this.said, column }),
    );
  }
}
