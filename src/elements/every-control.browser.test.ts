import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import type { AnyParameter } from '../experiments/parameters';
import {
  alertIn,
  allInside,
  enter,
  fieldOf,
  inside,
  parametersOf,
  picturesOf,
  place,
  placeFarDown,
  subjects,
  textsOf,
  type AnyElement,
} from './elements.fixtures';
import { takeEscapedErrors } from './escaped-errors';

/** What is alike in all elements is shown by one that has everything. */
const ONE = 'gd-wide-minima';

/** The slider beside a parameter's field. */
const sliderOf = (element: AnyElement, { attribute }: AnyParameter): HTMLInputElement =>
  inside(element, `.control.${attribute} input[type=range]`);

/** Moves every control that is there to some other value; where the values do not go together, the element says so. */
async function moveAll(element: AnyElement): Promise<void> {
  for (const { attribute, type, name } of parametersOf(element)) {
    const now = element[name];
    const other = type.good.find((text) => text !== String(now));
    if (name !== 'engine' && other !== undefined && fieldOf(element, attribute)) await enter(element, attribute, other);
  }
}

/** Moves a parameter by its control, if it has one. */
async function move(element: AnyElement, attribute: string, text: string): Promise<void> {
  if (fieldOf(element, attribute)) await enter(element, attribute, text);
  else element.setAttribute(attribute, text);
}

const buttonCalled = (element: AnyElement, text: string): HTMLButtonElement =>
  allInside<HTMLButtonElement>(element, 'button').find((button) => button.textContent.trim() === text)!;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

describe.each(subjects)('$tag', ({ tag, fixture, quick, single }) => {
  /** The element at these values, made anew, once it has settled one way or the other. */
  const fresh = async (attributes: Readonly<Record<string, string>>) => {
    const element = place(tag, attributes);
    await element.settled.catch(() => {});
    const seen = { pictures: picturesOf(element), error: element.error?.message };
    element.remove();
    return seen;
  };

  test('every menu, switched forth and back, shows what an element shows that had the value from the start', async () => {
    const element = place(tag, quick);
    await element.settled;
    const switches: [string, readonly string[]][] = Object.entries(fixture.switches ?? {});
    for (const { attribute, type, control } of parametersOf(element))
      // An engine is switched alike in all of them, and takes its time.
      if (type.control.kind === 'menu' && control !== 'none' && (attribute !== 'engine' || tag === ONE))
        // Another of many: how a switch is followed does not depend on the value. `auto` takes one of the other two engines.
        switches.push([
          attribute,
          type.control.choices.filter((one) => one !== textsOf(element)[attribute] && one !== 'auto').slice(-1),
        ]);
    const home = textsOf(element);
    const before = picturesOf(element);
    for (const [attribute, values] of switches) {
      for (const value of values.filter((one) => one !== home[attribute])) {
        await move(element, attribute, value);
        await element.settled.catch(() => {});
        const other = await fresh({ ...quick, [attribute]: value });
        const what = `${attribute}="${value}"`;
        expect(element.error?.message, what).toBe(other.error);
        // What fails at once has no pictures, where this one still has its last.
        if (!other.error) expect(picturesOf(element), what).toEqual(other.pictures);
        await move(element, attribute, home[attribute]);
        await element.settled;
        expect(picturesOf(element), `back from ${what}`).toEqual(before);
        for (const chart of allInside(element, '.chart')) expect(chart.childElementCount, what).toBe(1);
      }
    }
  });

  test('a typed number stands in the property as a number, and its slider goes on from there', async () => {
    placeFarDown();
    const element = place(tag, { ...quick, loading: 'lazy' });
    await element.updateComplete;
    for (const parameter of parametersOf(element)) {
      const slider = sliderOf(element, parameter);
      const { control } = parameter.type;
      if (!slider || control.kind !== 'field' || !control.slider) continue;
      const { minimum, maximum, scale, isInteger } = control.slider;
      const at = (share: number) => {
        const exact = scale === 'log' ? minimum * (maximum / minimum) ** share : minimum + share * (maximum - minimum);
        return Number((isInteger ? Math.round(exact) : exact).toPrecision(5));
      };
      const home = element[parameter.name];
      // Not every number goes with the other parameters: the first that does is gone on from.
      for (const share of [0.65, 0.3, 0.1]) {
        await enter(element, parameter.attribute, ` ${at(share)} `);
        expect(element[parameter.name], parameter.attribute).toBe(at(share));
        if (element.state === 'failed') continue;
        expect(fieldOf(element, parameter.attribute).value).toBe(String(at(share)));
        // Whole numbers at the lower end have fewer stops than others.
        expect(slider.valueAsNumber / Number(slider.max), parameter.attribute).toBeCloseTo(share, 0);
        slider.focus();
        await userEvent.keyboard('{ArrowRight}');
        await element.updateComplete;
        const moved = element[parameter.name] as number;
        expect(moved, parameter.attribute).toBeGreaterThan(at(share));
        expect(moved, parameter.attribute).toBeLessThanOrEqual(at(share + 0.015) + (isInteger ? 1 : 0));
        expect(fieldOf(element, parameter.attribute).value).toBe(String(moved));
        break;
      }
      element[parameter.name] = home;
      await element.updateComplete;
    }
  });

  test('a refused value stands in its field with the message under it, which keeps the focus', async () => {
    placeFarDown();
    const element = place(tag, { ...quick, loading: 'lazy' });
    await element.updateComplete;
    const more = inside<HTMLDetailsElement>(element, 'details.more');
    if (more) await userEvent.click(more.querySelector('summary')!);
    for (const { attribute, type, name, about } of parametersOf(element)) {
      const field = fieldOf(element, attribute);
      const bad = type.bad.find((text) => text.trim() !== '');
      if (!field || field.localName === 'select' || bad === undefined) continue;
      const good = element[name];
      await enter(element, attribute, bad);
      expect(field.value, attribute).toBe(bad);
      expect(element.shadowRoot!.activeElement, attribute).toBe(field);
      expect(field.getAttribute('aria-invalid')).toBe('true');
      const message = inside(element, '[role=alert]');
      expect(message.closest('.control'), attribute).toBe(field.closest('.control'));
      expect(field.getAttribute('aria-describedby')!.split(' ')).toContain(message.id);
      // Of a formula the place is marked that cannot be read.
      const label = about.label.replace(/^./, (letter) => letter.toUpperCase());
      expect(message.textContent).toContain(type.control.kind === 'formula' ? bad : `${label} takes`);
      if (more) expect(more.open, attribute).toBe(true);
      element[name] = good;
      await element.updateComplete;
      expect(alertIn(element), attribute).toBe('');
      expect(element.shadowRoot!.activeElement, attribute).toBe(field);
      if (more) expect(more.open, attribute).toBe(true);
    }
  });

  test('a value that is refused behind “More settings” opens that box, and a person may close it', async () => {
    placeFarDown();
    const element = place(tag, { ...quick, loading: 'lazy' });
    await element.updateComplete;
    const more = inside<HTMLDetailsElement>(element, 'details.more');
    if (!more) return;
    const { attribute, type } = parametersOf(element).find(
      (one) => one.control === 'more' && fieldOf(element, one.attribute),
    )!;
    expect(more.open).toBe(false);
    element.setAttribute(attribute, type.bad[0]);
    await element.updateComplete;
    expect(more.open).toBe(true);
    await userEvent.click(more.querySelector('summary')!);
    await expect.poll(() => more.open).toBe(false);
    element.requestUpdate();
    await element.updateComplete;
    expect(more.open).toBe(false);
  });

  test('Reset brings every value back, and the pictures', async () => {
    const isSlow = 'engine' in quick;
    const home = { loading: isSlow ? 'lazy' : 'eager', ...(single.views && { views: single.views }) };
    // What takes an engine is not computed here: its pictures follow from its values, as those of the others do.
    if (isSlow) placeFarDown();
    const element = place(tag, home);
    const shown = async () => {
      if (!isSlow) await element.settled;
      await element.updateComplete;
      return [textsOf(element), picturesOf(element)];
    };
    const before = await shown();
    await moveAll(element);
    expect(textsOf(element)).not.toEqual(before[0]);
    buttonCalled(element, 'Reset').click();
    expect(await shown()).toEqual(before);
  });

  test('setUp puts everything else at its default, what controls have moved included, and the old state brings all back', async () => {
    const element = place(tag, single);
    await element.settled;
    const before = [textsOf(element), picturesOf(element)];
    await moveAll(element);
    element.cancel();
    const { views, engine } = single;
    await element.setUp({ ...(views && { views }), ...(engine && { engine }) });
    const defaults = parametersOf(element).map((one) => [one.attribute, one.print(one.default)] as const);
    expect(textsOf(element)).toEqual({
      ...Object.fromEntries(defaults),
      loading: 'eager',
      ...(views && { views }),
      ...(engine && { engine }),
    });
    element.cancel();
    await element.setUp(single);
    await element.settled;
    expect([textsOf(element), picturesOf(element)]).toEqual(before);
  });
});

// What stands around all controls is the same in all elements: one with an engine and menus of its pictures shows it, and one without.
describe.each(subjects.filter((one) => one.tag === ONE || one.tag === 'gd-norms'))('$tag', ({ tag, quick, single }) => {
  test('“Explain” shows what every control is for, and Escape ends that', async () => {
    const element = place(tag, single);
    await element.settled;
    const button = buttonCalled(element, 'Explain');
    const visible = () => allInside(element, '.help').filter((help) => help.clientHeight > 1).length;
    const hidden = visible();
    await userEvent.click(button);
    await element.updateComplete;
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(visible()).toBeGreaterThan(hidden);
    await userEvent.keyboard('{Escape}');
    await element.updateComplete;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(visible()).toBe(hidden);
  });

  test('of all menus one is open at most; it closes by a press elsewhere, and by Escape wherever the focus is', async () => {
    const [element, other] = [place(tag, quick), place(tag, single)];
    await Promise.all([element.settled, other.settled]);
    const [first, second] = allInside<HTMLDetailsElement>(element, '.menu');
    const menus = [first, ...(second ? [second] : []), inside<HTMLDetailsElement>(other, '.menu')];
    const open = async (menu: HTMLDetailsElement) => {
      menu.querySelector('summary')!.click();
      await expect.poll(() => menus.filter((one) => one.open)).toEqual([menu]);
    };
    for (const menu of menus) await open(menu);
    await userEvent.click(inside(element, 'h3'));
    expect(menus.some((one) => one.open)).toBe(false);
    let heard = 0;
    const hear = () => heard++;
    document.addEventListener('keydown', hear);
    for (const where of [inside<HTMLElement>(element, '.settings-head button'), menus[0].querySelector('summary')!]) {
      await open(menus[0]);
      where.focus();
      await userEvent.keyboard('{Escape}');
      expect(menus[0].open).toBe(false);
      expect(element.shadowRoot!.activeElement).toBe(where);
    }
    expect(heard).toBe(0);
    document.removeEventListener('keydown', hear);
  });
});
