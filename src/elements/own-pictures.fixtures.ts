import { expect } from 'vitest';
import { commonParameters } from './common-parameters';
import type { ExperimentElement } from './experiment-element';

type Element = HTMLElement & Pick<ExperimentElement, 'describes' | 'exportSVG' | 'settled'>;

/**
 * What a picture shows: its shapes and texts with their places. Their order is left out, and so is that of attributes: a
 * chart that is drawn again joins its elements.
 */
function marksIn(svg: string): string[] {
  const all = [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('*')];
  const isSeen = (node: globalThis.Element) =>
    node.childElementCount === 0 && node.localName !== 'g' && (node.localName !== 'text' || node.textContent !== '');
  const placeOf = (node: globalThis.Element | null): string =>
    node ? placeOf(node.parentElement) + (node.getAttribute('transform') ?? '') : '';
  return all
    .filter(isSeen)
    .map((node) => {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
      return [placeOf(node.parentElement), node.localName, ...attributes, node.textContent].join(' ');
    })
    .sort();
}

/** What stands in each of an element's figures. */
async function picturesIn(element: Element) {
  const figures = [...element.shadowRoot!.querySelectorAll<HTMLElement>('figure')];
  return Promise.all(
    figures.map(async (figure) => {
      const view = figure.dataset.view!;
      const roots = [...figure.querySelector('.chart')!.children].map(({ className }) => className);
      return { view, roots, marks: roots.length > 0 ? marksIn(await element.exportSVG(view)) : [] };
    }),
  );
}

/**
 * Expects that each figure of an element holds its own picture and nothing else, whatever the element has shown before:
 * the same as in a new element with the same values.
 */
export async function expectOwnPictures(element: Element): Promise<void> {
  await element.settled;
  const fresh = document.createElement(element.localName) as Element;
  const { parameters, data = [] } = element.describes!;
  const names = [...parameters, ...data, ...commonParameters, { name: 'engine' }].map(({ name }) => name);
  for (const name of names) if (name in element) Object.assign(fresh, { [name]: element[name as keyof Element] });
  element.after(fresh);
  await fresh.settled;
  expect(await picturesIn(element)).toEqual(await picturesIn(fresh));
  fresh.remove();
}
