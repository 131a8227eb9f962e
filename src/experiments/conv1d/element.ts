import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { sampleRateOf } from '../../data/signal/sample-rate';
import type { Host, LoadedExperiment } from '../../elements/entry';
import { Player, type Playlist } from '../../elements/parts/player';
import { SignalFile } from '../../elements/parts/signal-file';
import { Shell as ExperimentShell } from '../../elements/shell';
import { defineWords } from '../../words/words';
import type { Conv1dParameters } from './parameters';
import { DataAwaited } from './problem';
import type { Conv1dRun } from './run';
import { iterateAt, shownIteration } from './views';

const say = defineWords('conv1d', {
  soundSignal: 'signal',
  soundObservation: 'observation',
  soundRecovery: 'recovery',
  waiting: 'Waiting for a signal',
  waitingForPage: 'The page has not provided it yet.',
  waitingForFile:
    'This link uses a signal from a file, and a link cannot contain the file. Load the file, drop it here, or choose a test signal.',
  untilThen: 'Until then the pictures show the previous signal.',
});

/**
 * What is peculiar to the recovery of a signal: a signal may come from a file, and a sound can be heard.
 *
 * @csspart signal-file - the choice of a file
 * @csspart player - the buttons that play sounds, where the signal is one
 */
export class Shell extends ExperimentShell {
  readonly #file: SignalFile;
  readonly #player: Player;

  constructor(element: Host, loaded: LoadedExperiment) {
    super(element, loaded);
    this.#file = new SignalFile(element, (samples) => this.#take(samples));
    this.#player = new Player(element, () => this.#playlist());
  }

  #take(samples: Float64Array): void {
    this.#player.stop();
    // What was observed before belongs to another signal, and so does where its descent began.
    for (const name of ['observed', 'initial']) if (this.values[name]) this.change(name, undefined);
    this.change('samples', samples);
    this.change('signal', 'data');
  }

  /** What the picture shows, where that is a sound. */
  #playlist(): Playlist | undefined {
    const run = this.runner.made.get('signal')?.run as Conv1dRun | undefined;
    const signal = run?.recovery.signal;
    const sampleRate = signal && sampleRateOf(signal);
    if (sampleRate === undefined) return undefined;
    const { iteration } = this.parameters as unknown as Conv1dParameters;
    return {
      sampleRate,
      sounds: [
        { name: 'signal', label: say('soundSignal'), samples: signal! },
        { name: 'observation', label: say('soundObservation'), samples: run!.recovery.observed },
        { name: 'recovery', label: say('soundRecovery'), samples: iterateAt(run!, shownIteration(run!, iteration)) },
      ],
    };
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('samples') && !this.values.samples) this.#file.forget();
    super.willUpdate(changed);
  }

  protected override renderTools(view: string): unknown {
    const tools = super.renderTools(view);
    if (view !== 'signal') return tools;
    return html`${this.error instanceof DataAwaited ? nothing : this.#file.render()} ${this.#player.render()} ${tools}`;
  }

  protected override renderRequest(error: Error): TemplateResult | undefined {
    if (!(error instanceof DataAwaited)) return undefined;
    const kept = this.result ? ` ${say('untilThen')}` : '';
    if (this.element.controls === 'none') return html`<b>${say('waiting')}</b>${say('waitingForPage')}${kept}`;
    return html`<b>${say('waiting')}</b>${say('waitingForFile')}${kept} ${this.#file.render()}`;
  }
}
