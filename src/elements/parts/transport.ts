import { html, svg, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PlayTool } from '../../experiments/view';
import { elementWords as say } from '../../words/elements';
import { formatCount, localized } from '../../words/numbers';
import { withMarked } from './with-marked';

/** How long playing from the first to the last iteration takes at most, in seconds, and how fast it begins. */
const DURATION = 9;
const STEPS_PER_SECOND = 4;
/** How long a visible step takes to arrive, in seconds; then it stands until the next. */
const MOVE_SECONDS = 0.1;
const SPEEDS = [0.5, 1, 2, 4] as const;

/** What a transport moves: an iteration from 0 to `iterations`, of which every `every`-th is known. */
export interface TransportTarget extends Omit<PlayTool, 'kind' | 'parameter'> {
  /** What is shown is not what the parameters ask for: playing waits until it is. */
  isAwaited: boolean;
  /** @param isByItself the element plays of its own accord, and nobody has asked for it */
  moveTo: (iteration: number, isByItself: boolean) => void;
}

type Length = Pick<TransportTarget, 'iterations' | 'every'>;

/**
 * Play, step, step back, a scrubber over iterations, and a speed.
 *
 * Descent does most of its work early, so playing and scrubbing run slow at first, then ever faster; playing ends where
 * nothing is seen to move any more. The step buttons move by one known iteration, always, and every stop of the scrubber
 * is another one.
 */
export class Transport implements ReactiveController {
  #frame = 0;
  #isPlaying = false;
  #phase = 1;
  #speed = 1;
  #isByItself = false;
  #target: TransportTarget | undefined;
  #isShown = false;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.pause();
  }

  hostUpdate(): void {
    this.#isShown = false;
  }

  /** Where nothing is shown any more that plays, nothing plays on. */
  hostUpdated(): void {
    if (this.#isShown) return;
    this.#target = undefined;
    if (this.#isPlaying) this.pause();
  }

  /** How far the way from the last iteration to the shown one has been gone, from 0 to 1; 1 while it stands. */
  get phase(): number {
    return this.#phase;
  }

  play({ isByItself = false } = {}): void {
    const target = this.#target;
    if (!target || this.#isPlaying) return;
    this.#isPlaying = true;
    this.#isByItself = isByItself;
    let { iteration: reached } = target;
    if (reached >= endOf(target)) reached = 0;
    let seconds = secondsTo({ ...target, iteration: reached });
    let before = performance.now();
    const tick = (now: number) => {
      const current = this.#target;
      if (!this.#isPlaying || !current) return;
      const elapsed = Math.max(0, now - before) / 1000;
      before = now;
      // At another rate, runs may have come to rest already.
      if (reached > endOf(current)) this.pause();
      else {
        if (!current.isAwaited) seconds += elapsed * this.#speed;
        const { iteration, phase } = playedAt(seconds, current);
        reached = iteration;
        this.#phase = phase;
        if (iteration !== current.iteration) current.moveTo(iteration, this.#isByItself);
        else this.host.requestUpdate();
        if (iteration >= endOf(current) && phase === 1) this.pause();
        else this.#frame = requestAnimationFrame(tick);
      }
    };
    this.#frame = requestAnimationFrame(tick);
    this.host.requestUpdate();
  }

  pause(): void {
    cancelAnimationFrame(this.#frame);
    this.#isPlaying = false;
    this.#phase = 1;
    this.host.requestUpdate();
  }

  step(direction: 1 | -1): void {
    const target = this.#target;
    if (!target) return;
    this.pause();
    const frame =
      direction > 0 ? Math.floor(target.iteration / target.every) + 1 : Math.ceil(target.iteration / target.every) - 1;
    target.moveTo(Math.max(0, Math.min(lastFrame(target) * target.every, frame * target.every)), false);
  }

  render(target: TransportTarget): TemplateResult {
    this.#target = target;
    this.#isShown = true;
    const { iteration, iterations, every } = target;
    const stops = stopsOf(target);
    const stepButton = (direction: 1 | -1, isAtEnd: boolean) => {
      const name = say(direction > 0 ? 'step' : 'stepBack', { count: every });
      return html`<button type="button" class="step" ?disabled=${isAtEnd} aria-label=${name} title=${name} @click=${() => this.step(direction)}>${direction > 0 ? '+' : '−'}${formatCount(every)}</button>`;
    };
    return html`
      <div class="transport" part="transport" role="group" aria-label=${say('time')} ?data-playing=${this.#isPlaying}>
        <button type="button" class="play primary" @click=${() => (this.#isPlaying ? this.pause() : this.play())}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${this.#isPlaying ? PAUSE_SIGN : PLAY_SIGN}</svg>
          <span>${this.#isPlaying ? say('pause') : say('play')}</span>
        </button>
        ${stepButton(-1, iteration <= 0)}${stepButton(1, iteration >= lastFrame(target) * every)}
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
            target.moveTo(stops[(event.target as HTMLInputElement).valueAsNumber], false);
          }}
        />
        <output aria-live=${this.#isPlaying ? 'off' : 'polite'}>${withMarked(
          say.later(!this.#isPlaying && isAtRest(target) ? 'restsAfter' : 'iterationOf', { iteration, iterations }),
          'iteration',
        )}</output>
        <button type="button" class="speed quiet" title=${say('speed')} aria-label=${say('speedNow', { speed: localized(String(this.#speed)) })} @click=${() => this.#nextSpeed()}>${localized(String(this.#speed))}×</button>
      </div>
    `;
  }

  #nextSpeed(): void {
    this.#speed = SPEEDS[((SPEEDS as readonly number[]).indexOf(this.#speed) + 1) % SPEEDS.length];
    this.host.requestUpdate();
  }
}

const PLAY_SIGN = svg`<path d="M2 1l9 5l-9 5z" fill="currentColor" />`;
const PAUSE_SIGN = svg`<path d="M2 1h3v10h-3zM7 1h3v10h-3z" fill="currentColor" />`;

function lastFrame({ iterations, every }: Length): number {
  return Math.floor(iterations / every);
}

/** The iteration at which playing ends. */
function endOf({ rests = Infinity, ...length }: Length & Pick<TransportTarget, 'rests'>): number {
  return Math.min(lastFrame(length) * length.every, Math.ceil(rests / length.every) * length.every);
}

/** Whether playing has ended before the last iteration, as nothing moves any more. */
function isAtRest(target: TransportTarget): boolean {
  return target.iteration === endOf(target) && target.iteration < lastFrame(target) * target.every;
}

/** How many known iterations have been passed, the part of the next included: slow at first, and all of them in time. */
function passedAt(seconds: number, target: Length): number {
  const faster = Math.max(0, lastFrame(target) - STEPS_PER_SECOND * DURATION) * (seconds / DURATION) ** 3;
  return STEPS_PER_SECOND * seconds + faster;
}

/** What playing shows: the first iteration sets out at once, and each that can be seen arrives before the next one does. */
function playedAt(seconds: number, target: TransportTarget): { iteration: number; phase: number } {
  const most = endOf(target) / target.every;
  const passed = passedAt(seconds, target);
  const frame = Math.min(most, Math.floor(passed) + 1);
  if (passed >= most) return { iteration: most * target.every, phase: 1 };
  const pace = passedAt(seconds + 0.01, target) - passed;
  const gone = Math.min(1, ((passed - Math.floor(passed)) / Math.max(pace, 1e-9)) * (0.01 / MOVE_SECONDS));
  // Where a step takes hardly longer than a frame of the screen there is nothing to ease.
  const isSeen = pace < 0.12;
  return { iteration: frame * target.every, phase: isSeen ? 1 - (1 - gone) ** 3 : 1 };
}

/** After how many seconds playing from the first iteration has come to the one that is shown. */
function secondsTo(target: TransportTarget): number {
  let [low, high] = [0, DURATION];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (passedAt(middle, target) < target.iteration / target.every) low = middle;
    else high = middle;
  }
  return target.iteration > 0 ? high : 0;
}

const STOPS = 200;

/** The iterations that the scrubber stops at, all different. */
function stopsOf({ iterations, every }: Length): number[] {
  const at = (position: number) => Math.floor((iterations * position ** 3) / every) * every;
  return [...new Set(Array.from({ length: STOPS + 1 }, (_, i) => at(i / STOPS)))];
}
