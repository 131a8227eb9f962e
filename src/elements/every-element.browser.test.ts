import { afterEach, describe, expect, test } from 'vitest';
import '../define';
import { takeEscapedErrors } from './escaped-errors';
import { attributeOf, textOf, type Parameter } from '../experiments/parameters';
import { registry } from '../registry';
import { commonParameters } from './parameter-properties';

type Element = InstanceType<(typeof registry)[keyof typeof registry]>;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

/** Texts that no parameter of a type takes. */
function badTextsFor(parameter: Parameter): string[] {
  switch (parameter.type) {
    case 'number':
    case 'integer':
    case 'auto-number':
      return ['abc', 'NaN', 'Infinity', '-Infinity', '1e999', '', '1 2', '0x10', '<b>1</b>', '１２', 'automatic'];
    case 'optional-number':
    case 'optional-integer':
    case 'numbers':
      return ['abc', 'NaN', 'Infinity', '1e999', '1 2 3 x', '<b>1</b>'];
    case 'text':
      return ['', '<b>1</b>', 'NaN', '1e999 1', 'nonsense'];
    case 'auto-integer':
    case 'auto-numbers':
      return ['abc', 'NaN', 'Infinity', '1e999', '', '1 x', '<b>1</b>', 'automatic'];
    case 'choice':
    case 'choices':
      return ['nonsense', '', '<script>'];
    case 'formula':
      return ['', ')(', 'x^^2', '1 +', 'import("x")', '𝒙', 'x; y', `${'('.repeat(4000)}`];
  }
}

describe.each(Object.entries(registry))('%s', (tag) => {
  const place = (attributes: Record<string, string> = {}): Element => {
    const element = document.createElement(tag) as Element;
    for (const [name, text] of Object.entries(attributes)) element.setAttribute(name, text);
    document.body.append(element);
    return element;
  };

  /** One view is enough where the pictures do not matter. */
  const placeOneView = (attributes: Record<string, string>): Element => {
    const element = place(attributes);
    element.views = element.views.slice(0, 1);
    return element;
  };

  test.each(['webgpu', 'cpu'])(
    'shows the problem as it stands in the sheet on the %s engine, and checks its claims',
    async (engine) => {
      const element = place({ engine, loading: 'eager' });
      const result = await element.settled;
      expect(result.engine.kind).toBe(engine);
      expect(element.notice).toBeUndefined();
      for (const claim of await element.describes.claims()) {
        const outcome = claim.compute(result as never);
        expect(outcome?.computed.length, claim.statement).toBeGreaterThan(10);
        expect(outcome?.verdict, claim.statement).not.toBe('differs');
      }
      for (const figure of element.shadowRoot!.querySelectorAll('figure')) {
        expect(figure.querySelector('.chart')!.childElementCount).toBeGreaterThan(0);
        expect(figure.querySelector('figcaption')!.textContent!.length).toBeGreaterThan(40);
      }
    },
  );

  test('the same parameters give the same result, bit for bit', async () => {
    const [first, second] = [
      placeOneView({ engine: 'cpu', loading: 'eager' }),
      placeOneView({ engine: 'cpu', loading: 'eager' }),
    ];
    expect(await second.settled).toEqual(await first.settled);
  });

  test('every parameter is an attribute and a property with its default', () => {
    const element = place() as unknown as Record<string, unknown> & Element;
    for (const parameter of [...commonParameters, ...element.describes.parameters] as readonly Parameter[]) {
      expect(textOf(element[parameter.name])).toBe(textOf(parameter.default));
      expect((element.constructor as unknown as { observedAttributes: string[] }).observedAttributes).toContain(
        attributeOf(parameter.name),
      );
    }
  });

  test('what an attribute does not take is answered in the element, in words', async () => {
    const element = place();
    for (const parameter of [...commonParameters, ...element.describes.parameters] as readonly Parameter[]) {
      const attribute = attributeOf(parameter.name);
      for (const text of badTextsFor(parameter)) {
        element.setAttribute(attribute, text);
        await element.updateComplete;
        expect(element.state, `${attribute}="${text}"`).toBe('failed');
        const message = element.shadowRoot!.querySelector('[role=alert]')!.textContent!;
        expect(message).toContain(`${attribute}="`);
        expect(message).toContain('it takes');
        expect(element.shadowRoot!.querySelector('b b, script')).toBeNull();
        element.removeAttribute(attribute);
        await element.updateComplete;
        expect(element.state, `${attribute} after "${text}"`).not.toBe('failed');
        expect(element.shadowRoot!.querySelector('[role=alert]'), `${attribute} after "${text}"`).toBeNull();
      }
    }
    element.cancel();
  });

  test('an element whose first value is a bad one says so, and works once it is mended', async () => {
    const element = placeOneView({ engine: 'abacus', loading: 'eager' });
    await expect(element.settled).rejects.toThrow('engine');
    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).toContain('abacus');
    element.engine = 'cpu';
    expect((await element.settled).engine.kind).toBe('cpu');
  });

  test('controls="none" leaves the figures and no control', async () => {
    const element = placeOneView({ controls: 'none', engine: 'cpu', loading: 'eager' });
    const controls = 'input, select, summary, .tools, .actions, [part~=panel]';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll(controls)).toHaveLength(0);
    expect(element.shadowRoot!.querySelectorAll('figure').length).toBeGreaterThan(0);
    // Some only come with a picture.
    await element.settled;
    expect(element.shadowRoot!.querySelectorAll(controls)).toHaveLength(0);
    element.controls = 'shown';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('summary').length).toBeGreaterThan(1);
  });
});
