import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { defineWords } from '../../words/words';

const say = defineWords('player', {
  hear: 'Listen to',
  hearIt: 'Listen',
  cannotPlay: 'This sound cannot be played here: {reason}',
});

/** What can be heard. */
export interface Playlist {
  sampleRate: number;
  sounds: readonly { name: string; label: string; samples: ArrayLike<number> }[];
}

/** The loudest sample, where full scale is 1. */
const LOUDEST = 0.8;

/** Buttons that play sounds, one at a time and all equally loud, only when pressed. */
export class Player implements ReactiveController {
  #context: AudioContext | undefined;
  #source: AudioBufferSourceNode | undefined;
  #playing = '';
  #message = '';

  constructor(
    readonly host: ReactiveControllerHost,
    readonly playlist: () => Playlist | undefined,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
    void this.#context?.close();
    this.#context = undefined;
  }

  stop(): void {
    this.#source?.stop();
    this.#source = undefined;
    this.#playing = '';
    this.host.requestUpdate();
  }

  play(name: string): void {
    this.stop();
    const list = this.playlist();
    const sound = list?.sounds.find((one) => one.name === name);
    if (!list || !sound || sound.samples.length === 0) return;
    try {
      this.#context ??= new AudioContext();
      const buffer = this.#context.createBuffer(1, sound.samples.length, list.sampleRate);
      fill(buffer.getChannelData(0), sound.samples);
      const source = (this.#source = this.#context.createBufferSource());
      source.buffer = buffer;
      source.connect(this.#context.destination);
      source.onended = () => this.#source === source && this.stop();
      // A browser may have put the context to sleep.
      void this.#context.resume();
      source.start();
      this.#playing = name;
      this.#message = '';
    } catch (error) {
      this.#message = say('cannotPlay', { reason: (error as Error).message });
    }
    this.host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const list = this.playlist();
    if (!list) return nothing;
    return html`<div class="player" part="player" role="group" aria-label=${say('hearIt')} ?data-playing=${this.#playing !== ''}>
      <span>${say('hear')}</span>
      ${list.sounds.map(({ name, label }) => {
        const isPlaying = this.#playing === name;
        return html`<button type="button" aria-pressed=${isPlaying ? 'true' : 'false'} @click=${() => (isPlaying ? this.stop() : this.play(name))}>${isPlaying ? '■' : '▶'} ${label}</button>`;
      })}
      ${this.#message ? html`<span role="status">${this.#message}</span>` : nothing}
    </div>`;
  }
}

/** The samples, scaled to the same loudness whatever they are; what is not finite is silent. */
function fill(channel: Float32Array, samples: ArrayLike<number>): void {
  let peak = 0;
  for (let i = 0; i < samples.length; i++)
    if (Math.abs(samples[i]) < Infinity) peak = Math.max(peak, Math.abs(samples[i]));
  const scale = peak > 0 ? LOUDEST / peak : 0;
  for (let i = 0; i < samples.length; i++) channel[i] = Number.isFinite(samples[i]) ? samples[i] * scale : 0;
}
