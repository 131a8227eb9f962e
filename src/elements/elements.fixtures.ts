/** What the tests of all elements share. */
import { afterAll, beforeAll } from 'vitest';
import '../define';
import type { Fixture } from '../experiments/fixture';
import type { AnyParameter } from '../experiments/parameters';
import type { Views } from '../experiments/view';
import { registry } from '../generated/elements';
import { commonParameters, engineParameters } from './common-parameters';
import type { ExperimentElement } from './experiment-element';

export type AnyElement = ExperimentElement & Record<string, unknown>;
export type Attributes = Readonly<Record<string, string>>;

const modules = import.meta.glob<{ fixture: Fixture }>('../experiments/*/fixture.ts', { eager: true });
const viewModules = import.meta.glob<{ views: Views }>('../experiments/*/views.ts');

export interface Subject {
  tag: string;
  /** The experiment's name. */
  name: string;
  fixture: Fixture;
  /** The attributes of `fixture.quick`, computed at once. */
  quick: Attributes;
  /** The same with one picture only, for where the pictures do not matter. */
  single: Attributes;
  /** The values of `engine` but for `auto`; none where there is nothing to compute on an engine. */
  engines: readonly string[];
}

/** Every element, with its experiment's fixture. */
export const subjects: readonly Subject[] = Object.entries(registry).map(([tag, Class]) => {
  const { entry } = Class as unknown as typeof ExperimentElement;
  const module = modules[`../experiments/${entry.name}/fixture.ts`];
  if (!module) throw new Error(`src/experiments/${entry.name} has no fixture.ts`);
  const { control } = engineParameters[0].type;
  const engines = control.kind === 'menu' && 'engine' in entry.defaults ? control.choices : [];
  const quick: Attributes = { loading: 'eager', ...module.fixture.quick };
  const [view] = (quick.views?.split(' ') ?? entry.defaults.views ?? []) as string[];
  return {
    tag,
    name: entry.name,
    fixture: module.fixture,
    quick,
    single: { ...quick, ...(view && { views: view }) },
    engines: engines.filter((engine) => engine !== 'auto'),
  };
});

const viewsOf = new Map(
  await Promise.all(
    subjects.map(
      async ({ tag, name }) => [tag, (await viewModules[`../experiments/${name}/views.ts`]()).views] as const,
    ),
  ),
);

export function create(tag: string, attributes: Attributes = {}): AnyElement {
  const element = document.createElement(tag) as AnyElement;
  for (const [name, text] of Object.entries(attributes)) element.setAttribute(name, text);
  return element;
}

export function place(tag: string, attributes: Attributes = {}): AnyElement {
  const element = create(tag, attributes);
  document.body.append(element);
  return element;
}

let stays: AnyElement | undefined;

/** Before the tests of a group: an element that stands for all of them, once it has settled. What they change in it they put back. */
export function placeForAll(tag: string, attributes: Attributes): () => AnyElement {
  let element: AnyElement;
  beforeAll(async () => {
    stays = element = place(tag, attributes);
    await element.settled;
  });
  afterAll(() => {
    stays = undefined;
    element.remove();
  });
  return () => element;
}

/** After a test: takes away what it has placed. */
export function clearPage(): void {
  for (const child of [...document.body.children]) if (child !== stays) child.remove();
}

/** Drops a file or a text on an element, as a hand does. */
export function drop(element: HTMLElement, ...contents: (File | string)[]): void {
  element.dispatchEvent(new DragEvent('drop', { dataTransfer: transferOf(contents), bubbles: true, cancelable: true }));
}

/** Pastes text or files where something has the focus. @returns whether it was taken, and not left to the browser */
export function paste(target: Element, ...contents: (File | string)[]): boolean {
  const init = { clipboardData: transferOf(contents), bubbles: true, cancelable: true, composed: true };
  return !target.dispatchEvent(new ClipboardEvent('paste', init));
}

function transferOf(contents: readonly (File | string)[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const content of contents)
    if (typeof content === 'string') transfer.setData('text/plain', content);
    else transfer.items.add(content);
  return transfer;
}

/** Puts what is placed from now on so far down that nothing is computed unless it is asked for. */
export function placeFarDown(): void {
  document.body.innerHTML = '<div style="height: 100000px"></div>';
}

/** All parameters of an element, once its code is there: its experiment's, then the common ones. */
export function parametersOf(element: AnyElement): readonly AnyParameter[] {
  const common = 'engine' in element ? engineParameters : commonParameters;
  return [...(element.describes!.parameters as readonly AnyParameter[]), ...common];
}

export const inside = <E extends Element = HTMLElement>(element: HTMLElement, selector: string): E =>
  element.shadowRoot!.querySelector<E>(selector)!;

export const allInside = <E extends Element = HTMLElement>(element: HTMLElement, selector: string): E[] => [
  ...element.shadowRoot!.querySelectorAll<E>(selector),
];

export const alertIn = (element: HTMLElement): string => inside(element, '[role=alert]')?.textContent?.trim() ?? '';

/** The field, menu or cells of a parameter. */
export const fieldOf = (element: AnyElement, attribute: string): HTMLInputElement =>
  inside(element, `#control-${attribute}`);

/** Puts a value into a parameter's field or menu, as a person does who leaves it afterwards. */
export async function enter(element: AnyElement, attribute: string, text: string): Promise<void> {
  const field = fieldOf(element, attribute);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** The pictures that stand, by view: their markup, and the pixels of canvases. Those that state measured times are left out. */
export function picturesOf(element: AnyElement): Record<string, string> {
  const views = viewsOf.get(element.localName)!;
  const figures = allInside(element, 'figure').filter(({ dataset }) => !views[dataset.view!].measures);
  return Object.fromEntries(
    figures.map((figure) => {
      const chart = figure.querySelector<HTMLElement>('.chart')!;
      const pixels = [...chart.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());
      // Every picture has ids of its own.
      const ids = [...chart.querySelectorAll('[id]')].map(({ id }) => id);
      const markup = ids.reduce(
        (text, id, i) => text.replace(new RegExp(`(["#])${id}(?=["\\s)])`, 'g'), `$1id-${i}`),
        chart.innerHTML.replaceAll(' style=""', ''),
      );
      return [figure.dataset.view!, [markup, ...pixels].join('\n')];
    }),
  );
}

/** The values of an element's properties, as the texts of their attributes. */
export function textsOf(element: AnyElement): Attributes {
  return Object.fromEntries(parametersOf(element).map((one) => [one.attribute, one.print(element[one.name])]));
}
