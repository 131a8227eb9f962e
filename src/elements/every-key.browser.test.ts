import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allInside, clearPage, inside, placeForAll, subjects, type AnyElement } from './elements.fixtures';
import { takeEscapedErrors } from './escaped-errors';

const TYPES = ['keydown', 'keypress', 'keyup'];
let heard: string[] = [];
const hear = ({ type, key }: Event & { key?: string }) => heard.push(`${type} ${key}`);

beforeEach(() => TYPES.forEach((type) => document.addEventListener(type, hear)));
afterEach(() => {
  TYPES.forEach((type) => document.removeEventListener(type, hear));
  clearPage();
  expect(takeEscapedErrors()).toEqual([]);
});

/** What a page hears of keys that are pressed while a part of an element has the focus. */
async function heardOf(part: HTMLElement | SVGElement, keys: string): Promise<string[]> {
  part.focus({ preventScroll: true });
  expect((part.getRootNode() as ShadowRoot).activeElement).toBe(part);
  heard = [];
  await userEvent.keyboard(keys);
  return heard;
}

const isSeen = (part: Element) => part.checkVisibility() && !part.matches(':disabled');
const seenInside = (element: AnyElement, selector: string) =>
  allInside<HTMLElement | SVGElement>(element, selector).filter(isSeen);

/** Of the parts of a picture, or of the controls, that wear the same, the first: one code answers their keys. */
function ofEachKind<P extends Element>(parts: readonly P[]): P[] {
  const kinds = new Map<string, P>();
  for (const part of parts) {
    const { view } = part.closest('figure')?.dataset ?? {};
    const kind = `${view} ${part.localName} ${part.getAttribute('type')} ${part.getAttribute('class')}`;
    if (!kinds.has(kind)) kinds.set(kind, part);
  }
  return [...kinds.values()];
}

describe.each(subjects)('$tag', ({ tag, quick }) => {
  const placed = placeForAll(tag, quick);

  test('of buttons that belong together one is a stop of the Tab key, and arrow keys lead to the others', async () => {
    const element = placed();
    const lists = new Set(allInside(element, '[data-roving]').map((part) => part.closest('ul, table, g.gd-part')!));
    for (const list of lists) {
      const parts = [...list.querySelectorAll<HTMLElement | SVGElement>('[data-roving]')];
      const stops = () => parts.filter(({ tabIndex }) => tabIndex === 0);
      expect(stops()).toEqual([parts[0]]);
      if (parts.length < 2) continue;
      expect(await heardOf(parts[0], '{ArrowRight}')).toEqual([]);
      expect(stops()).toEqual([parts[1]]);
      expect(element.shadowRoot!.activeElement).toBe(parts[1]);
      await userEvent.keyboard('{End}');
      expect(stops()).toEqual([parts.at(-1)]);
      element.requestUpdate();
      await element.updateComplete;
      expect(stops()).toEqual([parts.at(-1)]);
      await userEvent.keyboard('{Home}{ArrowLeft}');
      expect(element.shadowRoot!.activeElement).toBe(parts[0]);
    }
    for (const button of allInside(element, '.gd-chart ul button')) expect(button.dataset.roving).toBe('');
  });

  test('what it does not use goes on to the page', async () => {
    const element = placed();
    const heardDown = async (part: HTMLElement | SVGElement, keys: string) =>
      (await heardOf(part, keys)).filter((one) => one.startsWith('keydown'));
    const [field] = seenInside(element, 'input[type=text]');
    // The first Escape leaves the field.
    expect(await heardDown(field, '{Escape}{Escape}')).toEqual(['keydown Escape']);
    expect(await heardDown(field, '{Tab}')).toEqual(['keydown Tab']);
    expect(await heardDown(field, '{Control>}k{/Control}')).toEqual(['keydown Control', 'keydown k']);
    const button = inside<HTMLButtonElement>(element, '.settings-head button');
    expect(await heardDown(button, 'f{ArrowRight}')).toEqual(['keydown f', 'keydown ArrowRight']);
    for (const picture of ofEachKind(seenInside(element, '[role=application], svg [role=slider]'))) {
      // The first one takes away what is read.
      await heardOf(picture, '{Escape}');
      expect(await heardDown(picture, '{Escape}f'), picture.outerHTML).toEqual(['keydown Escape', 'keydown f']);
    }
  });

  // It comes last: the button computes anew.
  test('keys that its fields, sliders, buttons and pictures act on do not reach the page', async () => {
    const element = placed();
    for (const more of allInside<HTMLDetailsElement>(element, 'details.more')) more.open = true;
    const sliders = seenInside(element, 'input[type=range], [role=slider]');
    expect(sliders.length + seenInside(element, '[role=application]').length).toBeGreaterThan(0);
    for (const part of ofEachKind(sliders))
      expect(await heardOf(part, '{ArrowRight}{ArrowLeft}'), part.outerHTML).toEqual([]);
    for (const part of ofEachKind(seenInside(element, 'input[type=text], textarea'))) {
      const field = part as HTMLInputElement;
      const before = field.value;
      expect(await heardOf(part, 'fo b{ArrowLeft}{Backspace}{Home}'), part.outerHTML).toEqual([]);
      field.value = before;
    }
    for (const part of ofEachKind(seenInside(element, 'select')))
      expect(await heardOf(part, 'q{ArrowDown}'), part.id).toEqual([]);
    element.cancel();
    const button = inside<HTMLButtonElement>(element, '.settings-head button');
    for (const keys of ['{Enter}', ' ']) expect(await heardOf(button, keys), keys).toEqual([]);
    const menu = inside<HTMLDetailsElement>(element, 'details.menu');
    const opening = new Promise((resolve) => menu.addEventListener('toggle', resolve, { once: true }));
    expect(await heardOf(menu.querySelector('summary')!, '{Enter}')).toEqual([]);
    await opening;
    expect(await heardOf(menu.querySelector('summary')!, '{Escape}')).toEqual([]);
    expect(menu.open).toBe(false);
  });
});
