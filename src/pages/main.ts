import { render } from 'lit';
import '../define';
import { engineParameters } from '../elements/common-parameters';
import { registry } from '../generated/elements';
import { pages } from '../generated/pages';
import { readAddress, writeAddress, type Linked } from './address';
import { renderContents, renderThemes, type Section } from './sections';

const main = document.querySelector<HTMLElement>('#lab')!;
const contents = document.querySelector<HTMLElement>('#contents')!;

let sections: Section[] = [];
let linked: Linked[] = [];

/** A function, as a module that awaits something at its top keeps the bundler from making one file of the loader. */
async function start(): Promise<void> {
  sections = await Promise.all(
    Object.entries(pages).map(async ([name, load]) => {
      const { page } = await load();
      const tag = `gd-${name}` as keyof typeof registry;
      return { name, tag, page, element: document.createElement(tag), claims: [] };
    }),
  );
  linked = sections.map(({ name, page, element }) => ({
    name,
    // Where nothing is computed on an engine, there is no choice of one.
    parameters: [...page.experiment.parameters, ...engineParameters].filter((parameter) => parameter.name in element),
    element,
  }));
  draw();
  for (const section of sections)
    void section.page.experiment.claims?.().then((claims) => {
      section.claims = claims;
      draw();
    });
  if (location.search) void readAll();
  if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
  main.addEventListener('gd-change', remember);
  main.addEventListener('gd-result', draw);
  window.addEventListener('popstate', () => void readAll().then(draw));
}

function draw(): void {
  render(renderContents(sections), contents);
  render(renderThemes(sections, tryOut), main);
}

const readAll = () => Promise.all(linked.map((one) => readAddress(location.search, one)));

/** Sets an element up as a suggestion says, with everything else at its default; Back leads to the settings before. */
async function tryOut({ name, element }: Section, attributes: Readonly<Record<string, string>>): Promise<void> {
  await element.setUp(attributes);
  history.pushState(null, '', addressNow(name));
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  element.scrollIntoView({ behavior });
  draw();
}

function addressNow(hash = location.hash.slice(1)): string {
  const query = writeAddress(linked);
  return `${location.pathname}${query ? `?${query}` : ''}${hash ? `#${hash}` : ''}`;
}

let pending = 0;

/** Puts the settings into the address, once a flurry of changes (a slider, a playing population) is over. */
function remember(): void {
  clearTimeout(pending);
  pending = window.setTimeout(() => {
    history.replaceState(null, '', addressNow());
    draw();
  }, 250);
}

void start();
