import '../../define';
import type { Claim } from '../../experiments/experiment';
import { writeAddress } from './address';
import { copy, fill, offerCopies } from './copy';
import { GuidedPath } from './guided-path';
import { valueOf, viewsOf, type LabElement } from './lab-element';
import { snippetFor } from './snippet';
import { claimsOf, fillClaims } from './verdicts';

const element = document.querySelector<LabElement>('#experiment')!;
const { first } = document.querySelector<HTMLElement>('#content')!.dataset as { first: string };
const name = element.localName.slice('gd-'.length);
const numpyPrograms = import.meta.glob<{ numpy(parameters: object, data: object, result?: object): string }>(
  '../../experiments/*/numpy.ts',
);
const examplePrograms = import.meta.glob('../../docs/examples/on-page/*.ts');

let claims: readonly Claim<never>[] | undefined;
let pending = 0;
const numpyBox = document.querySelector('[data-filled=numpy]');
let isNumpyNear = false;

const queryNow = () => writeAddress(element, first);
const path = new GuidedPath(element, queryNow, () => {
  clearTimeout(pending);
  describeNow();
});

/** A function, as a module that awaits something at its top keeps the bundler from making one file of the loader. */
async function start(): Promise<void> {
  offerCopies(document);
  // What the page itself says is taken up first: Reset leads there.
  await element.updateComplete;
  if (location.search || path.step > 0) {
    await path.follow();
    // The browser goes to the address's fragment once more when everything is there.
    if (document.readyState !== 'complete')
      await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
    void path.seek();
  }
  describeNow();
  element.addEventListener('gd-change', remember);
  element.addEventListener('gd-result', resulted);
  if (element.result) resulted();
  addEventListener('popstate', () => void path.follow());
}

function resulted(): void {
  void judge();
  void writeNumpy();
}

/** Puts the settings into the address, once a flurry of changes (a slider, a playing population) is over. */
function remember(): void {
  clearTimeout(pending);
  pending = window.setTimeout(() => {
    history.replaceState(history.state, '', `${location.pathname}${queryNow()}${location.hash}`);
    describeNow();
  }, 250);
}

/** What the page says of the present settings besides what the element shows. */
function describeNow(): void {
  if (!element.describes) return;
  fill(document.querySelector('[data-filled=snippet]')!, snippetFor(element));
  showWhichAreDeeper();
  void writeNumpy();
}

/** Written once somebody comes near it, and anew with every change from then on. */
async function writeNumpy(): Promise<void> {
  if (!numpyBox || !isNumpyNear || !element.parameters) return;
  const { numpy } = await numpyPrograms[`../../experiments/${name}/numpy.ts`]();
  const names: string[] = element.describes?.data?.map((one: { name: string }) => one.name) ?? [];
  const data = names
    .map((one) => [one, valueOf(element, one)])
    .filter(([, value]) => value !== undefined && value !== null);
  fill(numpyBox, numpy(element.parameters, Object.fromEntries(data), element.result).trim());
}

/** The sheet's printed answers beside what was computed just now; where none can be tested, this is not the sheet's problem. */
async function judge(): Promise<void> {
  claims ??= await claimsOf(element);
  if (!element.result) return;
  const verdicts = fillClaims(document, name, claims, element.result);
  const isOff = verdicts.length > 0 && verdicts.every((verdict) => verdict === undefined);
  document.querySelector<HTMLElement>('.sheet .on')!.hidden = isOff;
  document.querySelector<HTMLElement>('.sheet .off')!.hidden = !isOff;
}

function showWhichAreDeeper(): void {
  const shown = viewsOf(element);
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-deeper]')) {
    const isShown = shown.includes(button.dataset.deeper!);
    // From here on a press does something: the page is there before its script is.
    button.disabled = false;
    button.setAttribute('aria-pressed', String(isShown));
    button.textContent = isShown ? 'Hide' : 'Show';
  }
}

/** Shows one picture more, or takes it away again; Back undoes it. */
async function toggleView(view: string): Promise<void> {
  const shown = viewsOf(element);
  const views = shown.includes(view) ? shown.filter((one) => one !== view) : [...shown, view];
  Object.assign(element, { views });
  clearTimeout(pending);
  history.pushState(history.state, '', `${location.pathname}${queryNow()}${location.hash}`);
  describeNow();
  await element.updateComplete;
  if (views.includes(view)) path.scrollTo(view);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-deeper]'))
  button.addEventListener('click', () => void toggleView(button.dataset.deeper!));

const share = document.querySelector<HTMLButtonElement>('.share')!;
share.addEventListener('click', () => {
  void copy(location.href, share);
  setTimeout(() => (share.textContent = 'Share'), 3000);
});
share.disabled = false;

if (numpyBox)
  new IntersectionObserver(
    ([{ isIntersecting }]) => {
      isNumpyNear ||= isIntersecting;
      if (isIntersecting) void writeNumpy();
    },
    { rootMargin: '400px' },
  ).observe(numpyBox);

// Scripts of examples ask for results, so they wait until somebody looks at the examples.
for (const details of document.querySelectorAll('details'))
  details.addEventListener(
    'toggle',
    () => {
      for (const { dataset } of details.querySelectorAll<HTMLElement>('[data-program]'))
        void examplePrograms[`../../docs/examples/on-page/${dataset.program}.ts`]();
    },
    { once: true },
  );

void start();
