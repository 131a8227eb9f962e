import { expect, type Page } from '@playwright/test';
import { eventsByTag } from './elements';

const events = eventsByTag();

/** The first element that stands as an example on a page. */
type Example = HTMLElement &
  Record<string, unknown> & {
    result: object;
    controls: string;
    updateComplete: Promise<unknown>;
    run(): Promise<unknown>;
  };

/** Expects that an experiment's page lists the attributes that the element observes, its events and the parts that its examples wear, and no others. */
export async function expectReference(page: Page, tag: string): Promise<void> {
  const observed = await page.evaluate(
    (name) => (customElements.get(name) as unknown as { observedAttributes: string[] }).observedAttributes,
    tag,
  );
  const rows = await rowsOf(page, '#attributes');
  const listed = rows.map(([name]) => name);
  expect(listed.length).toBeGreaterThan(5);
  expect([...listed].sort()).toEqual([...observed].sort());
  for (const [, says, standard, property] of rows) {
    expect(says).toMatch(/\w{2,} .*Takes \S/);
    expect(standard).toMatch(/\S/);
    expect(property).toMatch(/^[a-z]\w*\s+\S/i);
  }
  for (const section of ['properties-and-methods', 'events', 'parts', 'mathematics'])
    await expect(page.locator(`#${section}`), section).toBeVisible();
  expect(await page.locator('#mathematics math').count()).toBeGreaterThan(10);
  expect((await rowsOf(page, '#events')).map(([name]) => name)).toEqual((await events).get(tag));
  const parts = await rowsOf(page, '#parts');
  const worn = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.stage > *'), ({ shadowRoot }) =>
      Array.from(shadowRoot?.querySelectorAll('[part]') ?? [], (element) => [...element.part]),
    ).flat(2),
  );
  expect(new Set(worn).size).toBeGreaterThan(8);
  const named = parts.map(([name]) => name);
  expect([...new Set(worn)].filter((part) => !named.includes(part))).toEqual([]);
  for (const [, says] of parts) expect(says).toMatch(/\w+ \w+/);
}

/** Expects that every property and method of a page's reference is there, and that every event is fired with what the page says. */
export async function expectMembersAndEvents(page: Page): Promise<void> {
  const texts = await page
    .locator('#properties-and-methods > .scroll')
    .evaluateAll((tables) =>
      tables.map((table) => Array.from(table.querySelectorAll('tbody th'), (cell) => cell.textContent!.trim())),
    );
  expect(texts).toHaveLength(3);
  const [properties, methods, fields] = texts;
  const missing = await page.evaluate(
    ([properties, methods, fields]) => {
      const element = document.querySelector('.stage > *') as unknown as Example;
      return [
        ...properties.filter((name) => !(name in element)),
        ...methods.filter((signature) => typeof element[signature.split('(')[0]] !== 'function'),
        ...fields.filter((name) => !name.endsWith('?') && !(name in element.result)),
      ];
    },
    [properties, methods, fields],
  );
  expect(missing).toEqual([]);
  expect(properties).toEqual(expect.arrayContaining(['state', 'result', 'error', 'progress', 'settled']));
  expect(methods.map((signature) => signature.split('(')[0])).toEqual(
    expect.arrayContaining(['run', 'cancel', 'exportSVG', 'exportJSON']),
  );
  // `detail` is `{parameters, result, engine}`, or the error.
  const said = (await rowsOf(page, '#events')).map(
    ([name, says]) => [name, /`?\{(.*)\}/.exec(says)?.[1] ?? 'the error'] as const,
  );
  expect(
    await firedBy(
      page,
      said.map(([name]) => name),
    ),
  ).toEqual(Object.fromEntries(said));
}

/** What the first example fires of the named events while it is run, changed and given a bad value. */
function firedBy(page: Page, names: string[]): Promise<Record<string, string>> {
  return page.evaluate(async (names) => {
    const element = document.querySelector('.stage > *') as unknown as Example;
    const seen: Record<string, string> = {};
    for (const name of names) {
      document.addEventListener(name, (event) => {
        const { detail } = event as CustomEvent<object>;
        if (event.target === element)
          seen[name] = detail instanceof Error ? 'the error' : Object.keys(detail).join(', ');
      });
    }
    element.controls = 'shown';
    await element.run();
    const field = element.shadowRoot!.querySelector<HTMLInputElement>('.controls input[type=text]')!;
    field.dispatchEvent(new Event('change'));
    await element.updateComplete;
    element.setAttribute('loading', 'late');
    await element.run().catch(() => {});
    // What is computed at once is told once a frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return seen;
  }, names);
}

/** The texts of a table's rows. */
const rowsOf = (page: Page, section: string): Promise<string[][]> =>
  page
    .locator(`${section} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => Array.from((row as HTMLTableRowElement).cells, (cell) => cell.innerText.trim())),
    );
