import { render } from 'lit';
import '../define';
import { registry } from '../registry';
import { readState, writeState, type Linked } from './permalink';
import { renderContents, renderThemes, type SectionModel } from './page';
import { themes } from './themes';

const main = document.querySelector<HTMLElement>('#lab')!;
const contents = document.querySelector<HTMLElement>('#contents')!;
const models = new Map<string, SectionModel>();

function draw(): void {
  render(renderContents(themes, models), contents);
  render(renderThemes(themes, models, tryOut), main);
}

for (const { sections } of themes) {
  for (const { tag } of sections) {
    const element = document.createElement(tag) as InstanceType<(typeof registry)[keyof typeof registry]>;
    const model: SectionModel = { tag, element, experiment: element.describes, claims: [] };
    models.set(tag, model);
    void element.describes.claims().then((claims) => {
      model.claims = claims as SectionModel['claims'];
      draw();
    });
  }
}
const linked: Linked[] = [...models.values()].map(({ element, experiment }) => ({
  name: experiment.name,
  parameters: experiment.parameters,
  element,
}));
for (const one of linked) readState(location.search, one);
draw();

/** Sets an element up as a suggestion says, with everything else at its default, and brings it into view. */
function tryOut(tag: string, attributes: Record<string, string>): void {
  const model = models.get(tag)!;
  const one = linked.find(({ element }) => element === model.element)!;
  const query = Object.entries(attributes).map(([attribute, text]) => [`${one.name}.${attribute}`, text]);
  readState(new URLSearchParams(query).toString(), one);
  remember();
  model.element.scrollIntoView({
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
}

let pending = 0;

/** Puts the state into the URL, once a flurry of changes (a slider, a playing population) is over. */
function remember(): void {
  clearTimeout(pending);
  pending = window.setTimeout(() => {
    const query = writeState(linked);
    history.replaceState(null, '', `${query ? `?${query}` : location.pathname}${location.hash}`);
    draw();
  }, 250);
}

main.addEventListener('gd-change', remember);
main.addEventListener('gd-result', draw);
window.addEventListener('popstate', () => {
  for (const one of linked) readState(location.search, one);
  draw();
});
