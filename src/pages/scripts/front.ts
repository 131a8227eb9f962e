import '../../define';
import { newAddress } from './old-address';

const names = Array.from(
  document.querySelectorAll<HTMLElement>('[data-experiment]'),
  ({ dataset }) => dataset.experiment!,
);
const moved = newAddress(location.search, location.hash, names);
if (moved) location.replace(moved);

/** The live picture: a population that descends, at one rate after the other. */
const picture = document.querySelector<
  HTMLElement & { iteration: number; selectedRate: number; settled: Promise<object> }
>('.hero gd-wide-minima')!;
const rates = [...document.querySelectorAll<HTMLButtonElement>('[data-rate]')];
const pause = document.querySelector<HTMLButtonElement>('#pause')!;

/** How many iterations of a rate are shown, how long each stands, and how long the last, in milliseconds. */
const ITERATIONS = 60;
const STEP = 90;
const REST = 1800;

let chosen = 0;
let iteration = 0;
let isPlaying = !matchMedia('(prefers-reduced-motion: reduce)').matches;
let timer = 0;

function choose(rate: number): void {
  chosen = rate;
  iteration = 0;
  rates.forEach((button, i) => button.setAttribute('aria-pressed', String(i === rate)));
  picture.selectedRate = Number(rates[rate].dataset.rate);
  picture.iteration = 0;
}

function step(): void {
  if (iteration >= ITERATIONS) choose((chosen + 1) % rates.length);
  else picture.iteration = ++iteration;
  schedule();
}

/** The first steps are the longest, and can be followed one by one. */
function schedule(): void {
  clearTimeout(timer);
  if (!isPlaying || document.hidden) return;
  const wait = iteration >= ITERATIONS ? REST : STEP + 500 / (iteration + 1);
  timer = window.setTimeout(() => requestAnimationFrame(step), wait);
}

function play(on: boolean): void {
  isPlaying = on;
  pause.textContent = on ? 'Pause' : 'Play';
  schedule();
}

rates.forEach((button, i) =>
  button.addEventListener('click', () => {
    choose(i);
    play(true);
  }),
);
pause.addEventListener('click', () => play(!isPlaying));
for (const button of [...rates, pause]) button.disabled = false;
document.addEventListener('visibilitychange', schedule);
play(isPlaying);

/** The picture ends with its chart: the words below it go on changing while it plays. */
function fit(): void {
  const frame = picture.parentElement!;
  const chart = picture.shadowRoot!.querySelector('[part~=chart]')!;
  frame.style.height = `${chart.getBoundingClientRect().bottom - frame.getBoundingClientRect().top}px`;
}
void picture.settled.then(() => new ResizeObserver(fit).observe(picture));
