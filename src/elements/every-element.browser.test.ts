import { afterEach, describe, expect, test } from 'vitest';
import { commonParameters } from './common-parameters';
import {
  alertIn,
  allInside,
  clearPage,
  create,
  fieldOf,
  inside,
  parametersOf,
  place,
  placeFarDown,
  placeForAll,
  subjects,
} from './elements.fixtures';
import { takeEscapedErrors } from './escaped-errors';
import { ExperimentElement } from './experiment-element';

/** What moves parameters; the keys of colours stay, and pictures can still be read. */
const CONTROLS = 'input, select, textarea, summary, .tools, .actions, [part~=panel]';

afterEach(() => {
  clearPage();
  expect(takeEscapedErrors()).toEqual([]);
});

describe.each(subjects)('$tag', ({ tag, fixture, quick, single, engines }) => {
  test.each(engines.length > 0 ? engines : ['no'])(
    'computes on %s engine, and checks the claims on the problem as it stands in the sheet',
    async (engine) => {
      // The page of the five sheets checks the claims on the GPU, in a test of its own.
      const isSheets = engine !== 'webgpu';
      const { views } = single;
      const home = isSheets ? { loading: 'eager', ...(views && { views }) } : single;
      const element = place(tag, { ...home, ...(engine !== 'no' && { engine }) });
      const result = (await element.settled) as { engine?: { kind: string } };
      expect(result).toBe(element.result);
      // What only single pictures compute is not in the result.
      expect(result.engine?.kind ?? 'no').toBe(element.describes!.run ? engine : 'no');
      expect(element.notice).toBe(undefined);
      expect([element.state, element.progress, element.error]).toEqual(['done', 1, undefined]);
      expect(element.matches(':state(done)')).toBe(true);
      for (const claim of (isSheets && (await element.describes!.claims?.())) || []) {
        const outcome = claim.compute(result);
        expect(outcome?.computed, claim.statement).toMatch(/\w/);
        const isKnown = fixture.differs?.includes(claim.statement) ?? false;
        expect(outcome?.verdict === 'differs', claim.statement).toBe(isKnown);
      }
    },
  );

  describe('once it has computed', () => {
    const placed = placeForAll(tag, quick);

    test('every picture is drawn once, and tells every text once', async () => {
      const element = placed();
      for (const figure of allInside(element, 'figure')) {
        expect(figure.querySelector('.chart')!.childElementCount, figure.dataset.view).toBe(1);
        const told = figure.querySelector('figcaption')!.textContent;
        expect(told.length).toBeGreaterThan(40);
        expect(figure.querySelector('h3')!.id).toBe(figure.getAttribute('aria-labelledby'));
        for (const part of figure.querySelectorAll('[aria-label]'))
          expect(part.getAttribute('aria-label'), figure.dataset.view).not.toBe(told);
        for (const { textContent: sentence } of figure.querySelectorAll('.gd-sentence'))
          if (sentence) expect(told, figure.dataset.view).not.toContain(sentence);
      }
    });

    test('every picture and its data can be saved, and the result is plain data', async () => {
      const element = placed();
      const result = await element.settled;
      expect(structuredClone(result)).toEqual(result);
      expect(JSON.parse(element.exportJSON())).toEqual(JSON.parse(JSON.stringify(result)));
      for (const { dataset } of allInside(element, 'figure')) {
        const view = dataset.view!;
        const svg = new DOMParser().parseFromString(await element.exportSVG(view), 'image/svg+xml');
        expect(svg.documentElement.localName, view).toBe('svg');
        expect(svg.querySelector('parsererror'), view).toBeNull();
        const [ground, ...parts] = svg.documentElement.children;
        const own = parts.filter(({ localName }) => localName === 'text').map(({ textContent }) => textContent);
        expect(own[0], view).toBe(inside(element, `[data-view=${view}] h3`).textContent);
        for (const label of allInside(element, '.control label').filter((one) => !one.closest('.engine')))
          expect(own.join(' '), view).toContain(label.textContent);
        expect(
          own.some((text) => text.includes(' = ')),
          view,
        ).toBe(Boolean(inside(element, '.formula, .preview')));
        // Nothing touches an edge.
        const chart = parts.find(({ localName }) => localName === 'g')!;
        const [x, y] = chart
          .getAttribute('transform')!
          .match(/[\d.]+/g)!
          .map(Number);
        const { offsetWidth, offsetHeight } = inside(element, `[data-view=${view}] .chart`);
        expect(Number(ground.getAttribute('width')) - x - offsetWidth).toBeGreaterThanOrEqual(16);
        expect(Number(ground.getAttribute('height')) - y - offsetHeight).toBeGreaterThanOrEqual(16);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(16);
        const rows = (await element.exportCSV(view)).trim().split('\r\n');
        expect(rows.length, view).toBeGreaterThan(1);
        const columns = rows.map((row) => row.replace(/"([^"]|"")*"/g, 'text').split(',').length);
        expect(new Set(columns).size, view).toBe(1);
        expect((await element.exportPNG(view)).size, view).toBeGreaterThan(1000);
        const saved = JSON.parse(element.exportJSON(view)) as { data: Record<string, unknown[]>; summary: string };
        expect(saved).toMatchObject({
          picture: view,
          parameters: JSON.parse(JSON.stringify(element.parameters)) as object,
        });
        expect(saved.summary, view).toBe(inside(element, `[data-view=${view}] figcaption`).textContent);
        const csv = rows[0].replace(/"([^"]|"")*"/g, 'text').split(',');
        expect(Object.values(saved.data).map(({ length }) => length)).toEqual(csv.map(() => rows.length - 1));
      }
      await expect(element.exportSVG('none')).rejects.toThrow('no picture of "none"');
    });

    test('controls taken away and given back while pictures stand raise no error', async () => {
      const element = placed();
      const errors: string[] = [];
      const listen = ({ message }: ErrorEvent) => errors.push(message);
      window.addEventListener('error', listen);
      for (const controls of ['none', 'shown'] as const) {
        const width = inside(element, '.views').clientWidth;
        element.controls = controls;
        for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
        await element.settled;
        // Some controls only come with a picture.
        if (controls === 'none') expect(allInside(element, CONTROLS)).toEqual([]);
        expect(inside(element, '.views').clientWidth).not.toBe(width);
        const { offsetWidth, clientWidth } = inside(element, '.chart');
        expect(Math.abs(inside(element, '.gd-chart').offsetWidth - offsetWidth)).toBeLessThan(2);
        expect(clientWidth).toBe(inside(element, '.views').clientWidth);
      }
      window.removeEventListener('error', listen);
      expect(errors).toEqual([]);
    });
  });

  test('the same parameters give the same result, bit for bit', async () => {
    const [first, second] = [place(tag, single), place(tag, single)];
    expect(await second.settled).toEqual(await first.settled);
  });

  test('every parameter is an attribute and a property with its default, from the first line on', async () => {
    const element = place(tag);
    const { entry, observedAttributes } = element.constructor as typeof ExperimentElement;
    const before = Object.fromEntries(Object.keys(entry.defaults).map((name) => [name, element[name]]));
    element.cancel();
    await element.updateComplete;
    const parameters = parametersOf(element);
    expect(before).toEqual(Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default])));
    for (const { name, attribute } of parameters) {
      expect(element[name], name).toEqual(before[name]);
      expect(observedAttributes).toContain(attribute);
    }
  });

  test('no parameter has the name of something that every element has', async () => {
    const element = place(tag);
    element.cancel();
    await element.updateComplete;
    const taken = new Set<string>();
    for (let object = ExperimentElement.prototype as object; object; object = Object.getPrototypeOf(object) as object)
      for (const name of Object.getOwnPropertyNames(object)) taken.add(name.toLowerCase());
    for (const { name, attribute } of [...parametersOf(element), ...(element.describes!.data ?? [])] as {
      name: string;
      attribute?: string;
    }[])
      for (const word of [name, attribute ?? name]) expect(taken, word).not.toContain(word.toLowerCase());
  });

  test('what an attribute does not take is answered in the element, in words, under its field if it has one', async () => {
    placeFarDown();
    const element = place(tag, { ...quick, loading: 'lazy' });
    await element.updateComplete;
    for (const { name, attribute, type } of parametersOf(element)) {
      const good = element[name];
      for (const text of type.bad) {
        element.setAttribute(attribute, text);
        await element.updateComplete;
        const what = `${attribute}="${text.slice(0, 40)}"`;
        expect(element.state, what).toBe('failed');
        // Of a formula, the place that cannot be read says more than what it takes.
        if (!inside(element, '[role=alert] .marked')) {
          expect(alertIn(element), what).toContain(`${attribute}="`);
          expect(alertIn(element), what).toMatch(/takes \S/);
        }
        expect(allInside(element, '[role=alert]'), what).toHaveLength(1);
        const field = fieldOf(element, attribute);
        if (field) expect(inside(element, '[role=alert]').closest('.control'), what).toBe(field.closest('.control'));
        expect(inside(element, 'b b, script'), what).toBeNull();
        element[name] = good;
        await element.updateComplete;
        expect(element.state, what).not.toBe('failed');
        expect(alertIn(element), what).toBe('');
      }
    }
    if (single.views) element.setAttribute('views', single.views);
    await element.settled;
  });

  test('an element whose first value is a bad one says so, and works once it is mended', async () => {
    const element = place(tag, { ...single, loading: 'abacus' });
    await expect(element.settled).rejects.toThrow('loading');
    expect(alertIn(element)).toContain('abacus');
    element.loading = 'eager';
    await element.settled;
    expect(alertIn(element)).toBe('');
    expect(inside(element, '.chart').childElementCount).toBe(1);
  });

  test('controls="none" leaves the figures and no control', async () => {
    const element = place(tag, { ...single, controls: 'none' });
    await element.updateComplete;
    expect(allInside(element, CONTROLS)).toEqual([]);
    expect(allInside(element, 'figure').length).toBeGreaterThan(0);
    await element.settled;
    expect(allInside(element, CONTROLS)).toEqual([]);
    element.controls = 'shown';
    await element.settled;
    expect(allInside(element, 'summary').length).toBeGreaterThan(0);
  });

  test('a computation that is cancelled says so, and its box of controls stays as high as it was', async () => {
    const element = place(tag, single);
    await element.settled;
    if (!element.describes!.run) return;
    const panel = inside(element, '.panel');
    const [height, words] = [panel.offsetHeight, inside(element, '.status').textContent.trim()];
    const begun = new Promise((resolve) => element.addEventListener('gd-start', resolve, { once: true }));
    const settled = element.run();
    await begun;
    await element.updateComplete;
    expect(inside(element, 'progress')).not.toBeNull();
    expect(panel.offsetHeight).toBe(height);
    const button = inside<HTMLButtonElement>(element, 'button.run');
    expect(button.textContent).toBe('Cancel');
    button.click();
    await expect(settled).rejects.toThrow('cancelled');
    await element.updateComplete;
    expect(inside(element, '.status').textContent).toContain('The computation was cancelled.');
    expect(panel.offsetHeight).toBe(height);
    await element.run();
    await element.updateComplete;
    expect(inside(element, '.status').textContent.trim()).toBe(words);
  });

  test('events tell the page what happens, and carry it', async () => {
    const element = create(tag, single);
    const seen: string[] = [];
    const details: Record<string, unknown> = {};
    const listen = (event: Event) => {
      if (seen.at(-1) !== event.type) seen.push(event.type);
      details[event.type] = (event as CustomEvent).detail;
      expect([event.composed, event.bubbles, event.target]).toEqual([true, true, element]);
    };
    const types = ['gd-start', 'gd-progress', 'gd-result', 'gd-error', 'gd-change'];
    for (const type of types) document.body.addEventListener(type, listen);
    document.body.append(element);
    const result = (await element.settled) as { engine?: object };
    await expect.poll(() => seen.at(-1)).toBe('gd-result');
    const { parameters } = element;
    expect(details['gd-result']).toEqual({ parameters, result, ...(result.engine && { engine: result.engine }) });
    const isComputation = Boolean(element.describes!.run);
    expect(seen.includes('gd-start')).toBe(isComputation);
    expect(seen.includes('gd-progress')).toBe(isComputation);
    element.setAttribute(commonParameters[1].attribute, 'never');
    await expect(element.settled).rejects.toThrow();
    expect(details['gd-error']).toBe(element.error);
    for (const type of types) document.body.removeEventListener(type, listen);
  });

  test('where there is nothing to run, it has no button for it, begins nothing, and tells a result at most once a frame', async () => {
    const element = place(tag, single);
    await element.settled;
    if (element.describes!.run) return;
    expect(allInside(element, '.actions button').map(({ textContent }) => textContent)).not.toContain('Recompute');
    await new Promise(requestAnimationFrame);
    const told: unknown[] = [];
    for (const type of ['gd-start', 'gd-progress', 'gd-result'])
      element.addEventListener(type, (event) => told.push([type, (event as CustomEvent).detail]));
    let frames = 0;
    const count = () => {
      frames++;
      counting = requestAnimationFrame(count);
    };
    let counting = requestAnimationFrame(count);
    const { name, type, default: home } = parametersOf(element).find((one) => !one.view && one.type.good.length > 1)!;
    for (const value of [...type.good, home, ...type.good, home]) {
      element[name] = value;
      await element.settled;
      element.cancel();
      expect(element.state).toBe('done');
    }
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    cancelAnimationFrame(counting);
    expect(told.length).toBeLessThanOrEqual(frames);
    expect(told.at(-1)).toEqual(['gd-result', { parameters: element.parameters, result: element.result }]);
    expect(told.every((one) => (one as [string])[0] === 'gd-result')).toBe(true);
  });
});
