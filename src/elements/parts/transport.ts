import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { elementWords as say } from '../../words/elements';
import { withMarked } from './with-marked';

/** How long playing from the first to the last iteration takes, in milliseconds. */
const DURATION = 9000;

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
 * Descent does most of its work early, so playing and scrubbing run over the cube root of the iteration: slow at first,
 * then ever faster. The step buttons move by one known iteration, always, and every stop of the scrubber is another one.
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
    const from = target.iteration >= target.iterations ? 0 : positionOf(target.iteration, target.iterations);
    const started = performance.now();
    const tick = (now: number) => {
      const current = this.#target;
      if (!this.#isPlaying || !current) return;
      const position = Math.min(1, from + Math.max(0, now - started) / DURATION);
      const iteration = iterationAt(position, current);
      if (iteration !== current.iteration) current.moveTo(iteration);
      if (position >= 1) this.pause();
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

function positionOf(iteration: number, iterations: number): number {
  return iterations > 0 ? Math.cbrt(iteration / iterations) : 0;
}

const STOPS = 200;

/** The iterations that the scrubber stops at, all different. */
function stopsOf(iterations: number, every: number): number[] {
  return [...new Set(Array.from({ length: STOPS + 1 }, (_, i) => iterationAt(i / STOPS, { iterations, every })))];
}

function iterationAt(position: number, { iterations, every }: { iterations: number; every: number }): number {
  return Math.floor((iterations * position ** 3) / every) * every;
}
