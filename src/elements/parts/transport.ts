import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { elementWords as say } from '../../words/elements';
import { withMarked } from './with-marked';

/** How long playing from the first to the last iteration takes at most, in seconds, and how fast it begins. */
const DURATION = 9;
const STEPS_PER_SECOND = 4;

/** What a transport moves: an iteration from 0 to `iterations`, of which every `every`-th is known. */
export interface TransportTarget {
  iteration: number;
  iterations: number;
  every: number;
  moveTo: (iteration: number) => void;
}

/**
 * Play, step, step back and a scrubber over iterations.
 *
 * Descent does most of its work early, so playing and scrubbing run slow at first, then ever faster. The step buttons move by one known iteration, always, and every stop of the scrubber is another one.
 */
export class Transport implements ReactiveController {
  #frame = 0;
  #isPlaying = false;

  #target: TransportTarget | undefined;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.pause();
  }

  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  play(): void {
    const target = this.#target;
    if (!target || this.#isPlaying) return;
    this.#isPlaying = true;
    const from = target.iteration >= target.iterations ? 0 : secondsTo(target);
    const started = performance.now();
    const tick = (now: number) => {
      const current = this.#target;
      if (!this.#isPlaying || !current) return;
      const iteration = playedAt(from + Math.max(0, now - started) / 1000, current);
      if (iteration !== current.iteration) current.moveTo(iteration);
      if (iteration >= lastFrame(current) * current.every) this.pause();
      else this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
    this.host.requestUpdate();
  }

  pause(): void {
    cancelAnimationFrame(this.#frame);
    this.#isPlaying = false;
    this.host.requestUpdate();
  }

  step(direction: 1 | -1): void {
    const target = this.#target;
    if (!target) return;
    this.pause();
    const frame =
      direction > 0 ? Math.floor(target.iteration / target.every) + 1 : Math.ceil(target.iteration / target.every) - 1;
    target.moveTo(Math.max(0, Math.min(lastFrame(target) * target.every, frame * target.every)));
  }

  render(target: TransportTarget): TemplateResult {
    this.#target = target;
    const { iteration, iterations, every } = target;
    const stops = stopsOf(iterations, every);
    return html`
      <div class="transport" part="transport" role="group" aria-label=${say('time')} ?data-playing=${this.#isPlaying}>
        <button type="button" class="play" @click=${() => (this.#isPlaying ? this.pause() : this.play())}>
          ${this.#isPlaying ? say('pause') : say('play')}
        </button>
        <button type="button" class="step" ?disabled=${iteration <= 0} aria-label=${say('stepBack', { count: every })} title=${say('stepBack', { count: every })} @click=${() => this.step(-1)}>−${every}</button>
        <button type="button" class="step" ?disabled=${iteration >= lastFrame({ iterations, every }) * every} aria-label=${say('step', { count: every })} title=${say('step', { count: every })} @click=${() => this.step(1)}>+${every}</button>
        <input
          type="range"
          min="0"
          max=${stops.length - 1}
          step="1"
          aria-label=${say('iteration')}
          aria-valuetext=${say('iterationOf', { iteration, iterations })}
          .value=${String(stops.findLastIndex((stop) => stop <= iteration))}
          @input=${(event: Event) => {
            this.pause();
            target.moveTo(stops[(event.target as HTMLInputElement).valueAsNumber]);
          }}
        />
        <output>${withMarked(say.later('iterationOf', { iteration, iterations }), 'iteration')}</output>
      </div>
    `;
  }
}

function lastFrame({ iterations, every }: { iterations: number; every: number }): number {
  return Math.floor(iterations / every);
}

/** The iteration that playing has come to: the first ones are seen one by one, and all of them are over in time. */
function playedAt(seconds: number, target: Pick<TransportTarget, 'iterations' | 'every'>): number {
  const most = lastFrame(target);
  const faster = Math.max(0, most - STEPS_PER_SECOND * DURATION) * (seconds / DURATION) ** 3;
  return Math.min(most, Math.floor(STEPS_PER_SECOND * seconds + faster)) * target.every;
}

/** After how many seconds playing from the first iteration has come to the one that is shown. */
function secondsTo(target: TransportTarget): number {
  let seconds = 0;
  while (seconds < DURATION && playedAt(seconds, target) < target.iteration) seconds += 1 / 60;
  return seconds;
}

const STOPS = 200;

/** The iterations that the scrubber stops at, all different. */
function stopsOf(iterations: number, every: number): number[] {
  return [...new Set(Array.from({ length: STOPS + 1 }, (_, i) => iterationAt(i / STOPS, { iterations, every })))];
}

function iterationAt(position: number, { iterations, every }: { iterations: number; every: number }): number {
  return Math.floor((iterations * position ** 3) / every) * every;
}
