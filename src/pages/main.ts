import { render } from 'lit';
import '../define';
import { engineParameters } from '../elements/common-parameters';
import { registry } from '../generated/elements';
import { pages } from '../generated/pages';
import { readAddress, writeAddress, type Linked } from './address';
import { renderContents, renderThemes, type Section } from './sections';

const main = document.querySelector<HTMLElement>('#lab')!;
const contents = document.querySelector<HTMLElement>('#contents')!;

const sections: Section[] = await Promise.all(
  Object.entries(pages).map(async ([name, load]) => {
    const { page } = await load();
    const tag = `gd-${name}` as keyof typeof registry;
    return { name, tag, page, element: document.createElement(tag), claims: [] };
  }),
);
const linked: Linked[] = sections.map(({ name, page, element }) => ({
  name,
  parameters: [...page.experiment.parameters, ...engineParameters],
  element,
}));

function draw(): void {
  render(renderContents(sections), contents);
  render(renderThemes(sections, tryOut), main);
}

draw();
for (const section of sections)
  void section.page.experiment.claims?.().then((claims) => {
    section.claims = claims;
    draw();
  });
const readAll = () => Promise.all(linked.map((one) => readAddress(location.search, one)));
if (location.search) void readAll();
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();

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

main.addEventListener('gd-change', remember);
main.addEventListener('gd-result', draw);
window.addEventListener('popstate', () => void readAll().then(draw));
