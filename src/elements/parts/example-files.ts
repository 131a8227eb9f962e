import { html, nothing, type TemplateResult } from 'lit';
import type { Progress } from '../../data/read-in-worker';
import type { RegressionContent, RegressionReading } from '../../data/regression/content';
import type { ExampleFiles as Declared } from '../../experiments/experiment';
import { defineWords } from '../../words/words';
import { DataFiles, type FileChoice, type NamedFile } from './data-files';
import type { DropHost } from './file-drop';

const say = defineWords('files', {
  chooseExamples: 'Use your own data…',
  pointsHint: 'CSV or NumPy with a column for x and one for y; or drop a file here. It never leaves your computer.',
  examplesHint:
    'CSV with a column of targets, or NumPy’s files of X and y together, for a test set too; or drop them here. They never leave your computer.',
  targetColumn: 'target',
  pointX: 'x',
  pointY: 'y',
});

/** Takes examples to learn from, features and targets, as an experiment declares by `files`. */
export class ExampleFiles extends DataFiles<RegressionContent, RegressionReading> {
  constructor(
    host: DropHost,
    readonly declared: Declared,
    readonly onContent: (content: RegressionContent) => void,
  ) {
    super(host);
  }

  get #arePoints(): boolean {
    return this.declared.mostFeatures === 1;
  }

  protected choice(): FileChoice {
    return {
      part: 'data-files',
      choose: say('chooseExamples'),
      hint: say(this.#arePoints ? 'pointsHint' : 'examplesHint'),
      accept: '.csv,.tsv,.txt,.dat,.gz,.mtx,.npy,.npz,text/csv,text/plain',
      multiple: true,
    };
  }

  protected async load(files: readonly NamedFile[], said: RegressionReading, progress: Progress) {
    // Few pages ever read a file: what reads one is loaded with the first.
    const { readRegressionFiles } = await import('../../data/regression/read-regression-files');
    progress.signal.throwIfAborted();
    const { mostRows, mostFeatures, largest } = this.declared;
    return readRegressionFiles(files as readonly File[], { ...said, mostRows, mostFeatures, largest }, progress);
  }

  protected take(content: RegressionContent): void {
    this.onContent(content);
  }

  protected renderColumns(columns: NonNullable<RegressionContent['columns']>): TemplateResult {
    const { target, feature } = columns;
    const onFeature = (chosen: number) => this.again({ ...this.said, target, feature: chosen });
    const onTarget = (chosen: number) => this.again({ ...this.said, target: chosen });
    return html`${feature === undefined ? nothing : this.renderColumn(say('pointX'), columns, feature, onFeature)}
    ${this.renderColumn(say(this.#arePoints ? 'pointY' : 'targetColumn'), columns, target, onTarget)}`;
  }
}
